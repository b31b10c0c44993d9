import type * as Plots from "@observablehq/plot";
import { labelX, type NumberLabelOptions, numbersOf } from "./label_x.ts";
import { Plot } from "./lazy_plot.ts";
import { palette, theme } from "./theme.ts";

/** Options of {@link dumbbellX}: Plot's for marks, and how numbers are written. */
export interface DumbbellXOptions extends Plots.MarkOptions, NumberLabelOptions {
  /** The first value, a hollow dot. */
  readonly x1: Plots.ChannelValue;
  /** The second value, a full dot. */
  readonly x2: Plots.ChannelValue;
  /** The row that a dumbbell stands on. */
  readonly y: Plots.ChannelValue;
  /** What the two values are: with it they are classes of the colour scale, which a legend tells. */
  readonly ends?: readonly [string, string];
}

/**
 * Draws two values of each row as a hollow and a full dot on one line, with their numbers beside them.
 *
 * Rows stand in the order given, unless `sort` or the domain of y says otherwise.
 *
 * @param data The rows.
 * @param options Plot's names of channels and options.
 * @returns Marks for Plot.
 *
 * @example
 * ```ts
 * import { dumbbellX, Plot } from "report";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const users = [{ of: "In the library", before: 268283, after: 267756 }];
 * const plot = Plot.plot({
 *   color: { legend: true },
 *   marks: [dumbbellX(users, { x1: "before", x2: "after", y: "of", ends: ["2015", "2016"] })],
 * });
 * assertStringIncludes(plot.textContent ?? "", "268,283");
 * ```
 */
export function dumbbellX(data: Plots.Data, options: DumbbellXOptions): Plots.CompoundMark {
  const { x1, x2, y, ends, decimals, signed, sort = { y: null }, ...others } = options;
  const first = numbersOf(data, x1), second = numbersOf(data, x2);
  const lower = first.map((value, at) => Math.min(value, second[at]));
  const upper = first.map((value, at) => Math.max(value, second[at]));
  const [hollow, full] = ends?.map((end) => () => end) ?? [palette[0], palette[0]];
  const label = { y, decimals, signed }, paper = { fill: theme.background };
  const isApart = lower.map((value, at) => value < upper[at]);
  return Plot.marks(
    Plot.link(data, { x1, x2, y, stroke: "#9db4d0", strokeWidth: 3, sort }),
    Plot.dot(data, { r: 5, strokeWidth: 2, ...paper, ...others, x: x1, y, stroke: hollow }),
    Plot.dot(data, { r: 5.5, ...others, x: x2, y, fill: full }),
    labelX(data, { ...label, x: lower, anchor: "left", filter: isApart }),
    labelX(data, { ...label, x: upper, anchor: "right" }),
  );
}
