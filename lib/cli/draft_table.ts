import { periodsOf } from "../load/printed_claims.ts";
import { codeOf, periodOfRow } from "../load/printed_names.ts";
import { isPeriod } from "../model/period.ts";
import { draftRelations } from "../preflight/draft_relations.ts";
import { isChange, isQuotient, periodOf } from "../preflight/period.ts";
import type { GridColumn, GridTable, TableGrid } from "../preflight/table.ts";
import { letters } from "../preflight/table_headers.ts";
import {
  columnsOf,
  computedColumns,
  placeOf,
  type TableRelation,
} from "../preflight/table_relation.ts";
import { type Change, indicatorsOf, measureOf } from "./draft_indicators.ts";

/** What is drafted of a printed table, for a person to edit. */
export interface TableDraft {
  /** The column that names the rows. */
  readonly row: string;
  readonly [key: string]: unknown;
}

/** The last year of which texts speak: of headers, of rows that are years, of titles. */
export function lastYear(texts: readonly string[]): string | undefined {
  const years = texts.flatMap((text) => text.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? []);
  return years.toSorted().at(-1);
}

/** Whether each row of a table is a period of its own. */
export function isOfPeriods({ rows }: GridTable): boolean {
  const periods = new Set(rows.map(({ name }) => periodOfRow(name)));
  return rows.length > 1 && periods.size === rows.length && !periods.has(undefined);
}

/** Columns with a header or a cell: spreadsheets save empty ones beside them. */
export function filledColumns({ columns, rows }: GridTable): readonly GridColumn[] {
  return columns.filter(({ index, name }) =>
    name !== `column ${letters(index)}` || rows.some(({ cells }) => cells[index].printed !== "")
  );
}

/**
 * Drafts how a table is read: what its rows and columns are, the units of its quantities, and its relations.
 *
 * @param grid The table.
 * @param edition Its period and language.
 */
export function draftTable(
  grid: TableGrid,
  { period, language }: { readonly period: string; readonly language: string },
): TableDraft {
  const { table, measures } = grid;
  // An edition's table tells of one row or column at a time.
  const relations = draftRelations(grid)
    .filter(({ operands }) => operands.every((name) => placeOf(name).shift === 0))
    .flatMap((one) => byPeriod(one, grid));
  const changes = new Map(measures.flatMap((column) => changeOf(column, relations, measures)));
  const isOfRows =
    measures.every(({ name, header }) => isPeriodAlone(changes.get(name)?.stem ?? header.stem)) ||
    relations.some(({ each, kind }) =>
      each === "column" && kind !== "sum" && kind !== "difference"
    );
  const label = labelColumn(table);
  const columns = measures.map((column): [string, Record<string, string | undefined>] => {
    const found = normalPeriod(column.header.period, period);
    const measured = changes.get(column.name);
    const stem = measured?.stem ?? column.header.stem;
    const indicator = { indicator: isOfRows ? undefined : codeOf(measureOf(stem)) };
    if (measured) return [column.name, { ...indicator, period: measured.period }];
    if (found === "") return [column.name, indicator];
    return isPeriod(column.header.period)
      ? [column.header.stem, indicator]
      : [column.name, { ...indicator, period: found }];
  });
  const { quotients, differences } = computedColumns(relations, grid);
  const exemptOf = ({ each, kind, except }: TableRelation) => {
    if (each === "row" || isOfRows) return except;
    const isAdded = kind === "sum" || kind === "difference";
    const names = measures.map(({ name }) => name).filter((name) =>
      quotients.has(name) || isQuotient(name) || (!isAdded && differences.has(name))
    );
    return [...new Set([...except, ...names])];
  };
  const others = filledColumns(table)
    .filter(({ isMeasure, name }) => !isMeasure && name !== label);
  return {
    row: label,
    rowIs: isOfRows ? "indicator" : isOfPeriods(table) ? "period" : "scope",
    ...(others.length > 0 && { leftOut: others.map(({ name }) => name) }),
    ...(isOfRows && !columns.some(([, told]) => told.period) && { period }),
    columns: Object.fromEntries(columns),
    indicators: indicatorsOf(grid, relations, { isOfRows, language, changes }),
    relations: relations.map((relation) => draftRule(relation, exemptOf(relation))),
  };
}

/** Whether a header names a period and nothing that is measured. */
function isPeriodAlone(stem: string): boolean {
  return /^\W*\{period\}\W*$/u.test(stem);
}

