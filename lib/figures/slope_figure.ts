import * as Plot from "@observablehq/plot";
import type { Caption } from "./caption.ts";
import { checkRows, refuse } from "./check_rows.ts";
import type { TwoValueRow } from "./dumbbell_figure.ts";
import type { Figure } from "./figure.ts";
import { plotFigure } from "./plot_figure.ts";
import { slopeLayout, type SlopeRow } from "./slope_layout.ts";
import { theme } from "./theme.ts";
import { twoValueData } from "./two_value_data.ts";

/** What a slope figure shows. */
export interface SlopeInput {
  readonly rows: readonly TwoValueRow[];
  /** What the two columns are, such as the two years. */
  readonly columns: readonly [string, string];
  readonly unit: string;
  /** Decimals of the numbers; as many as they have unless told. */
  readonly decimals?: number;
}

/**
 * Draws two values of each row as a line from the left column to the right one.
 *
 * The columns span at least a fifth of the greatest value, so that a small change looks small. Lines
 * that rise are solid, lines that fall are dashed.
 *
 * @param input The rows; they stand in the order of their values.
 * @param caption What is said around the figure.
 * @returns The figure.
 * @throws {RangeError} If there are no rows, a number is not finite, or the caption lacks something.
 *
 * @example
 * ```ts
 * import { slopeFigure } from "report";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const figure = slopeFigure({
 *   rows: [{ label: "Events", from: 430236, to: 422952 }],
 *   columns: ["2015", "2016"],
 *   unit: "visits",
 * }, {
 *   name: "events",
 *   title: "Fewer visits to events",
 *   alt: "Visits to events fell from 430,236 to 422,952.",
 *   source: "Report, table 1",
 *   language: "en",
 * });
 * assertStringIncludes(figure.svg, "\u22127,284 (\u22121.7%)");
 * ```
 */
export function slopeFigure(input: SlopeInput, caption: Caption): Figure {
  refuse(caption, checkRows(input.rows, { texts: ["label"], numbers: ["from", "to"] }));
  const { rows, heads, top, bottom, height, x } = slopeLayout(input, caption.language);
  const [labelEnd, fromEnd, first, second, toStart, toEnd, changeStart] = x;
  const color = ({ direction }: SlopeRow) =>
    direction > 0 ? theme.increase : direction < 0 ? theme.decrease : theme.muted;
  const slopes = { x1: first, x2: second, y1: "fromY", y2: "toY", stroke: color, strokeWidth: 2 };
  const leaders = { stroke: theme.muted, strokeWidth: 0.75 };
  const column = { y1: top - 8, y2: bottom + 8, stroke: theme.grid };
  const bold = { fontWeight: "bold", textAnchor: "end" } as const;
  return plotFigure({
    plot: {
      width: theme.width,
      height,
      margin: 0,
      x: { type: "identity", axis: null },
      y: { type: "identity", axis: null },
      marks: [
        Plot.ruleX([first, second], column),
        Plot.link(rows.filter(({ direction }) => direction >= 0), slopes),
        Plot.link(rows.filter(({ direction }) => direction < 0), {
          ...slopes,
          strokeDasharray: "6,3",
        }),
        Plot.link(rows, { x1: fromEnd + 5, x2: first - 5, y1: "leftY", y2: "fromY", ...leaders }),
        Plot.link(rows, {
          x1: second + 5,
          x2: toStart - 5,
          y1: "toY",
          y2: "rightY",
          ...leaders,
        }),
        Plot.dot(rows, { x: first, y: "fromY", r: 4, fill: color }),
        Plot.dot(rows, { x: second, y: "toY", r: 4, fill: color }),
        Plot.text(rows, { x: fromEnd, y: "leftY", text: "from", ...bold }),
        Plot.text(rows, {
          x: labelEnd,
          y: "leftY",
          text: "label",
          textAnchor: "end",
          lineHeight: theme.lineHeight,
        }),
        Plot.text(rows, { x: toEnd, y: "rightY", text: "to", ...bold }),
        Plot.text(rows, {
          x: changeStart,
          y: "rightY",
          text: "change",
          textAnchor: "start",
          fill: theme.muted,
        }),
        Plot.text(heads, {
          x: [first, second],
          y: top - 16,
          text: (lines: string) => lines,
          lineAnchor: "bottom",
          lineHeight: theme.lineHeight,
          fontWeight: "bold",
        }),
      ],
    },
    rows: input.rows,
    data: twoValueData({ ...input, ends: input.columns }, caption.language),
  }, caption);
}
