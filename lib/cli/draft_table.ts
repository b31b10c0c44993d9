import { periodsOf } from "../load/printed_claims.ts";
import { codeOf, periodOfRow } from "../load/printed_names.ts";
import { isPeriod } from "../model/observation.ts";
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
) {
  const { table, measures } = grid, row = labelColumn(table);
  // An edition's table tells of one row or column at a time.
  const relations = draftRelations(grid)
    .filter(({ operands }) => operands.every((name) => placeOf(name).shift === 0))
    .flatMap((one) => byPeriod(one, grid));
  const changes = new Map(measures.flatMap((column) => changeOf(column, relations, measures)));
  const stemOf = ({ name, header }: GridColumn) => changes.get(name)?.stem ?? header.stem;
  const isAdded = ({ kind }: TableRelation) => kind === "sum" || kind === "difference";
  // Headers that name periods and nothing that is measured.
  const isOfRows = measures.every((column) => /^\W*\{period\}\W*$/u.test(stemOf(column))) ||
    relations.some((one) => one.each === "column" && !isAdded(one));
  const columns = measures.map((column): [string, Record<string, string | undefined>] => {
    const { name, header } = column;
    const found = changes.get(name)?.period ?? normalPeriod(header.period, period);
    const indicator = { indicator: isOfRows ? undefined : codeOf(measureOf(stemOf(column))) };
    const isInHeader = found === "" || isPeriod(header.period);
    if (!isInHeader || changes.has(name)) return [name, { ...indicator, period: found }];
    return [found === "" ? name : header.stem, indicator];
  });
  const { quotients, differences } = computedColumns(relations, grid);
  const exemptOf = (relation: TableRelation) => {
    if (relation.each === "row" || isOfRows) return relation.except;
    const names = measures.map(({ name }) => name).filter((name) =>
      quotients.has(name) || isQuotient(name) || (!isAdded(relation) && differences.has(name))
    );
    return [...new Set([...relation.except, ...names])];
  };
  const leftOut = filledColumns(table).filter(({ isMeasure }) => !isMeasure)
    .map(({ name }) => name).filter((name) => name !== row);
  return {
    row,
    rowIs: isOfRows ? "indicator" : isOfPeriods(table) ? "period" : "scope",
    ...(leftOut.length > 0 && { leftOut }),
    ...(isOfRows && !columns.some(([, told]) => told.period) && { period }),
    columns: Object.fromEntries(columns),
    indicators: indicatorsOf(grid, relations, { isOfRows, language, changes }),
    relations: relations.map((relation) => {
      const { each, kind, result, operands, divisors, computed, blank } = relation;
      const except = exemptOf(relation);
      return {
        ...{ each, kind, result, operands, ...(divisors.length > 0 && { divisors }) },
        ...{ computed, ...(blank === "nil" && { blank }), ...(except.length > 0 && { except }) },
      };
    }),
  };
}

/** The column that names the rows; a new one where none does. */
function labelColumn({ columns, rows }: GridTable): string {
  const isLabel = ({ index }: GridColumn) =>
    rows.every(({ name, cells: { [index]: { printed } } }) =>
      printed !== "" && name.startsWith(printed.replaceAll("|", "/"))
    );
  return columns.find((one) => !one.isMeasure && isLabel(one))?.name ?? "row name";
}

/** A column that is the difference or growth of a quantity between two periods. */
function changeOf(
  { name, header }: GridColumn,
  relations: readonly TableRelation[],
  measures: readonly GridColumn[],
): [string, Change][] {
  const { kind, operands = [], divisors = [] } =
    relations.find(({ each, kind, result }) =>
      each === "row" && (kind === "difference" || kind === "growth") && result === name
    ) ?? {};
  const parts = [...operands, ...divisors]
    .flatMap((part) => measures.find((column) => column.name === part)?.header ?? []);
  const [first, second] = parts.toSorted((a, b) => a.order - b.order);
  if (parts.length !== 2 || first.stem !== second.stem || !isChange(header.stem)) return [];
  const period = `${normalPeriod(first.period, "")}/${normalPeriod(second.period, "")}`;
  const { stem } = kind === "growth" ? header : first;
  return isPeriod(period) ? [[name, { stem, period }]] : [];
}

/** A relation as it is, or once for each period where an edition would take more for periods than headers name. */
function byPeriod(relation: TableRelation, grid: TableGrid): TableRelation[] {
  const { each, result, operands, divisors } = relation, count = operands.length;
  const names = [result, ...operands, ...divisors];
  if (each === "column" || !names.some((name) => name.includes("{period}"))) return [relation];
  const found = columnsOf(names, grid);
  const periods = periodsOf(names, grid.measures.map(({ name }) => name));
  if (periods.length === found.length) return [relation];
  return found.map(({ columns }) => {
    const [result, ...parts] = columns.map(({ name }) => name);
    return { ...relation, result, operands: parts.slice(0, count), divisors: parts.slice(count) };
  });
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
  const part = /кв|quarter|q[1-4]|[1-4]q/iu.test(printed)
    ? `-Q${month / 3 + 1}`
    : /полуг|h[12]|[12]h/iu.test(printed)
    ? `-H${month / 6 + 1}`
    : /\p{L}{3}/u.test(rest.replace(/год|year/iu, ""))
    ? `-${String(month + 1).padStart(2, "0")}`
    : "";
  const period = (second === undefined ? years : `${years}/${second}`) + part;
  return isPeriod(period) ? period : "";
}