/** The column that names the rows; a new one where none does. */
function labelColumn({ columns, rows }: GridTable): string {
  const found = columns.find(({ index, isMeasure }) =>
    !isMeasure &&
    rows.every(({ name, cells }) =>
      cells[index].printed !== "" && name.startsWith(cells[index].printed.replaceAll("|", "/"))
    )
  );
  return found?.name ?? "row name";
}

/** A column that is the difference or growth of a quantity between two periods. */
function changeOf(
  { name, header }: GridColumn,
  relations: readonly TableRelation[],
  measures: readonly GridColumn[],
): [string, Change][] {
  const made = relations.find(({ each, kind, result }) =>
    each === "row" && (kind === "difference" || kind === "growth") && result === name
  );
  const parts = [...made?.operands ?? [], ...made?.divisors ?? []]
    .flatMap((part) => measures.find((column) => column.name === part)?.header ?? []);
  const [first, second] = parts.toSorted((a, b) => a.order - b.order);
  if (parts.length !== 2 || first.stem !== second.stem || !isChange(header.stem)) return [];
  const period = `${normalPeriod(first.period, "")}/${normalPeriod(second.period, "")}`;
  const { stem } = made?.kind === "growth" ? header : first;
  return isPeriod(period) ? [[name, { stem, period }]] : [];
}

/** A relation as it is, or once for each period where an edition would take more for periods than headers name. */
function byPeriod(relation: TableRelation, grid: TableGrid): TableRelation[] {
  const { each, result, operands, divisors } = relation;
  const names = [result, ...operands, ...divisors];
  if (each === "column" || !names.some((name) => name.includes("{period}"))) return [relation];
  const found = columnsOf(names, grid);
  if (periodsOf(names, grid.measures.map(({ name }) => name)).length === found.length) {
    return [relation];
  }
  return found.map(({ columns }) => {
    const [result, ...parts] = columns.map(({ name }) => name);
    const count = operands.length;
    return { ...relation, result, operands: parts.slice(0, count), divisors: parts.slice(count) };
  });
}

function draftRule(
  { each, kind, result, operands, divisors, computed, blank }: TableRelation,
  except: readonly string[],
): Record<string, unknown> {
  return {
    ...{ each, kind, result, operands },
    ...(divisors.length > 0 && { divisors }),
    ...{ computed, ...(blank === "nil" && { blank }) },
    ...(except.length > 0 && { except }),
  };
}

/**
 * A period as printed in a header, as an edition writes it.
 *
 * @param printed Such as `2016 г.`, `I кв. 2016`, `Q1 2016`, `April`, `2016-2017`.
 * @param year The year of what names none.
 * @returns Such as `2016`, `2016-Q1`, `2016-04`, `2016/17`; `""` if it is none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { normalPeriod } from "./draft_table.ts";
 *
 * const printed = ["2016 г.", "I кв. 2016", "Q1 2016", "april", "H2 2016", "2016/17", ""];
 * assertEquals(printed.map((one) => normalPeriod(one, "2017")), [
 *   "2016", "2016-Q1", "2016-Q1", "2017-04", "2016-H2", "2016/17", "",
 * ]);
 * ```
 */
export function normalPeriod(printed: string, year: string): string {
  const { order } = periodOf(printed);
  if (Number.isNaN(order)) return "";
  const [years = year, second] = /((?:19|20)\d{2})(?:\s?[/\u2013-]\s?(?:(?:19|20)?(\d{2})))?(?!\d)/
    .exec(printed)?.slice(1) ?? [];
  const month = order % 12, rest = printed.toLowerCase().replace(/(?:19|20)\d{2}.*/, "") || printed;
  const isQuarter = /кв|quarter|q[1-4]|[1-4]q/iu.test(printed);
  const isHalf = /полуг|h[12]|[12]h/iu.test(printed);
  const isMonth = !isQuarter && !isHalf && /\p{L}{3}/u.test(rest.replace(/год|year/iu, ""));
  const whole = second === undefined ? years : `${years}/${second}`;
  const part = isQuarter ? `Q${month / 3 + 1}` : isHalf ? `H${month / 6 + 1}` : undefined;
  const named = part ?? (isMonth ? String(month + 1).padStart(2, "0") : undefined);
  const period = named === undefined ? whole : `${years}-${named}`;
  return isPeriod(period) ? period : "";
}
