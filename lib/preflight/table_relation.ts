import type { Relation } from "../model/relation.ts";
import { isAdditive } from "../audit/quantity.ts";
import { isQuotient } from "./period.ts";
import type { GridColumn, PlacedCell, TableGrid } from "./table.ts";

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
export interface Instance {
  readonly family: TableRelation;
  /** What is compared: names of cells. */
  readonly relation: Relation;
  readonly cells: readonly PlacedCell[];
  /** The row or column it holds in. */
  readonly where: string;
  readonly period: string;
}

/** A relation in every row or column and period in which its cells exist. */
export function instancesOf(
  family: TableRelation,
  grid: TableGrid,
  { quotients, differences }: ComputedColumns,
): Instance[] {
  const { kind, computed } = family;
  const names = [family.result, ...family.operands, ...family.divisors];
  const instance = (cells: readonly PlacedCell[], where: string, period: string): Instance => {
    const [result, ...others] = cells.map(({ id }) => id);
    const operands = others.slice(0, family.operands.length),
      divisors = others.slice(family.operands.length);
    return {
      family,
      relation: { ...{ kind, computed, rule: "" }, result, operands, divisors },
      cells,
      where,
      period,
    };
  };
  const places = names.map(placeOf), plain = places.map(({ name }) => name);
  /** The cells of an instance at one of the lines, some of which may stand before or after it. */
  const cellsAt = <T>(
    lines: readonly T[],
    at: number,
    cellIn: (line: T, name: number) => PlacedCell,
  ) =>
    places.every(({ shift }) => at + shift in lines)
      ? [places.map(({ shift }, name) => cellIn(lines[at + shift], name))]
      : [];
  if (family.each === "column") {
    const byName = new Map(grid.table.rows.map((row) => [row.name, row]));
    const rows = plain.flatMap((name) => byName.get(name) ?? []);
    if (rows.length < names.length) return [];
    return grid.measures.flatMap((column, at) => {
      const { name, header } = column;
      const isMeant = !family.except.includes(name) &&
        (kind === "shares" || !quotients.has(name) && !isQuotient(name)) &&
        (isAdditive(kind) || !differences.has(name));
      if (!isMeant) return [];
      return cellsAt(grid.measures, at, (column, row) => grid.at(rows[row], column))
        .map((cells) => instance(cells, name, header.period));
    });
  }
  return columnsOf(plain, grid).flatMap(({ columns, period }) =>
    grid.table.rows.flatMap(({ name }, at) =>
      family.except.includes(name)
        ? []
        : cellsAt(grid.table.rows, at, (row, column) => grid.at(row, columns[column])).map((
          cells,
        ) => instance(cells, name, period))
    )
  );
}

/** How far away lines stand whose names end so. */
export const shifts = { " {before}": -1, " {after}": 1 } as const;

/** A name without what says that the line before or after is meant, and how far away that is. */
export function placeOf(name: string): { name: string; shift: number } {
  const found = Object.entries(shifts).find(([end]) => name.endsWith(end));
  return found ? { name: name.slice(0, -found[0].length), shift: found[1] } : { name, shift: 0 };
}

/** Whether each instance of a relation reads one row only. */
export function isWithinRows({ each, result, operands, divisors }: TableRelation): boolean {
  return each === "row" &&
    [result, ...operands, ...divisors].every((name) => placeOf(name).shift === 0);
}

/** The columns that the names of a relation stand for: once, or once for each period that all have. */
export function columnsOf(
  names: readonly string[],
  grid: TableGrid,
): { columns: GridColumn[]; period: string }[] {
  const byName = new Map(grid.table.columns.map((column) => [column.name, column]));
  const isPattern = (name: string) => name.includes("{period}") && !byName.has(name);
  const periods = names.some(isPattern)
    ? [
      ...new Set(
        grid.measures.map(({ header }) => header.period).filter((period) => period !== ""),
      ),
    ]
    : [""];
  return periods.flatMap((period) => {
    const columns = names.flatMap((name) =>
      byName.get(isPattern(name) ? name.replace("{period}", period) : name) ?? []
    );
    return columns.length === names.length ? [{ columns, period }] : [];
  });
}

/** Names of columns that relations between columns give. */
export interface ComputedColumns {
  readonly quotients: ReadonlySet<string>;
  readonly differences: ReadonlySet<string>;
}

/** The columns that a share, a growth or a ratio gives, and those that a difference does. */
export function computedColumns(
  relations: readonly TableRelation[],
  grid: TableGrid,
): ComputedColumns {
  const resultsOf = (isOf: (relation: TableRelation) => boolean) => {
    const found = relations.filter((relation) => relation.each === "row" && isOf(relation))
      .flatMap(({ result }) => columnsOf([result], grid));
    return new Set(found.flatMap(({ columns }) => columns.map(({ name }) => name)));
  };
  return {
    quotients: resultsOf(({ kind }) => !isAdditive(kind) || kind === "shares"),
    differences: resultsOf(({ kind }) => kind === "difference"),
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
  switch (kind) {
    case "sum":
      return `${result} = ${all(operands, "+")}`;
    case "difference":
      return `${result} = ${all(operands, "−")}`;
    case "same":
      return `${result} = ${above}`;
    case "roll-forward":
      return `${result} = ${all(operands, "+")} − ${all(divisors, "−")}`;
    case "shares":
      return `100 = ${all([result, ...operands], "+")}`;
    case "ratio":
      return `${result} = ${above} ÷ ${below}`;
    case "share":
      return `${result} = ${scale} × ${above} ÷ ${below}`;
    case "growth":
      return `${result} = ${scale} × (${above} ÷ ${below} − 1)`;
  }
}
