import type { GridColumn, GridRow, TableGrid } from "./table.ts";

/**
 * A column or row as numbers to try relations on: in whole units of the finest decimal of the table, NaN where no
 * number is printed. What is drafted is a guess; the audit judges it on exact intervals.
 */
export interface Line {
  readonly name: string;
  readonly values: Float64Array;
  /** One unit of each number's last decimal. */
  readonly steps: Float64Array;
  /** Whether the table has no number below 0, so that sums only grow. */
  readonly isGrowing: boolean;
  /** 1 where the cell is blank. */
  readonly isBlank: Uint8Array;
  readonly hasDecimals: boolean;
  /** How many of these units are 1. */
  readonly scale: number;
}

/** A line with the number of another place in each, NaN where there is none. */
export function moveLine(line: Line, from: (place: number) => number): Line {
  const { values, steps, scale } = line;
  return {
    ...line,
    values: values.map((_, place) => values[from(place)] ?? NaN),
    steps: steps.map((_, place) => steps[from(place)] ?? scale),
    isBlank: line.isBlank.map(() => 0),
  };
}

/** Makes a line of cells. */
export type LineOf = (
  name: string,
  cells: readonly (readonly [GridRow, GridColumn])[],
) => Line;

/** How many decimals are tried on at most. */
const mostDecimals = 6;

/** What makes lines of the cells of a table, and how many of their units are 1. */
export function linesOf({ table: { rows }, measures }: TableGrid) {
  let decimals = 0, isGrowing = true;
  for (const { cells } of rows) {
    for (const { index } of measures) {
      const { read } = cells[index];
      if (!("value" in read)) continue;
      decimals = Math.max(decimals, Math.min(mostDecimals, read.decimals));
      if (read.value.sign < 0) isGrowing = false;
    }
  }
  const scale = 10 ** decimals;
  const lineOf: LineOf = (name, cells) => {
    const reads = cells.map(([row, column]) => row.cells[column.index].read);
    const steps = Float64Array.from(
      reads,
      (read) =>
        read.form === "number" ? Math.max(1, Math.round(scale / 10 ** read.decimals)) : scale,
    );
    return {
      name,
      values: Float64Array.from(reads, (read) => {
        if (read.form === "nil") return 0;
        return read.form === "number" ? Math.round(read.value.valueOf() * scale) : NaN;
      }),
      steps,
      isGrowing,
      isBlank: Uint8Array.from(reads, ({ form }) => form === "blank" ? 1 : 0),
      hasDecimals: steps.some((step) => step < scale),
      scale,
    };
  };
  return { scale, lineOf };
}
