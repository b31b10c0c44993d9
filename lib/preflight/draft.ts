import type { GridColumn, GridRow, TableGrid } from "./table.ts";
import type { TableRelation } from "./table_relation.ts";

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
}

export interface Fit {
  /** How many instances could be tried, of those that are not trivial. */
  readonly tried: number;
  readonly exact: number;
  /** How many hold if each number was rounded from one that was not. */
  readonly loose: number;
  /** Whether the numbers were rounded after it was computed, as far as one can see. */
  readonly isLoose: boolean;
  /** How unlikely it is by chance, in bits. */
  readonly bits: number;
}

export type Draft =
  & Pick<TableRelation, "kind" | "result" | "operands" | "divisors" | "unit" | "blank">
  & {
    readonly fit: Fit;
  };

/** A relation of lines, with no unit and no blank that is nil: the result and what gives it, and what is taken away or divides. */
export function draftOf(
  kind: Draft["kind"],
  [{ name: result }, ...plus]: readonly Line[],
  minus: readonly Line[],
  fit: Fit,
): Draft {
  const [operands, divisors] = [plus, minus].map((lines) => lines.map(({ name }) => name));
  return { kind, result, operands, divisors, unit: "", blank: "not-told", fit };
}

type Counts = Omit<Fit, "isLoose">;

/** Decides whether numbers were rounded after they were added: some off by a last unit only, more than misprints would be. */
export function fitOf(counts: Counts, parts: number, hasDecimals: boolean): Fit {
  const { tried, exact, loose } = counts;
  const isLoose = hasDecimals
    ? loose > exact && !(exact >= 0.9 * tried && chanceOf(exact, tried, oftenOf(parts)) < rare)
    : loose - exact >= 3 && loose >= 0.9 * tried && exact < 0.9 * tried;
  return { ...counts, isLoose };
}

/**
 * How often numbers that were rounded one by one still add up to the last digit: three of four for two parts; of more as
 * often as a normal error with their variance, a twelfth of a unit for each number, is below half a unit.
 */
function oftenOf(parts: number): number {
  return Math.min(0.75, Math.sqrt(6 / (Math.PI * (parts + 1))));
}

/** How rarely chance may explain what is taken for computed as printed. */
const rare = 0.005;

/** How likely at least so many of all would add up to the last digit by chance. */
function chanceOf(exact: number, all: number, often: number): number {
  let term = often ** all, sum = 0;
  for (let count = all; count >= exact; count--) {
    sum += term;
    term *= count * (1 - often) / ((all - count + 1) * often);
  }
  return sum;
}

/** How many hold, as the numbers were computed. */
export function holds({ isLoose, exact, loose }: Fit): number {
  return isLoose ? loose : exact;
}

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
  const lineOf = (name: string, cells: readonly (readonly [GridRow, GridColumn])[]): Line => {
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
    };
  };
  return { scale, lineOf };
}

/** What was found, as a relation of the table. */
export function toRelation(
  { fit, ...relation }: Draft,
  each: TableRelation["each"],
  except: readonly string[],
): TableRelation {
  return { ...relation, each, except, computed: fit.isLoose ? "from-unrounded" : "as-printed" };
}

/** Columns by stem, in groups that have the same periods. */
export function stemGroups(
  columns: readonly GridColumn[],
): { stem: string; columns: GridColumn[] }[][] {
  const byStem = Map.groupBy(
    columns,
    ({ header, name }) => header.period === "" ? name : header.stem,
  );
  const stems = [...byStem].map(([stem, columns]) => ({
    stem,
    columns: columns.toSorted((a, b) => a.header.order - b.header.order),
  }));
  const key = ({ columns }: typeof stems[number]) =>
    columns.map(({ header }) => header.period).join("|");
  return [...Map.groupBy(stems, key).values()];
}

/** Sums that were found for all periods, and those found column by column that are none of them. */
export function addPlainSums(
  sums: readonly Draft[],
  plain: readonly Draft[],
  measures: readonly GridColumn[],
): Draft[] {
  const headers = new Map(measures.map(({ name, header }) => [name, header]));
  const key = (one: Draft, nameOf: (name: string) => string) =>
    [one.result, ...one.operands].map(nameOf).join("|");
  const known = new Set(sums.map((one) => key(one, (name) => name)));
  const totals = new Set(sums.map(({ result }) => result));
  const isNew = (one: Draft) => {
    const periods = new Set([one.result, ...one.operands].map((name) => headers.get(name)?.period));
    const stem = headers.get(one.result)?.stem ?? one.result;
    const stems = new Set(one.operands.map((name) => headers.get(name)?.stem));
    const named = [...periods].filter((period) => period !== "" && period !== undefined);
    if (named.length > 1 && stems.size > 1) return false;
    return periods.size > 1 || !(totals.has(stem) || totals.has(one.result)) ||
      (periods.has("") && !known.has(key(one, (name) => name)));
  };
  return [...sums, ...plain.filter(isNew)];
}

/** Relations that hold in several periods alike, as one. */
export function mergePeriods(found: readonly Draft[], measures: readonly GridColumn[]): Draft[] {
  const headers = new Map(measures.map(({ name, header }) => [name, header]));
  const patternOf = (one: Draft): Draft => {
    const names = [one.result, ...one.operands, ...one.divisors];
    const periods = new Set(names.map((name) => headers.get(name)?.period ?? ""));
    if (periods.size !== 1 || periods.has("")) return one;
    const stem = (name: string) => headers.get(name)!.stem;
    return {
      ...one,
      result: stem(one.result),
      operands: one.operands.map(stem),
      divisors: one.divisors.map(stem),
    };
  };
  const keyOf = (one: Draft) =>
    [one.kind, one.result, ...one.operands, "/", ...one.divisors].join("|");
  const groups = Map.groupBy(
    found.map((one) => ({ one, pattern: patternOf(one) })),
    ({ pattern }) => keyOf(pattern),
  );
  return [...groups.values()].map((group) => group.length > 1 ? group[0].pattern : group[0].one);
}
