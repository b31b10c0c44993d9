import * as Plot from "@observablehq/plot";
import { UsageError } from "../errors/usage_error.ts";
import { document, laidOut } from "./document.ts";
import { drawingOptions } from "./drawing_options.ts";
import { fitLabels } from "./fit_labels.ts";
import { withLanguage } from "./locale.ts";
import { expectOptions } from "./expect_options.ts";
import { expectFields } from "./expect_fields.ts";
import type { InnerMark, MarkContext } from "./inner_mark.ts";
import { type Drawn, type DrawnElement, lessons } from "./lessons.ts";
import type { Margins } from "./margins.ts";
import { palette, theme } from "./theme.ts";
import { titleByTips } from "./tip_titles.ts";

const scaleNames = ["x", "y", "fx", "fy", "r", "color", "opacity", "symbol", "length"] as const;

/** After so many drawings the last one stands, whatever its labels. */
const mostDrawings = 5;

/**
 * Draws a plot outside the browser, as often as it takes until its labels have room.
 *
 * @param given Plot's options.
 * @returns What Plot returns, with margins as wide as the labels and classes in the colours of the palette.
 * @throws {UsageError} If nothing would be seen.
 */
export function draw(given: Plot.PlotOptions): DrawnElement {
  const options = { document, ...given, ...drawingOptions() };
  expectOptions("a plot", given);
  for (const name of scaleNames) expectOptions(`a plot's scale ${name}`, given[name]);
  const marks = (options.marks ?? []).flat(Infinity as 1) as (InnerMark | null | undefined)[];
  if (marks.length > 0 && marks.every((mark) => mark === null || mark === undefined)) {
    const found = marks.map(String).join(", ");
    throw new UsageError(`Cannot draw a plot: expected at least one mark, found ${found}`);
  }
  const own = marks.filter((mark) => mark instanceof Plot.Mark);
  own.forEach(prepare);
  return withLanguage(() => {
    let learnt = measured(options);
    for (let drawing = 1;; drawing++) {
      const drawn = once(options, learnt, own);
      const more = drawing < mostDrawings ? lessons(options, learnt, drawn) : {};
      if (Object.keys(more).length === 0) {
        drawn.warnings.forEach((warning) => console.warn(...warning));
        return drawn.element;
      }
      learnt = { ...learnt, ...more };
    }
  });
}

/** What Plot's kinds of marks that write no text are drawn by. */
const shapes = [
  ...new Set(
    Object.values<unknown>(Plot).filter((kind) => kind !== Plot.Text && kind !== Plot.Tip)
      .flatMap((kind) => typeof kind === "function" ? drawnBy(kind.prototype) ?? [] : []),
  ),
].map((kind) => ({ kind, render: kind.render }));

function drawnBy(kind: object | null): InnerMark | undefined {
  if (!(kind instanceof Plot.Mark)) return undefined;
  return Object.hasOwn(kind, "render") ? kind as InnerMark : drawnBy(Object.getPrototypeOf(kind));
}

/** What the texts alone teach: a drawing without title and legends, in which Plot's own marks draw no shapes. */
function measured(options: Plot.PlotOptions): Plot.PlotOptions {
  const bare = { ...options, title: undefined, subtitle: undefined, caption: undefined };
  for (const name of ["color", "opacity", "symbol", "x", "y"] as const) {
    const scale = options[name];
    if (scale) Object.assign(bare, { [name]: { ...scale, legend: false, grid: false } });
  }
  shapes.forEach(({ kind }) => kind.render = () => null);
  try {
    return lessons(options, {}, once(bare, {}, []));
  } finally {
    shapes.forEach(({ kind, render }) => kind.render = render);
  }
}

/** Rows that can be read only once are kept for the next drawing, and what has no colour gets the first of the palette. */
function prepare(mark: InnerMark): void {
  const { data } = mark;
  if (typeof data === "object" && data !== null && "next" in data && Symbol.iterator in data) {
    mark.data = Array.from(data as Iterable<unknown>);
  }
  const isFilled = [Plot.Area, Plot.BarX, Plot.BarY, Plot.Cell, Plot.Rect]
    .some((kind) => mark instanceof kind);
  if (isFilled && mark.fill === undefined && !("fill" in mark.channels)) mark.fill = palette[0];
  const isStroked = mark instanceof Plot.Line || mark instanceof Plot.Dot;
  if (isStroked && mark.stroke === "currentColor") mark.stroke = palette[0];
}

function once(
  given: Plot.PlotOptions,
  learnt: Plot.PlotOptions,
  own: readonly InnerMark[],
): Drawn {
  const options = { ...given, ...learnt };
  const warnings: unknown[][] = [];
  const { warn } = console;
  console.warn = (...warning) => void warnings.push(warning);
  let dimensions: Margins | undefined, context: MarkContext | undefined;
  const probe = ((...told: readonly unknown[]) => {
    [dimensions, context] = told.slice(3, 5) as [Margins, MarkContext];
    return null;
  }) as Plot.RenderFunction;
  const titles = titleByTips(own);
  try {
    const marks = [options.marks, titles.marks, probe] as Plot.Markish[];
    const element = laidOut(() => {
      const drawn = Plot.plot({ ...options, marks }) as DrawnElement, svg = plotOf(drawn);
      const isPlots = svg.getAttribute("font-size") === "10";
      if (isPlots) svg.setAttribute("font-size", `${theme.textSize}`);
      return drawn;
    });
    titles.write();
    const svg = plotOf(element);
    for (const mark of context ? own : []) expectFields(mark, context!.getMarkState(mark));
    const width = Number(svg.getAttribute("width")), height = Number(svg.getAttribute("height"));
    const fitted = fitLabels(svg, {
      width,
      height,
      scale: (name) => element.scale(name as Plot.ScaleName),
      marginLeft: given.marginLeft ?? given.margin,
      marginRight: given.marginRight ?? given.margin,
    });
    return { element, svg, width, height, dimensions, ...fitted, warnings };
  } finally {
    titles.restore();
    console.warn = warn;
  }
}

/** The plot itself, beside which a figure holds the legends' pictures. */
function plotOf(element: Element): SVGSVGElement {
  if (element.localName === "svg") return element as SVGSVGElement;
  return [...element.children].findLast(({ localName }) => localName === "svg") as SVGSVGElement;
}
