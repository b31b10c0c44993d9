import type { GridCell, TableGrid } from "./table.ts";

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

/** How many decimals are tried on at most. */
const mostDecimals = 6;

/** What makes lines of the cells of a table, and how many of their units are 1. */
export function linesOf({ decimals, hasNegatives }: TableGrid) {
  const scale = 10 ** Math.min(mostDecimals, Math.max(0, ...decimals.values()));
  const lineOf = (name: string, cells: readonly GridCell[]): Line => {
    const steps = Float64Array.from(
      cells,
      ({ read }) =>
        read.form === "number" ? Math.max(1, Math.round(scale / 10 ** read.decimals)) : scale,
    );
    return {
      name,
      values: Float64Array.from(cells, ({ read }) => {
        if (read.form === "nil") return 0;
        return read.form === "number" ? Math.round(read.value.valueOf() * scale) : NaN;
      }),
      steps,
      isGrowing: !hasNegatives,
      isBlank: Uint8Array.from(cells, ({ read }) => read.form === "blank" ? 1 : 0),
      hasDecimals: steps.some((step) => step < scale),
      scale,
    };
  };
  return { scale, lineOf };
}

/** Makes a line of cells. */
export type LineOf = ReturnType<typeof linesOf>["lineOf"];
