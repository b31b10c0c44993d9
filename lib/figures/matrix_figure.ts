import * as Plot from "@observablehq/plot";
import type { Caption } from "./caption.ts";
import { checkRows, refuse } from "./check_rows.ts";
import { fitSize } from "./fit_size.ts";
import type { Figure } from "./figure.ts";
import { plotFigure } from "./plot_figure.ts";
import { rowFrame } from "./row_frame.ts";
import { shadeOf } from "./shade.ts";
import { theme } from "./theme.ts";
import { wrapText } from "./wrap_text.ts";
import { words } from "../words/words.ts";

/** One cell of a matrix. */
export interface MatrixCell {
  readonly row: string;
  readonly column: string;
  /** How dark the cell is, from 0 to 1; `null` for a cell that is left out. */
  readonly shade: number | null;
  /** What is written in it. */
  readonly text: string;
}

/** What a matrix figure shows. */
export interface MatrixInput {
  readonly rows: readonly MatrixCell[];
  /** What a pale and a dark cell mean. */
  readonly legend: { readonly pale: string; readonly dark: string };
}

const gap = 2;

/**
 * Draws a matrix of cells, shaded by a value and with a text in each: a heat map that can be read in print.
 *
 * @param input The cells; rows and columns stand in the order in which they first appear.
 * @param caption What is said around the figure.
 * @returns The figure.
 * @throws {RangeError} If there are no cells, a shade is not from 0 to 1, or a cell stands twice.
 *
 * @example
 * ```ts
 * import { matrixFigure } from "report";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const figure = matrixFigure({
 *   rows: [{ row: "Users", column: "Year 2016", shade: 1, text: "12 of 12" }],
 *   legend: { pale: "none is caught", dark: "each is caught" },
 * }, {
 *   name: "power",
 *   title: "Every slip would be caught",
 *   alt: "One cell, protected by all of its relations.",
 *   source: "Own audit",
 *   language: "en",
 * });
 * assertStringIncludes(figure.svg, "12 of 12");
 * ```
 */
export function matrixFigure({ rows, legend }: MatrixInput, caption: Caption): Figure {
  refuse(caption, problemsOf(rows));
  const labels = [...new Set(rows.map(({ row }) => row))];
  const columns = [...new Set(rows.map(({ column }) => column))];
  const textAt = new Map(labels.map((label) => [
    label,
    new Map(rows.filter(({ row }) => row === label).map(({ column, text }) => [column, text])),
  ]));
  const width = Math.floor(rowFrame(labels).innerWidth / columns.length);
  const size = fitSize(columns, { width: width - 6, size: theme.textSize, least: 8 });
  const heads = columns.map((column) => wrapText(column, { width: width - 6, size }));
  const headHeight = Math.max(...heads.map(({ length }) => length)) * 15 + 10;
  const frame = rowFrame(["", ...labels], {
    rowHeight: [headHeight, ...labels.map(() => 26)],
    marginBottom: 4,
  });
  const cells = rows.map((cell) => {
    const row = labels.indexOf(cell.row) + 1, column = columns.indexOf(cell.column);
    const middle = frame.centers[row], half = frame.heights[row] / 2 - gap / 2;
    return {
      ...cell,
      x1: column * width + gap / 2,
      x2: (column + 1) * width - gap / 2,
      y1: middle - half,
      y2: middle + half,
      middle,
      fill: shadeOf(cell.shade ?? 0),
      ink: (cell.shade ?? 0) > 0.5 ? theme.background : theme.ink,
    };
  });
  return plotFigure({
    plot: {
      ...frame.options,
      x: { domain: [0, frame.innerWidth], axis: null },
      marks: [
        frame.marks,
        Plot.rect(cells.filter(({ shade }) => shade !== null), {
          x1: "x1",
          x2: "x2",
          y1: "y1",
          y2: "y2",
          fill: "fill",
        }),
        Plot.text(cells, {
          x: (cell) => (cell.x1 + cell.x2) / 2,
          y: "middle",
          text: "text",
          fill: "ink",
        }),
        Plot.text(heads, {
          x: (_, index) => (index + 0.5) * width,
          y: () => headHeight - 6,
          text: (lines: string[]) => lines.join("\n"),
          lineAnchor: "bottom",
          fontSize: size,
          lineHeight: theme.lineHeight,
          fill: theme.muted,
        }),
      ],
    },
    legend: [
      { label: legend.pale, color: shadeOf(0) },
      { label: legend.dark, color: shadeOf(1) },
    ],
    rows: rows.map(({ row, column, shade, text }) => ({ row, column, shade, text })),
    data: {
      headings: [words[caption.language].figures.label, ...columns],
      cells: labels.map((label) => [
        label,
        ...columns.map((column) => textAt.get(label)?.get(column) ?? null),
      ]),
    },
  }, caption);
}

function problemsOf(rows: readonly MatrixCell[]): string[] {
  const places = rows.map(({ row, column }) => `"${row}", "${column}"`);
  return [
    ...checkRows(rows, { texts: ["row", "column", "text"], numbers: [] }),
    ...rows.flatMap(({ shade }, index) =>
      shade === null || (shade >= 0 && shade <= 1)
        ? []
        : [`row ${index + 1}: wanted a shade from 0 to 1, found ${shade}`]
    ),
    ...places.filter((place, index) => places.indexOf(place) !== index)
      .map((place) => `wanted one cell at ${place}, found two`),
  ];
}
