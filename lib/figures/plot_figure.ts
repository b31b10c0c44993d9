import type { PlotOptions } from "@observablehq/plot";
import type { CellGrid } from "../look/write_table.ts";
import { display } from "../model/displayable.ts";
import type { Caption } from "./caption.ts";
import { refuse } from "./check_rows.ts";
import { composeSvg } from "./compose_svg.ts";
import { dataTable, rowsAsCells } from "./data_table.ts";
import { drawPlot } from "./draw_plot.ts";
import type { Figure } from "./figure.ts";
import { figureBundle } from "./figure_bundle.ts";
import { altText } from "./alt_text.ts";
import { type LegendEntry, legendPlot } from "./legend.ts";

/** Any figure that Observable Plot can draw. */
export interface PlotFigureInput {
  /** Plot's options; the title, legend and source come from the caption and from `legend`. */
  readonly plot: Omit<PlotOptions, "document" | "style" | "title" | "subtitle" | "caption">;
  /** Entries of the legend, in the order of the marks. */
  readonly legend?: readonly LegendEntry[];
  /** A remark under the plot, such as that an axis does not start at zero. */
  readonly note?: string;
  /** The rows behind the figure, for a table beside it. */
  readonly rows?: readonly object[];
  /** The table behind the figure's disclosure; the rows, a column for each field, unless told. */
  readonly data?: CellGrid;
}

/**
 * Draws an Observable Plot with its title, legend and source line as one self-contained SVG.
 *
 * Margins widen to what the labels need, and the axes' numbers are written in the caption's
 * language; numbers in text marks are the caller's, as strings. Years are best given as
 * strings, on a scale that is said to be a `band` or `point`: else Plot marks the figure with a warning.
 *
 * @param input Plot's options, the legend and the rows.
 * @param caption What is said around the figure.
 * @returns The figure.
 * @throws {RangeError} If the caption lacks something, or a label fits nowhere.
 *
 * @example
 * ```ts
 * import { plotFigure } from "report";
 * import * as Plot from "@observablehq/plot";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const visits = [{ year: "2015", count: 2195067 }, { year: "2016", count: 2188449 }];
 * const figure = plotFigure({
 *   plot: { y: { type: "band" }, marks: [Plot.barX(visits, { x: "count", y: "year" })] },
 *   rows: visits,
 * }, {
 *   name: "visits",
 *   title: "Visits hardly changed",
 *   alt: "Two bars of nearly the same length.",
 *   source: "Yearly report",
 *   language: "en",
 * });
 * assertStringIncludes(figure.svg, "1,000,000");
 * ```
 */
export function plotFigure(input: PlotFigureInput, caption: Caption): Figure {
  refuse(caption, []);
  const { plot, legend = [], note, rows = [], data = rowsAsCells(rows) } = input;
  const { name, language, alt = altText(caption, data) } = caption;
  const svg = draw(caption, () => {
    const drawn = drawPlot(plot, language);
    return composeSvg({
      legend: legend.length > 0 ? drawPlot(legendPlot(legend, drawn.width), language) : undefined,
      plot: drawn,
      note,
    }, { ...caption, alt });
  });
  return {
    name,
    alt,
    svg,
    rows: rows.map((row) => ({ ...row })),
    [display]: () => figureBundle({ svg, alt }, dataTable(data, caption)),
  };
}

function draw(caption: Caption, make: () => string): string {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) refuse(caption, [error.message]);
    throw error;
  }
}
