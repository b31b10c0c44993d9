import * as Plot from "@observablehq/plot";
import type { Caption } from "./caption.ts";
import { checkRows, refuse } from "./check_rows.ts";
import { fitSize } from "./fit_size.ts";
import type { Figure } from "./figure.ts";
import { plotFigure } from "./plot_figure.ts";
import { shadeOf } from "./shade.ts";
import { theme } from "./theme.ts";
import { valueData } from "./value_data.ts";
import { wrapText } from "./wrap_text.ts";

/** One territory in a map of equal tiles. */
export interface MapTile {
  readonly label: string;
  /** Place from the west and from the north, from 0. */
  readonly column: number;
  readonly row: number;
  readonly value: number;
}

/** What a tile map shows. */
export interface TileMapInput {
  readonly rows: readonly MapTile[];
  /** What is counted. */
  readonly unit: string;
}

const gap = 3, height = 62;

/**
 * Draws territories as equal tiles, roughly where they lie, shaded by a value.
 *
 * @param input The tiles.
 * @param caption What is said around the figure.
 * @returns The figure.
 * @throws {RangeError} If there are no tiles, two share a place, or a value is negative.
 *
 * @example
 * ```ts
 * import { tileMapFigure } from "report";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const figure = tileMapFigure({
 *   rows: [
 *     { label: "Yurga", column: 0, row: 0, value: 12 },
 *     { label: "Yurginsky", column: 1, row: 0, value: 4 },
 *   ],
 *   unit: "initiatives",
 * }, {
 *   name: "map",
 *   title: "More in the city than around it",
 *   alt: "Two tiles, the left one darker.",
 *   source: "Own coding",
 *   language: "en",
 * });
 * assertStringIncludes(figure.svg, "Yurginsky");
 * ```
 */
export function tileMapFigure({ rows, unit }: TileMapInput, caption: Caption): Figure {
  refuse(caption, problemsOf(rows));
  const columns = Math.max(...rows.map(({ column }) => column)) + 1;
  const lines = Math.max(...rows.map(({ row }) => row)) + 1;
  const most = Math.max(1, ...rows.map(({ value }) => value));
  const innerWidth = theme.width - 2 * theme.padding, width = innerWidth / columns;
  const labelSize = fitSize(rows.map(({ label }) => label), {
    width: width - gap - 4,
    size: 10,
    least: 7,
  });
  const tiles = rows.map((tile) => ({
    ...tile,
    x1: tile.column * width + gap / 2,
    x2: (tile.column + 1) * width - gap / 2,
    y1: tile.row * height + gap / 2,
    y2: (tile.row + 1) * height - gap / 2,
    fill: tile.value === 0 ? theme.background : shadeOf(tile.value / most),
    ink: tile.value / most > 0.5 ? theme.background : theme.ink,
    text: wrapText(tile.label, { width: width - gap - 4, size: labelSize }).join("\n"),
  }));
  const middle = (tile: typeof tiles[0]) => (tile.x1 + tile.x2) / 2;
  return plotFigure({
    plot: {
      width: theme.width,
      height: lines * height + 12,
      marginLeft: theme.padding,
      marginRight: theme.padding,
      marginTop: 6,
      marginBottom: 6,
      x: { domain: [0, innerWidth], axis: null },
      y: { domain: [0, lines * height], range: [6, 6 + lines * height], axis: null },
      marks: [
        Plot.rect(tiles, {
          x1: "x1",
          x2: "x2",
          y1: "y1",
          y2: "y2",
          fill: "fill",
          stroke: theme.grid,
        }),
        Plot.text(tiles, {
          x: middle,
          y: (tile) => tile.y1 + 6,
          text: "text",
          fill: "ink",
          fontSize: labelSize,
          lineAnchor: "top",
          lineHeight: 1.15,
        }),
        Plot.text(tiles, {
          x: middle,
          y: (tile) => tile.y2 - 5,
          text: (tile) => String(tile.value),
          fill: "ink",
          fontWeight: "bold",
          lineAnchor: "bottom",
        }),
      ],
    },
    legend: [
      { label: `0 ${unit}`, color: theme.background, shape: "band" },
      { label: `${most} ${unit}`, color: shadeOf(1) },
    ],
    rows: rows.map(({ label, column, row, value }) => ({ label, column, row, value })),
    data: valueData(rows, { named: ["label"], unit, language: caption.language }),
  }, caption);
}

function problemsOf(rows: readonly MapTile[]): string[] {
  const places = rows.map(({ column, row }) => `${column}, ${row}`);
  return [
    ...checkRows(rows, { texts: ["label"], numbers: ["column", "row", "value"] }),
    ...rows.filter(({ value }) => value < 0)
      .map(({ label, value }) => `wanted no negative value for "${label}", found ${value}`),
    ...places.filter((place, index) => places.indexOf(place) !== index)
      .map((place) => `wanted one tile at ${place}, found two`),
  ];
}
