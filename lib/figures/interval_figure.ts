import * as Plot from "@observablehq/plot";
import type { Caption } from "./caption.ts";
import { checkRows, refuse } from "./check_rows.ts";
import type { Figure } from "./figure.ts";
import { intervalColumns } from "./interval_columns.ts";
import { plotFigure } from "./plot_figure.ts";
import { rowFrame } from "./row_frame.ts";
import { theme } from "./theme.ts";
import { intervalData } from "./interval_data.ts";
import { valueScale } from "./value_scale.ts";
import { words } from "../words/words.ts";

/** Between which values a quantity lies, and what is recommended for it. */
export interface IntervalRow {
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly value?: number;
  readonly norm?: {
    /** Least recommended value; `null` for no limit. */
    readonly low: number | null;
    /** Greatest recommended value; `null` for no limit. */
    readonly high: number | null;
    readonly label: string;
  };
}

/** What an interval figure shows. */
export interface IntervalInput {
  readonly rows: readonly IntervalRow[];
  readonly unit: string;
  /** Decimals of the values; as many as they have unless told. Ends get more where they would look equal. */
  readonly decimals?: number;
}

const leastWidth = 4, columnGap = 14, line = 15;

/**
 * Draws intervals as bars, values as points and norms as bands, with the numbers at the right.
 *
 * An interval that is narrower than a line is drawn four pixels wide; its numbers tell its width.
 *
 * @param input The rows, in order.
 * @param caption What is said around the figure.
 * @returns The figure.
 * @throws {RangeError} If there are no rows, an end is not finite or above the other one, or the caption lacks something.
 *
 * @example
 * ```ts
 * import { intervalFigure } from "report";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const figure = intervalFigure({
 *   rows: [{
 *     label: "Города",
 *     low: 5.25,
 *     high: 5.35,
 *     value: 5.3,
 *     norm: { low: 5, high: 7, label: "норма 5–7" },
 *   }],
 *   unit: "экз. на жителя",
 * }, {
 *   name: "provision",
 *   title: "Книгообеспеченность в городах у нижней границы нормы",
 *   alt: "Значение 5,3 лежит в полосе нормы от 5 до 7.",
 *   source: "Отчёт",
 *   language: "ru",
 * });
 * assertStringIncludes(figure.svg, "5,25");
 * ```
 */
export function intervalFigure(input: IntervalInput, caption: Caption): Figure {
  const { rows, unit, decimals } = input;
  const { language } = caption;
  refuse(caption, [
    ...checkRows(rows, { texts: ["label"], numbers: ["low", "high"] }),
    ...rows.flatMap(problems),
  ]);
  const columns = intervalColumns(rows, { language, decimals });
  const frame = rowFrame(rows.map((row) => row.label), {
    rowHeight: columns.texts.map(({ ends, norm }) =>
      (1 + (ends ? 1 : 0) + norm.length) * line + 14
    ),
    marginRight: Math.ceil(columnGap + columns.width + theme.padding),
  });
  const finite = (ends: readonly (number | null | undefined)[]) =>
    ends.filter((end) => typeof end === "number");
  const scale = valueScale(
    rows.flatMap(({ low, high, value, norm }) => finite([low, high, value, norm?.low, norm?.high])),
    { width: frame.innerWidth, unit, language },
  );
  const { domain, unitsPerPixel } = scale;
  const edges = [domain[0] - 6 * unitsPerPixel, domain[1] + 6 * unitsPerPixel];
  const placed = rows.map((row, index) => ({
    ...row,
    ...widened(row, leastWidth * unitsPerPixel),
    y: frame.centers[index],
    half: frame.heights[index] / 2,
    normLow: row.norm?.low ?? edges[0],
    normHigh: row.norm?.high ?? edges[1],
  }));
  const normed = placed.filter(({ norm }) => norm);
  const bar = (half: number) => ({
    x1: "x1",
    x2: "x2",
    y1: ({ y }: { y: number }) => y - half,
    y2: ({ y }: { y: number }) => y + half,
  });
  const lines = columns.texts.flatMap(({ value, ends, norm }, index) => {
    const texts = [value, ...(ends ? [ends] : []), ...norm];
    return texts.map((text, place) => ({
      text,
      y: frame.centers[index] + (place - (texts.length - 1) / 2) * line,
      kind: place === 0 ? "value" : ends && place === 1 ? "ends" : "norm",
    }));
  });
  const column = (kind: string, style: Plot.TextOptions) =>
    Plot.text(lines.filter((line) => line.kind === kind), {
      y: "y",
      text: "text",
      frameAnchor: "right",
      textAnchor: "start",
      dx: columnGap,
      ...style,
    });
  return plotFigure({
    plot: {
      ...frame.options,
      x: scale.scale,
      marks: [
        frame.marks,
        Plot.rect(normed, {
          x1: "normLow",
          x2: "normHigh",
          y1: ({ y, half }) => y - half + 3,
          y2: ({ y, half }) => y + half - 3,
          fill: theme.band,
        }),
        scale.marks,
        ["low" as const, "high" as const].map((end) =>
          Plot.link(normed.filter(({ norm }) => norm?.[end] !== null), {
            x1: ({ norm }) => norm?.[end],
            x2: ({ norm }) => norm?.[end],
            y1: ({ y, half }) => y - half + 3,
            y2: ({ y, half }) => y + half - 3,
            stroke: theme.muted,
            strokeDasharray: "3,2",
          })
        ),
        Plot.rect(placed, { ...bar(5), fill: theme.increase }),
        Plot.dot(placed.filter(({ value }) => value !== undefined), {
          x: "value",
          y: "y",
          r: 3.5,
          fill: theme.background,
          stroke: theme.ink,
          strokeWidth: 1.5,
        }),
        column("value", { fontWeight: "bold" }),
        column("ends", {}),
        column("norm", { fontSize: theme.smallSize, fill: theme.muted }),
      ],
    },
    legend: [
      rows.some(({ value }) => value !== undefined) &&
      { label: words[language].figures.value, color: theme.ink, shape: "ring" as const },
      { label: words[language].figures.interval, color: theme.increase, shape: "bar" as const },
      normed.length > 0 &&
      { label: words[language].figures.norm, color: theme.band, shape: "band" as const },
    ].filter((entry) => entry !== false),
    rows,
    data: intervalData(input, language),
  }, caption);
}

function problems({ label, low, high, value, norm }: IntervalRow): string[] {
  const numbers = [value, norm?.low, norm?.high].filter((number) => typeof number === "number");
  return [
    ...(low > high ? [`wanted low at most high, found ${low} and ${high} for "${label}"`] : []),
    ...numbers.filter((number) => !Number.isFinite(number))
      .map((number) => `wanted a number or none, found ${number} for "${label}"`),
    ...(norm && norm.low !== null && norm.high !== null && norm.low > norm.high
      ? [`wanted a norm's low at most its high, found ${norm.low} and ${norm.high} for "${label}"`]
      : []),
  ];
}

function widened({ low, high }: IntervalRow, least: number) {
  const middle = (low + high) / 2;
  return high - low >= least
    ? { x1: low, x2: high }
    : { x1: middle - least / 2, x2: middle + least / 2 };
}
