import * as Plot from "@observablehq/plot";
import type { InnerMark, MarkContext, MarkState } from "./inner_mark.ts";
import { document } from "./document.ts";

/** How many points of a line its title tells. */
const mostPoints = 20;

/** What is drawn for tips in a picture that no pointer moves over. */
export interface TipTitles {
  /** Marks that draw nothing but learn what each tip would say. */
  readonly marks: readonly Plot.Markish[];
  /** Gives what was drawn the titles. */
  write(): void;
  /** Leaves the marks as they were. */
  restore(): void;
}

/**
 * Turns tips into titles, so that hovering tells them wherever an SVG is shown.
 *
 * @param own The marks of a plot.
 */
export function titleByTips(own: readonly InnerMark[]): TipTitles {
  const tips = own.filter((mark) => mark.tip && !(mark instanceof Plot.Tip)).map(titleByTip);
  return {
    marks: tips.flatMap(({ marks }) => marks),
    write: () => tips.forEach(({ write }) => write()),
    restore: () => tips.forEach(({ restore }) => restore()),
  };
}

/** Draws some rows, given by their index, and returns the elements. */
type Render = (index: readonly number[], ...rest: readonly unknown[]) => Element | null;

function titleByTip(mark: InnerMark): TipTitles {
  const texts = new Map<number, string>(), drawn: Element[] = [];
  const own = Object.getOwnPropertyDescriptor(mark, "render");
  const render = mark.render as unknown as Render;
  Reflect.set(mark, "render", (...parts: Parameters<Render>) => {
    const element = render.apply(mark, parts);
    if (element) drawn.push(...element.querySelectorAll("*"));
    return element;
  });
  const restore = () => {
    Reflect.deleteProperty(mark, "render");
    if (own) Object.defineProperty(mark, "render", own);
  };
  return { marks: [teller(mark, texts)], write: () => write(drawn, texts), restore };
}

/** A tip of its own that asks Plot for the text of each row; Plot's draws nothing before the pointer moves. */
function teller(mark: InnerMark, texts: Map<number, string>): Plot.Markish {
  const { data, facet, facetAnchor } = mark;
  const learn = (index: readonly number[], ...rest: readonly unknown[]) => {
    const next = rest.at(-1) as Render, { title } = (rest[1] as MarkState).channels;
    for (const row of index) {
      if (title && (title.value?.[row] ?? undefined) === undefined) continue;
      texts.set(row, textOf(next([row], ...rest.slice(0, -1))));
    }
    return null;
  };
  const options = { ...typeof mark.tip === "object" && mark.tip, pointer: undefined };
  const derived = Plot.initializer(
    { ...options, x: null, y: null } as Plot.TipOptions,
    ((...[, , , , , context]) =>
      (context as unknown as MarkContext).getMarkState(mark)) as Plot.InitializerFunction,
  );
  const render = learn as unknown as Plot.RenderFunction;
  const tip = Plot.tip(data as Plot.Data, { ...derived, title: null as never, render });
  return Object.assign(tip, { facet, facetAnchor });
}

function write(drawn: readonly Element[], texts: ReadonlyMap<number, string>): void {
  for (const element of drawn) {
    const bound: unknown = Reflect.get(element, "__data__");
    const rows: readonly number[] = [bound].flat().filter((row) => typeof row === "number");
    const told = rows.flatMap((row) => texts.get(row) || []);
    if (told.length === 0 || element.localName === "tspan" || element.querySelector("title")) {
      continue;
    }
    const points = rows.length === 1 ? told : told.map((text) => text.replaceAll("\n", ", "));
    const more = told.length > mostPoints ? ["…"] : [];
    const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
    title.append([...points.slice(0, mostPoints), ...more].join("\n"));
    element.append(title);
  }
}

function textOf(tip: Element | null): string {
  const lines = [...tip?.querySelectorAll("text > tspan") ?? []];
  return lines.map(({ textContent }) => (textContent ?? "").replaceAll("\u200b", "").trim())
    // A label, or a class, says itself what it is; the name of its field or channel says nothing, and in one language.
    .map((line) => line.replace(/^(?:label|fill|stroke|symbol|[a-z]\w*Label) /, ""))
    .filter((line) => line !== "").join("\n");
}
