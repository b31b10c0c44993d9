import * as Plot from "@observablehq/plot";
import { formatNumber } from "../numbers/format_number.ts";
import type { Caption } from "./caption.ts";
import { checkRows, refuse } from "./check_rows.ts";
import type { Figure } from "./figure.ts";
import { categoryColor } from "./palette.ts";
import { plotFigure } from "./plot_figure.ts";
import { readableInk } from "./readable_ink.ts";
import { textWidth } from "./text_width.ts";
import { theme } from "./theme.ts";
import { valueData } from "./value_data.ts";
import { words } from "../words/words.ts";
import { wrapText } from "./wrap_text.ts";

/** A part that is counted. */
export interface CountedPart {
  readonly part: string;
  readonly value: number;
}

/** What a waffle figure shows. */
export interface WaffleInput {
  readonly rows: readonly CountedPart[];
  /** What one cell stands for. */
  readonly unit: string;
  /** Cells in a row; ten, or more for a great total, unless told. */
  readonly perRow?: number;
}

const most = 1000, widest = 300, line = theme.textSize * theme.lineHeight;

/**
 * Draws counted parts as cells of a grid, one cell for one unit, with the parts listed beside it.
 *
 * The first cell of each part carries the part's number in the list.
 *
 * @param input The parts, in order.
 * @param caption What is said around the figure.
 * @returns The figure.
 * @throws {RangeError} If a value is no whole number from 0 on, or all together are none or over a thousand.
 *
 * @example
 * ```ts
 * import { waffleFigure } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const figure = waffleFigure({
 *   rows: [{ part: "urban", value: 3 }, { part: "rural", value: 2 }],
 *   unit: "library",
 * }, {
 *   name: "libraries",
 *   title: "Three urban and two rural libraries",
 *   alt: "Five cells, three of them urban.",
 *   source: "Report",
 *   language: "en",
 * });
 * assertEquals(figure.rows.length, 2);
 * ```
 */
export function waffleFigure(input: WaffleInput, caption: Caption): Figure {
  const { rows, unit } = input;
  const total = rows.reduce((sum, { value }) => sum + value, 0);
  const { perRow = total <= 120 ? 10 : Math.ceil(Math.sqrt(total)) } = input;
  refuse(caption, [
    ...checkRows(rows, { texts: ["part"], numbers: ["value"] }),
    ...rows.filter(({ value }) =>
      Number.isFinite(value) && !(Number.isInteger(value) && value >= 0)
    )
      .map(({ part, value }) => `wanted a whole number from 0 on, found ${value} for "${part}"`),
    ...(total === 0 || total > most
      ? [`wanted from 1 to ${most} units in all, found ${total}, draw a composition instead`]
      : []),
    ...(Number.isInteger(perRow) && perRow > 0
      ? []
      : [`wanted a whole number of cells in a row, found ${perRow}`]),
  ]);
  const write = (value: number) => formatNumber(value, { language: caption.language });
  const side = Math.min(28, Math.floor(widest / perRow));
  const starts = rows.map((_, index) =>
    rows.slice(0, index).reduce((sum, { value }) => sum + value, 0)
  );
  const corner = (cell: number) => ({
    x: theme.padding + cell % perRow * side,
    y: Math.floor(cell / perRow) * side,
  });
  const cells = rows.flatMap(({ value }, index) =>
    Array.from({ length: value }, (_, cell) => ({
      ...corner(starts[index] + cell),
      color: categoryColor(index),
      number: cell === 0 && side >= 14 ? String(index + 1) : "",
    }))
  );
  const list = theme.padding + Math.min(perRow, total) * side + 32;
  const countWidth = Math.max(
    ...[total, ...rows.map(({ value }) => value)]
      .map((value) => textWidth(write(value), { weight: "bold" })),
  );
  const labelStart = list + 28 + countWidth + 10;
  let next = 0;
  const entries = [...rows, { part: words[caption.language].figures.all, value: total }]
    .map(({ part, value }, index) => {
      const lines = wrapText(part, { width: theme.width - theme.padding - labelStart });
      const y = next;
      next += lines.length * line + 9;
      return {
        label: lines.join("\n"),
        count: write(value),
        y: y + 10,
        color: categoryColor(index),
        number: index < rows.length ? String(index + 1) : "",
      };
    });
  const parts = entries.slice(0, -1);
  const height = Math.max(Math.ceil(total / perRow) * side, next) + 2;
  const shift = (height - 2 - next) / 2 > 0 && rows.length > 2 ? (height - 2 - next) / 2 : 0;
  const at = (entry: { y: number }) => entry.y + shift;
  const square = (size: number, inset: number) => ({
    x1: ({ x }: Corner) => x + inset,
    x2: ({ x }: Corner) => x + size - inset,
    y1: ({ y }: Corner) => y + inset,
    y2: ({ y }: Corner) => y + size - inset,
    fill: "color",
  });
  const numbered = { text: "number", fill: inkOn, fontSize: theme.sourceSize, fontWeight: "bold" };
  return plotFigure({
    plot: {
      width: theme.width,
      height,
      margin: 0,
      x: { type: "identity", axis: null },
      y: { type: "identity", axis: null },
      marks: [
        Plot.rect(cells, square(side, side > 10 ? 1 : 0.5)),
        Plot.text(cells, { x: ({ x }) => x + side / 2, y: ({ y }) => y + side / 2, ...numbered }),
        Plot.rect(parts.map((entry) => ({ ...entry, x: list, y: at(entry) - 9 })), square(18, 0)),
        Plot.text(parts, { x: list + 9, y: at, ...numbered }),
        Plot.text(entries, {
          x: labelStart - 10,
          y: at,
          text: "count",
          textAnchor: "end",
          fontWeight: "bold",
        }),
        Plot.text(entries, {
          x: labelStart,
          y: (entry) => at(entry) - theme.textSize * 0.35,
          text: "label",
          textAnchor: "start",
          lineAnchor: "top",
          lineHeight: theme.lineHeight,
        }),
        Plot.link([list], {
          x1: list,
          x2: theme.width - theme.padding,
          y1: at(entries[entries.length - 1]) - 12,
          y2: at(entries[entries.length - 1]) - 12,
          stroke: theme.grid,
        }),
      ],
    },
    note: `\u25a0 = 1 ${unit}`,
    rows,
    data: valueData(rows, { named: ["part"], unit, language: caption.language }),
  }, caption);
}

interface Corner {
  readonly x: number;
  readonly y: number;
}

function inkOn({ color }: { readonly color: string }): string {
  return readableInk(color);
}
