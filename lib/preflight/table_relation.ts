import type { Relation } from "../model/relation.ts";
import { isAdditive } from "../audit/quantity.ts";
import { isQuotient } from "./period.ts";
import type { GridColumn, GridRow, PlacedCell, TableGrid } from "./table.ts";

/** The kinds of relation that a table is drafted with. */
export const tableKinds = [
  "sum",
  "difference",
  "roll-forward",
  "same",
  "shares",
  "ratio",
  "share",
  "growth",
] as const;

/** A relation between columns that holds in each row, or between rows that holds in each column. */
export interface TableRelation {
  readonly each: "row" | "column";
  readonly kind: typeof tableKinds[number];
  /**
   * Name of a column or row; `{period}` in a name stands for every period that all the names have, ` {before}` or ` {after}` at
   * its end for what it has in the column of numbers, or the row, before or after.
   */
  readonly result: string;
  readonly operands: readonly string[];
  readonly divisors: readonly string[];
  /** Of a share and a growth: what it is a part of, such as `percent` or `per-1000`; else `""`. */
  readonly unit: string;
  readonly computed: NonNullable<Relation["computed"]>;
  /** What a blank operand is, where others are printed. */
  readonly blank: "nil" | "not-told";
  /** Names of rows or columns in which it does not hold by design. */
  readonly except: readonly string[];
}

/** A relation in one row or column, and one period. */
export type Instance = ReturnType<typeof instancesOf>[number];

/** All names of a relation: its result first. */
export function namesOf(
  { result, operands, divisors }: Pick<TableRelation, "result" | "operands" | "divisors">,
): string[] {
  return [result, ...operands, ...divisors];
}

/** A relation in every row or column and period in which its cells exist. */
export function instancesOf(
  family: TableRelation,
  grid: TableGrid,
  { quotients, differences }: ReturnType<typeof computedColumns>,
) {
  const { kind, computed, operands: { length: count } } = family;
  const places = namesOf(family).map(placeOf), names = places.map(({ name }) => name);
  const instancesIn = <Line extends GridRow | GridColumn>(
    lines: readonly Line[],
    cellOf: (line: Line, name: number) => PlacedCell,
    periodOf: (line: Line) => string,
  ) =>
    lines.flatMap((line, at) => {
      const isThere = places.every(({ shift }) => at + shift in lines);
      if (!isThere || family.except.includes(line.name)) return [];
      const cells = places.map(({ shift }, name) => cellOf(lines[at + shift], name));
      const [result, ...others] = cells.map(({ id }) => id);
      const operands = others.slice(0, count), divisors = others.slice(count);
      /** What is compared: names of cells. */
      const relation: Relation = { kind, computed, rule: "", result, operands, divisors };
      return [{ family, relation, cells, where: line.name, period: periodOf(line) }];
    });
  if (family.each === "row") {
    return columnsOf(names, grid).flatMap(({ columns, period }) =>
      instancesIn(grid.table.rows, (row, name) => grid.at(row, columns[name]), () => period)
    );
  }
  const byName = new Map(grid.table.rows.map((row) => [row.name, row]));
  const rows = names.flatMap((name) => byName.get(name) ?? []);
  if (rows.length < names.length) return [];
  const isMeant = (column: string) =>
    (kind === "shares" || !quotients.has(column) && !isQuotient(column)) &&
    (isAdditive(kind) || !differences.has(column));
  return instancesIn(
    grid.measures,
    (column, name) => grid.at(rows[name], column),
    ({ header }) => header.period,
  ).filter(({ where }) => isMeant(where));
}

/** How far away lines stand whose names end so. */
export const shifts = { " {before}": -1, " {after}": 1 } as const;

/** A name without what says that the line before or after is meant, and how far away that is. */
export function placeOf(name: string): { name: string; shift: number } {
  const found = Object.entries(shifts).find(([end]) => name.endsWith(end));
  return found ? { name: name.slice(0, -found[0].length), shift: found[1] } : { name, shift: 0 };
}

/** Whether each instance of a relation reads one row only. */
export function isWithinRows(relation: TableRelation): boolean {
  return relation.each === "row" &&
    namesOf(relation).every((name) => placeOf(name).shift === 0);
}

/** The columns that the names of a relation stand for: once, or once for each period that all have. */
export function columnsOf(
  names: readonly string[],
  grid: TableGrid,
): { columns: GridColumn[]; period: string }[] {
  const byName = new Map(grid.table.columns.map((column) => [column.name, column]));
  const isPattern = (name: string) => name.includes("{period}") && !byName.has(name);
  const periods = names.some(isPattern)
    ? new Set(grid.measures.map(({ header }) => header.period)).difference(new Set([""]))
    : [""];
  return [...periods].flatMap((period) => {
    const columns = names.flatMap((name) =>
      byName.get(name) ?? byName.get(name.replace("{period}", period)) ?? []
    );
    return columns.length === names.length ? [{ columns, period }] : [];
  });
}

/** Names of the columns that a share, a growth or a ratio gives, and of those that a difference does. */
export function computedColumns(relations: readonly TableRelation[], grid: TableGrid) {
  const resultsOf = (isOf: (kind: TableRelation["kind"]) => boolean): ReadonlySet<string> => {
    const found = relations.filter(({ each, kind }) => each === "row" && isOf(kind))
      .flatMap(({ result }) => columnsOf([result], grid));
    return new Set(found.flatMap(({ columns }) => columns.map(({ name }) => name)));
  };
  return {
    quotients: resultsOf((kind) => !isAdditive(kind) || kind === "shares"),
    differences: resultsOf((kind) => kind === "difference"),
  };
}

/** A name in one line, without runs of blanks. */
export function oneLine(name: string): string {
  return name.replaceAll(/\s+/gu, " ");
}

/** The relation as one line: `change = 2017 − 2016`. */
export function formatRelation(relation: TableRelation): string {
  const { kind, unit } = relation, result = oneLine(relation.result);
  const [operands, divisors] = [relation.operands, relation.divisors].map((all) =>
    all.map(oneLine)
  );
  const all = (names: readonly string[], sign: string) =>
    names.length > 6 ? `${names[0]} ${sign} … ${sign} ${names.at(-1)}` : names.join(` ${sign} `);
  const below = divisors.length > 1 ? `(${all(divisors, "+")})` : divisors[0];
  const above = operands.length > 1 ? `(${all(operands, "+")})` : operands[0];
  const scale = unit === "percent" ? "100" : unit.replace("per-", "");
  const texts: Readonly<Record<TableRelation["kind"], string>> = {
    sum: all(operands, "+"),
    difference: all(operands, "−"),
    same: above,
    "roll-forward": `${all(operands, "+")} − ${all(divisors, "−")}`,
    shares: all([result, ...operands], "+"),
    ratio: `${above} ÷ ${below}`,
    share: `${scale} × ${above} ÷ ${below}`,
    growth: `${scale} × (${above} ÷ ${below} − 1)`,
  };
  return `${kind === "shares" ? 100 : result} = ${texts[kind]}`;
}
