import * as Plot from "@observablehq/plot";
import type { InnerMark } from "./inner_mark.ts";
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
  const tipped = own.filter((mark) => mark.tip && !(mark instanceof Plot.Tip)).map((mark) =>
    new Tipped(mark)
  );
  return {
    marks: tipped.map(({ teller }) => teller),
    write: () => tipped.forEach((tip) => tip.write()),
    restore: () => tipped.forEach((tip) => tip.restore()),
  };
}

/** Draws some rows, given by their index, and returns the elements. */
type Render = (index: readonly number[], ...rest: readonly unknown[]) => Element | null;

class Tipped {
  readonly #texts = new Map<number, string>();
  readonly #drawn: Element[] = [];
  readonly #isOwn: boolean;
  readonly #render: Render;

  constructor(readonly mark: InnerMark) {
    const drawn = this.#drawn;
    const render = mark.render as unknown as Render;
    this.#isOwn = Object.hasOwn(mark, "render");
    this.#render = render;
    Reflect.set(mark, "render", function (this: unknown, ...parts: Parameters<Render>) {
      const element = render.apply(mark, parts);
      if (element) drawn.push(element);
      return element;
    });
  }

  /** A tip of its own that asks Plot for the text of each row; Plot's draws nothing before the pointer moves. */
  get teller(): Plot.Markish {
    const { mark } = this;
    const { pointer: _pointer, ...options } = typeof mark.tip === "object"
      ? mark.tip as Record<string, unknown>
      : {};
    const learn = (index: readonly number[], ...rest: readonly unknown[]) => {
      const next = rest.at(-1) as Render;
      const { title } =
        (rest[1] as { channels: Record<string, { value: ArrayLike<unknown> }> }).channels;
      for (const row of index) {
        if (title && (title.value[row] ?? undefined) === undefined) continue;
        this.#texts.set(row, textOf(next([row], ...rest.slice(0, -1))));
      }
      return null;
    };
    const tip = Plot.tip(mark.data as Plot.Data, {
      ...Plot.initializer(
        { ...options, x: null, y: null } as Plot.TipOptions,
        ((_data, _facets, _channels, _scales, _dimensions, context) =>
          (context as unknown as { getMarkState(mark: InnerMark): unknown }).getMarkState(
            mark,
          )) as Plot.InitializerFunction,
      ),
      title: null as unknown as string,
      render: learn as unknown as Plot.RenderFunction,
    });
    const { facet, facetAnchor } = mark as unknown as Record<string, unknown>;
    return Object.assign(tip, { facet, facetAnchor });
  }

  write(): void {
    for (const element of this.#drawn.flatMap((element) => [...element.querySelectorAll("*")])) {
      const drawn: unknown = Reflect.get(element, "__data__");
      const rows = typeof drawn === "number" ? [drawn] : Array.isArray(drawn) ? drawn : [];
      const texts = rows.map((row) => this.#texts.get(row)).filter((text) => text);
      if (texts.length === 0 || element.querySelector("title") || element.localName === "tspan") {
        continue;
      }
      const more = texts.length > mostPoints ? ["…"] : [];
      const points = rows.length === 1 ? texts : texts.map((text) => text?.replaceAll("\n", ", "));
      const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
      title.append([...points.slice(0, mostPoints), ...more].join("\n"));
      element.append(title);
    }
  }

  restore(): void {
    if (this.#isOwn) Reflect.set(this.mark, "render", this.#render);
    else Reflect.deleteProperty(this.mark, "render");
  }
}

function textOf(tip: Element | null): string {
  const lines = [...tip?.querySelectorAll("text > tspan") ?? []];
  return lines.map(({ textContent }) => (textContent ?? "").replaceAll("\u200b", "").trim())
    // A label, or a class, says itself what it is; the name of its field or channel says nothing, and in one language.
    .map((line) => line.replace(/^(?:label|fill|stroke|symbol|[a-z]\w*Label) /, ""))
    .filter((line) => line !== "").join("\n");
}
