import * as Plot from "@observablehq/plot";
import { formatNumber } from "../numbers/format_number.ts";
import type { Caption } from "./caption.ts";
import { checkRows, refuse } from "./check_rows.ts";
import type { Figure } from "./figure.ts";
import { plotFigure } from "./plot_figure.ts";
import { rowFrame } from "./row_frame.ts";
import { textWidth } from "./text_width.ts";
import { theme } from "./theme.ts";
import { words } from "../words/words.ts";

/** One record: in which row it stands, and of which category it is. */
export interface TallyRecord {
  readonly row: string;
  readonly category: string;
}

/** A category of records, in the order in which they are stacked. */
export interface TallyCategory {
  readonly id: string;
  readonly label: string;
  readonly color: string;
}

/** What a tally figure shows. */
export interface TallyInput {
  readonly rows: readonly TallyRecord[];
  readonly categories: readonly TallyCategory[];
  /** What one sign stands for. */
  readonly unit: string;
}

const pitch = 14;
const shapes = ["circle", "square", "diamond", "cross", "triangle", "star", "wye"] as const;

/**
 * Draws one sign for each record, stacked by category in each row, with the row's count at the end.
 *
 * Each category has its colour and its shape, and its count stands in the legend; those without records are left out.
 *
 * @param input The records; rows stand in the order in which they first appear.
 * @param caption What is said around the figure.
 * @returns The figure.
 * @throws {RangeError} If there are no records, or a record has no category that is declared.
 *
 * @example
 * ```ts
 * import { tallyFigure, verdictColors } from "report";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const figure = tallyFigure({
 *   rows: [{ row: "Table 1", category: "agrees" }, { row: "Table 1", category: "agrees" }],
 *   categories: [{ id: "agrees", label: "agrees", color: verdictColors.agrees }],
 *   unit: "claim",
 * }, {
 *   name: "verdicts",
 *   title: "Both claims hold",
 *   alt: "Two dots, both agree.",
 *   source: "Own audit",
 *   language: "en",
 * });
 * assertStringIncludes(figure.svg, "agrees \u2013 2");
 * ```
 */
export function tallyFigure(input: TallyInput, caption: Caption): Figure {
  const { rows, categories, unit } = input;
  const { language } = caption;
  const known = new Set(categories.map(({ id }) => id));
  const unknown = new Set(rows.map(({ category }) => category).filter((id) => !known.has(id)));
  refuse(caption, [
    ...checkRows(rows, { texts: ["row", "category"], numbers: [] }),
    ...[...unknown].map((id) => `wanted a category of ${[...known].join(", ")}, found "${id}"`),
    ...(categories.length > shapes.length
      ? [`wanted at most ${shapes.length} categories, found ${categories.length}`]
      : []),
  ]);
  const shown = categories.map((category, index) => ({ ...category, shape: shapes[index] }))
    .filter(({ id }) => rows.some(({ category }) => category === id));
  const labels = [...new Set(rows.map(({ row }) => row))];
  const records = labels.map((label) =>
    shown.flatMap(({ id, color, shape }) =>
      rows.filter(({ row, category }) => row === label && category === id)
        .map(() => ({ color, symbol: shape }))
    )
  );
  const counts = records.map(({ length }) => formatNumber(length, { language }));
  const marginRight = theme.padding + 12 +
    Math.ceil(Math.max(...counts.map((count) => textWidth(count, { weight: "bold" }))));
  const perLine = Math.floor(rowFrame(labels, { marginRight }).innerWidth / pitch);
  const lines = records.map(({ length }) => Math.ceil(length / perLine));
  const frame = rowFrame(labels, {
    rowHeight: lines.map((count) => count * pitch + 14),
    marginRight,
    marginBottom: 2,
  });
  const signs = records.flatMap((row, index) =>
    row.map((record, place) => ({
      ...record,
      x: (place % perLine + 0.5) * pitch,
      y: frame.centers[index] + (Math.floor(place / perLine) - (lines[index] - 1) / 2) * pitch,
    }))
  );
  return plotFigure({
    plot: {
      ...frame.options,
      x: { domain: [0, frame.innerWidth], axis: null },
      symbol: { domain: [...shapes], range: [...shapes] },
      marks: [
        frame.marks,
        Plot.dot(signs, { x: "x", y: "y", r: 5, fill: "color", symbol: "symbol" }),
        Plot.text(counts, {
          y: [...frame.centers],
          text: (count: string) => count,
          frameAnchor: "right",
          textAnchor: "end",
          dx: marginRight - theme.padding,
          fontWeight: "bold",
        }),
      ],
    },
    legend: shown.map(({ id, label, color, shape }) => ({
      label: `${label} \u2013 ${
        formatNumber(rows.filter(({ category }) => category === id).length, { language })
      }`,
      color,
      shape,
    })),
    note: `\u25cf = 1 ${unit}`,
    rows,
    data: {
      headings: [
        words[language].figures.label,
        ...shown.map(({ label }) => label),
        words[language].figures.all,
      ],
      cells: labels.map((label) => {
        const own = rows.filter(({ row }) => row === label);
        const count = (id: string) => own.filter(({ category }) => category === id).length;
        return [label, ...shown.map(({ id }) => count(id)), own.length];
      }),
    },
  }, caption);
}
