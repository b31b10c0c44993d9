/**
 * Observable Plot as notebooks have it: all of Plot, drawn without a browser, and shown by every client.
 *
 * @module
 */
import * as Raw from "@observablehq/plot";
import { patchCellResults } from "../display/show.ts";
import { display, type Displayable, type MediaBundle, together } from "../model/displayable.ts";
import { document, Element } from "./document.ts";
import { draw, drawInLanguage } from "./draw.ts";
import { optionsOf, shownFigure } from "./shown_figure.ts";

export * from "@observablehq/plot";

/**
 * Draws a plot, as Plot's own `plot` does.
 *
 * Margins are as wide as the labels, numbers and dates are written in the language of the notebook, classes and what has
 * no colour are drawn in the colours of the palette, and tips become titles.
 *
 * @param options Plot's options.
 * @returns What Plot returns: the plot as an SVG, or a figure with its title, legends and caption.
 * @throws {UsageError} If nothing would be seen.
 *
 * @example
 * ```ts
 * import { Plot } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const visits = [{ year: "2015", count: 2195067 }, { year: "2016", count: 2188449 }];
 * const plot = Plot.plot({ marks: [Plot.barX(visits, { x: "count", y: "year" })] });
 * assertEquals(plot.localName, "svg");
 * ```
 */
export function plot(options: Raw.PlotOptions = {}): ReturnType<typeof Raw.plot> & Displayable {
  const drawn = draw(options);
  optionsOf.set(drawn, options);
  return drawn as ReturnType<typeof plot>;
}

type LegendOptions = Parameters<typeof Raw.legend>[0];

/**
 * Draws a legend, as Plot's own `legend` does.
 *
 * @param options Scale and style of the legend.
 */
export function legend(options: LegendOptions): ReturnType<typeof Raw.legend> {
  return drawInLanguage(() => Raw.legend({ document, ...options } as LegendOptions));
}

patchCellResults();

type Shown = Element | Raw.Mark;

/** Marks are drawn in one plot; plots and legends stand under each other. */
function show(values: readonly Shown[]): MediaBundle {
  const isMark = (value: Shown): value is Raw.Mark => value instanceof Raw.Mark;
  const drawMarks = (...marks: readonly Raw.Mark[]) => plot({ marks: marks as Raw.Markish[] });
  if (values.every(isMark)) return shownFigure([drawMarks(...values)]);
  return shownFigure(values.map((value) => isMark(value) ? drawMarks(value) : value));
}

for (const { prototype } of [Element, Raw.Mark]) {
  const showThis = function (this: Shown): MediaBundle {
    return show([this]);
  };
  Object.defineProperty(prototype, display, { configurable: true, value: showThis });
  Object.defineProperty(prototype, together, { configurable: true, value: show });
}

Object.defineProperty(Raw.Mark.prototype, "plot", {
  configurable: true,
  value(this: Raw.Mark, { marks = [], ...options }: Raw.PlotOptions = {}) {
    return plot({ ...options, marks: [...marks, this as Raw.Markish] });
  },
});
