import * as Plot from "@observablehq/plot";
import { derive, type InnerMark, type MarkState, type Render } from "./inner_mark.ts";
import { addChild } from "./plot_element.ts";

/** How many points of a line its title tells. */
const mostPoints = 20;

/**
 * Turns a mark's tips into titles, so that hovering tells them wherever an SVG is shown.
 *
 * @param mark A mark with tips.
 * @returns The mark, one that draws nothing but learns what each tip would say, and what gives the drawing the titles.
 */
export function titleByTip(mark: InnerMark) {
  const texts = new Map<number, string>(), drawn: Element[] = [];
  const render: Render = (...given) => {
    const element = mark.render(...given);
    if (element) drawn.push(...element.querySelectorAll("*"));
    return element;
  };
  const titled = derive(mark, { render });
  return { marks: [titled, teller(titled, texts)], write: () => writeTitles(drawn, texts) };
}

/** A tip of its own that asks Plot for the text of each row; Plot's draws nothing before the pointer moves. */
function teller(mark: InnerMark, texts: Map<number, string>): InnerMark {
  const { data, facet, facetAnchor } = mark;
  const learn: Render = (index, ...rest) => {
    const next = rest.at(-1) as Render, { title } = (rest[1] as MarkState).channels;
    for (const row of index) {
      if (title && (title.value?.[row] ?? undefined) === undefined) continue;
      texts.set(row, textOf(next([row], ...rest.slice(0, -1))));
    }
    return null;
  };
  // The last thing that Plot gives knows the states of all marks.
  const stateOf = (...given: readonly unknown[]) => Object(given.at(-1)).getMarkState(mark);
  const own = typeof mark.tip === "object" ? mark.tip : {};
  const options = { ...own, pointer: undefined, x: null, y: null };
  const derived = Plot.initializer(options, stateOf as unknown as Plot.InitializerFunction);
  const tip = Plot.tip(data as Plot.Data, { ...derived, title: null, render: learn } as object);
  return Object.assign(tip as InnerMark, { facet, facetAnchor });
}

function writeTitles(drawn: readonly Element[], texts: ReadonlyMap<number, string>): void {
  for (const element of drawn) {
    const bound: unknown = Reflect.get(element, "__data__");
    const rows: readonly number[] = [bound].flat().filter((row) => typeof row === "number");
    const told = rows.flatMap((row) => texts.get(row) || []);
    const isTold = element.localName === "tspan" || element.querySelector("title");
    if (told.length === 0 || isTold) continue;
    const points = rows.length === 1 ? told : told.map((text) => text.replaceAll("\n", ", "));
    const more = told.length > mostPoints ? ["…"] : [];
    addChild(element, "title", [...points.slice(0, mostPoints), ...more].join("\n"));
  }
}

function textOf(tip: Element | null): string {
  const lines = [...tip?.querySelectorAll("text > tspan") ?? []];
  return lines.map(({ textContent }) => (textContent ?? "").replaceAll("\u200b", "").trim())
    // A label, or a class, says itself what it is; the name of its field or channel says nothing, and in one language.
    .map((line) => line.replace(/^(?:label|fill|stroke|symbol|[a-z]\w*Label) /, ""))
    .filter((line) => line !== "").join("\n");
}
