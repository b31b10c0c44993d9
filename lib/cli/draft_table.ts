import { periodsOf } from "../load/printed_claims.ts";
import { codeOf, periodOfRow } from "../load/printed_names.ts";
import { isPeriod } from "../model/period.ts";
import { draftRelations } from "../preflight/draft_relations.ts";
import { isChange, isQuotient, periodOf, unitOf } from "../preflight/period.ts";
import type { GridColumn, GridRow, GridTable, TableGrid } from "../preflight/table.ts";
import { letters } from "../preflight/table_headers.ts";
import {
  columnsOf,
  computedColumns,
  placeOf,
  type TableRelation,
} from "../preflight/table_relation.ts";

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
  const changes = new Map(measures.map((one) => [one, changeOf(one, relations, measures)]));
  const stemOf = (column: GridColumn) => changes.get(column)?.stem ?? column.header.stem;
  const isAdded = ({ kind }: TableRelation) => kind === "sum" || kind === "difference";
  // Headers that name periods and nothing that is measured.
  const isOfRows = measures.every((column) => /^\W*\{period\}\W*$/u.test(stemOf(column))) ||
    relations.some((one) => one.each === "column" && !isAdded(one));
  const columns = measures.map((column): [string, Record<string, string | undefined>] => {
    const { name, header } = column, change = changes.get(column);
    const found = change?.period ?? normalPeriod(header.period, period);
    const indicator = { indicator: isOfRows ? undefined : codeOf(measureOf(stemOf(column))) };
    const isInHeader = found === "" || isPeriod(header.period);
    if (!isInHeader || change) return [name, { ...indicator, period: found }];
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
    indicators: indicatorsOf(grid, relations, { isOfRows, language, stemOf }),
    relations: relations.map((relation) => {
      const { each, kind, result, operands, divisors, computed, blank } = relation;
      const except = exemptOf(relation);
      return {
        each,
        kind,
        result,
        operands,
        ...(divisors.length > 0 && { divisors }),
        computed,
        ...(blank === "nil" && { blank }),
        ...(except.length > 0 && { except }),
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
) {
  const made = relations.find(({ each, kind, result }) =>
    each === "row" && (kind === "difference" || kind === "growth") && result === name
  );
  const parts = [...made?.operands ?? [], ...made?.divisors ?? []]
    .flatMap((part) => measures.find((column) => column.name === part)?.header ?? []);
  const [first, second] = parts.toSorted((a, b) => a.order - b.order);
  if (parts.length !== 2 || first.stem !== second.stem || !isChange(header.stem)) return undefined;
  const period = `${normalPeriod(first.period, "")}/${normalPeriod(second.period, "")}`;
  const { stem } = made?.kind === "growth" ? header : first;
  return isPeriod(period) ? { stem, period } : undefined;
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

/** What a header measures, without its period; `value` where it names nothing else. */
function measureOf(stem: string): string {
  return stem.replace(/(?:(?<=\s)(?:of|in|for|в|за)\s+)?\{period\}/iu, " ")
    .replaceAll(/(?<=\p{L}{3})[¹²³⁴-⁹]+/gu, "").replaceAll(/\s+(?=[,;:.)]|$)|(?<=\()\s+/gu, "")
    .replaceAll(/(?<=[,;:(])[,;:]+|\(\)/g, "")
    .replaceAll(/^[^\p{L}\p{N}«“"(]+|[^\p{L}\p{N}%\u2030)\]»”"]+$/gu, "") || "value";
}

/** A row or column that is a quantity. */
type Line = Pick<GridRow, "name" | "cells"> & { readonly stem: string };

/** The quantities of a table, each with a unit that its relations can be computed in. */
function indicatorsOf(
  { table, measures }: TableGrid,
  relations: readonly TableRelation[],
  { isOfRows, language, stemOf }: {
    readonly isOfRows: boolean;
    readonly language: string;
    readonly stemOf: (column: GridColumn) => string;
  },
) {
  const lines: Line[] = isOfRows
    ? table.rows.map(({ name, cells }) => ({
      name,
      stem: name,
      cells: measures.map(({ index }) => cells[index]),
    }))
    : measures.map((column) => ({
      name: column.name,
      stem: measureOf(stemOf(column)),
      cells: table.rows.map(({ cells }) => cells[column.index]),
    }));
  const codes = new Map(
    lines.flatMap(({ name, stem }) => [[name, codeOf(stem)], [stem, codeOf(stem)]]),
  );
  for (const { header } of isOfRows ? [] : measures) {
    codes.set(header.stem, codeOf(measureOf(header.stem)));
  }
  const units = new Map(lines.map((line) => [codeOf(line.stem), toldUnit(line)]));
  const setUnit = (name: string, unit: string) => units.set(codes.get(name) ?? "", unit);
  const { own = [], across = [] } = Object.groupBy(
    relations,
    ({ each }) => (each === "column") === isOfRows ? "own" : "across",
  );
  // Shares of one whole in each row or column: all of these are in per cent.
  for (const { except, unit } of across.filter(({ kind }) => kind === "shares")) {
    for (const { name } of lines) if (!except.includes(name)) setUnit(name, unit);
  }
  for (const { kind, result, operands, unit } of own.filter(({ unit }) => unit !== "")) {
    for (const name of kind === "shares" ? [result, ...operands] : [result]) setUnit(name, unit);
  }
  // What is added to a quantity is in its unit. As often as there are relations: it may pass on from one to the next.
  for (const { kind, result, operands, divisors } of own.flatMap(() => own)) {
    if (kind === "ratio") continue;
    const isOfOne = kind === "share" || kind === "growth";
    const names = [...(isOfOne ? [] : [result]), ...operands, ...divisors];
    const known = names.map((name) => units.get(codes.get(name) ?? "") ?? "units");
    const unit = known.find((one) => one !== "units") ?? "units";
    for (const name of names) setUnit(name, unit);
  }
  return Object.fromEntries(
    [...Map.groupBy(lines, ({ stem }) => codeOf(stem))].map(([code, alike]) => {
      const unit = units.get(code) ?? "units";
      const isCount = !/^(?:thousand|million|billion)-|^percent$|^per-/.test(unit) &&
        alike.every(({ cells }) =>
          cells.every(({ read }) => !("value" in read) || (read.decimals <= 0 && read.sign === ""))
        );
      const name = alike[0].stem.replaceAll(/[_\s]+/g, " ").trim();
      const label = { [language]: name };
      return [code, { unit, precision: isCount ? "count" : "rounded", label }];
    }),
  );
}

/** The unit that the name of a quantity tells, or the signs beside its numbers. */
function toldUnit({ stem, cells }: Line): string {
  const signs = cells.map(({ read }) => "value" in read ? read.sign : "").join("");
  if (/%|процент|percent|(?<!\p{L})pct(?!\p{L})/iu.test(stem + signs)) return "percent";
  if ((stem + signs).includes("\u2030")) return "per-mille";
  return isQuotient(stem) ? codeOf(stem) : unitOf(stem);
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
