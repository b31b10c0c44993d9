import * as Plot from "@observablehq/plot";
import { formatNumber } from "../numbers/format_number.ts";
import type { Caption } from "./caption.ts";
import { checkRows, refuse } from "./check_rows.ts";
import type { Figure } from "./figure.ts";
import { plotFigure } from "./plot_figure.ts";
import { rowFrame } from "./row_frame.ts";
import { textWidth } from "./text_width.ts";
import { theme } from "./theme.ts";
import { valueData } from "./value_data.ts";
import { valueScale } from "./value_scale.ts";
import { words } from "../words/words.ts";

/** A change of one quantity. */
export interface ChangeRow {
  readonly label: string;
  readonly value: number;
}

/** What a change figure shows. */
export interface ChangeInput {
  readonly rows: readonly ChangeRow[];
  readonly unit: string;
  /** Decimals of the numbers; as many as they have unless told. */
  readonly decimals?: number;
  /** What positive and negative values are called in the legend; increase and decrease unless told. */
  readonly signs?: readonly [positive: string, negative: string];
}

const labelGap = 12;

/**
 * Draws changes as signed lollipops round 0; increases are full dots, decreases hollow ones.
 *
 * @param input The rows, in the order in which they are drawn.
 * @param caption What is said around the figure.
 * @returns The figure.
 * @throws {RangeError} If there are no rows, a number is not finite, or the caption lacks something.
 *
 * @example
 * ```ts
 * import { changeFigure } from "report";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const figure = changeFigure({
 *   rows: [{ label: "Loans", value: 61227 }, { label: "Visits", value: -6618 }],
 *   unit: "loans, visits",
 * }, {
 *   name: "change",
 *   title: "More loans, fewer visits",
 *   alt: "Loans rose by 61,227 and visits fell by 6,618.",
 *   source: "Report, table 1",
 *   language: "en",
 * });
 * assertStringIncludes(figure.svg, "\u22126,618");
 * ```
 */
export function changeFigure(input: ChangeInput, caption: Caption): Figure {
  const { rows, unit, decimals } = input;
  const { language } = caption;
  const { signs = [words[language].figures.increase, words[language].figures.decrease] } = input;
  refuse(caption, checkRows(rows, { texts: ["label"], numbers: ["value"] }));
  const write = (value: number) => formatNumber(value, { language, decimals, signed: true });
  const frame = rowFrame(rows.map((row) => row.label));
  const placed = rows.map((row, index) => ({ ...row, y: frame.centers[index] }));
  const rises = placed.filter(({ value }) => value > 0);
  const falls = placed.filter(({ value }) => value < 0);
  const stays = placed.filter(({ value }) => value === 0);
  const scale = valueScale(rows.map(({ value }) => value), {
    width: frame.innerWidth,
    unit,
    language,
    signed: true,
    zero: true,
    labels: rows.map(({ value }) => ({
      value,
      side: value < 0 ? "left" : "right",
      width: textWidth(write(value)) + labelGap,
    })),
  });
  const stem = { x1: 0, x2: "value", y1: "y", y2: "y", strokeWidth: 2.5 };
  const label = { x: "value", y: "y", text: (row: ChangeRow) => write(row.value) };
  const beside = { textAnchor: "start", dx: labelGap - 2 } as const;
  return plotFigure({
    plot: {
      ...frame.options,
      x: scale.scale,
      marks: [
        frame.marks,
        scale.marks,
        Plot.ruleX([0], { stroke: theme.ink }),
        Plot.link(rises, { ...stem, stroke: theme.increase }),
        Plot.link(falls, { ...stem, stroke: theme.decrease }),
        Plot.dot(rises, { x: "value", y: "y", r: 5, fill: theme.increase }),
        Plot.dot(falls, {
          x: "value",
          y: "y",
          r: 4.5,
          fill: theme.background,
          stroke: theme.decrease,
          strokeWidth: 2,
        }),
        Plot.dot(stays, { x: "value", y: "y", r: 4, fill: theme.muted }),
        Plot.text(falls, { ...label, textAnchor: "end", dx: 2 - labelGap }),
        Plot.text([...rises, ...stays], { ...label, ...beside }),
      ],
    },
    legend: [
      rises.length > 0 &&
      { label: signs[0], color: theme.increase, shape: "circle" as const },
      falls.length > 0 &&
      { label: signs[1], color: theme.decrease, shape: "ring" as const },
      stays.length > 0 &&
      { label: words[language].figures.same, color: theme.muted, shape: "circle" as const },
    ].filter((entry) => entry !== false),
    rows,
    data: valueData(rows, { named: ["label"], unit, language }),
  }, caption);
}
