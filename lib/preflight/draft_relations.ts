import {
  addPlainSums,
  type Draft,
  holds,
  type Line,
  linesOf,
  mergePeriods,
  stemGroups,
  toRelation,
} from "./draft.ts";
import { bestDifference, bestQuotient } from "./find_quotients.ts";
import { findBalances, findCarriedForward, findRollForwards, findShares } from "./find_balances.ts";
import { findSums } from "./find_sums.ts";
import { findShifts, movedColumn } from "./shifted_rows.ts";
import { findTotalRows } from "./find_total_rows.ts";
import { isChange, isClosing, isOpening, isQuotient, periodOf } from "./period.ts";
import type { GridColumn, GridRow, TableGrid } from "./table.ts";
import type { TableRelation } from "./table_relation.ts";

/**
 * Drafts the relations of a table from its headers and numbers: totals of columns and of rows, differences, ratios,
 * shares and growth.
 *
 * @param grid The table.
 * @returns The relations, each once; one for all periods where it holds in several.
 */
export function draftRelations(grid: TableGrid): TableRelation[] {
  const { rows } = grid.table, { measures } = grid;
  if (rows.length === 0 || measures.length === 0) return [];
  const { scale, lineOf } = linesOf(grid);
  const all = measures.map((column) => toBase(column, rows, lineOf));
  const measured = all.filter(({ quotient }) => !quotient);
  const differences = oneOfEach(
    measured.filter(({ signed }) => signed).flatMap(({ line }) =>
      bestDifference(
        line,
        measured.filter((other) =>
          other.line !== line &&
          (other.column.header.period !== "" || !isChange(other.line.name))
        ),
      )
    ),
  );
  const isDifference = new Set(differences.map(({ result }) => result));
  const bases = measured.filter(({ line }) => !isDifference.has(line.name));
  const quotients = all
    .filter(({ line, quotient, fractional, signed }) =>
      !isDifference.has(line.name) && (quotient || fractional || signed)
    )
    .flatMap(({ line }) => bestQuotient(line, bases.filter((other) => other.line !== line), scale));
  const isGiven = new Set(quotients.map(({ result }) => result));
  const added = measured.filter(({ line }) => !isGiven.has(line.name));
  const sums = columnSums(added.map(({ column }) => column), rows, lineOf);
  const plain = findSums(
    added.filter(({ line }) => !isDifference.has(line.name)).map(({ line }) => line),
  );
  const shifts = findShifts(grid, added.map(({ column }) => column));
  // A shifted row is read as it would stand, so that the totals that it breaks are drafted.
  const linesOfRows = (columns: readonly { readonly column: GridColumn }[]) =>
    rows.map((row) => {
      const shift = shifts.get(row);
      const source = (column: GridColumn) => shift ? movedColumn(column, measures, shift) : column;
      return lineOf(row.name, columns.map(({ column }) => [row, source(column)] as const));
    });
  const rowLines = linesOfRows(added);
  const told = toldOnce(differences, addPlainSums(sums, plain, measures), measures);
  const between = [...told.differences, ...quotients, ...told.sums];
  const shares = all.filter(({ quotient, line }) => quotient && !isDifference.has(line.name));
  const isShare = new Set(shares.map(({ line }) => line.name));
  return [
    ...mergePeriods([
      ...between,
      ...findBalances(added, between),
      ...findShares(shares.map(({ line }) => line), scale),
    ], measures)
      .map((found) => toRelation(found, "row", [])),
    ...findTotalRows(rowLines, added.map(({ line }) => line)),
    ...rows.length > mostMeasures ? [] : [
      ...rowQuotients(rowLines, scale),
      ...findRollForwards(rowLines.filter(({ name }) => !isQuotient(name)), [])
        .filter(({ result, operands: [first] }) => isClosing(result) && isOpening(first)),
      ...findCarriedForward(
        rowLines.map((line) => ({ line, order: periodOf(line.name).order })),
      ),
    ].map((found) => toRelation(found, "column", [])),
    ...findShares(linesOfRows(shares), scale).map((found) =>
      toRelation(
        found,
        "column",
        measures.map(({ name }) => name).filter((name) => !isShare.has(name)),
      )
    ),
  ];
}

/** Of differences between the same three columns, such as a = b − c and c = b − a, the one that is called a change. */
function oneOfEach(differences: readonly Draft[]): Draft[] {
  const key = ({ result, operands }: Draft) => [result, ...operands].toSorted().join("|");
  return [...Map.groupBy(differences, key).values()].map((alike) =>
    alike.find(({ result }) => isChange(result)) ?? alike[0]
  );
}

/**
 * Differences and sums without those that tell the same of the same columns: of two the change, else the sum; and of sums
 * of one result no longer one that holds less often.
 */
function toldOnce(
  differences: readonly Draft[],
  sums: readonly Draft[],
  measures: readonly GridColumn[],
) {
  const stems = new Map(measures.map(({ name, header }) => [name, header.stem]));
  const key = ({ result, operands }: Draft) => [result, ...operands].toSorted().join("|");
  const stemKey = ({ result, operands }: Draft) =>
    [result, ...operands].map((name) => stems.get(name)!).toSorted().join("|");
  const added = new Set(sums.map(key));
  const kept = differences.filter((one) =>
    isChange(one.result) || !(added.has(key(one)) || added.has(stemKey(one)))
  );
  const known = new Set(kept.map(key));
  const isLonger = (one: Draft) =>
    sums.some(({ result, operands, fit }) =>
      result === one.result && operands.length < one.operands.length &&
      operands.every((name) => one.operands.includes(name)) && holds(fit) >= holds(one.fit)
    );
  return {
    differences: kept,
    sums: sums.filter((one) => !known.has(key(one)) && !isLonger(one)),
  };
}

type LineOf = (name: string, cells: readonly (readonly [GridRow, GridColumn])[]) => Line;

/** A column with what its header and its numbers say of it. */
function toBase(column: GridColumn, rows: readonly GridRow[], lineOf: LineOf) {
  const line = lineOf(column.name, rows.map((row) => [row, column]));
  const cells = rows.map(({ cells }) => cells[column.index]);
  const numbers = cells.flatMap(({ read }) => "value" in read ? [read] : []);
  return {
    line,
    column,
    signed: isChange(column.name) || line.values.some((value) => value < 0) ||
      cells.some(({ printed }) => printed.startsWith("+")),
    quotient: isQuotient(column.name) || numbers.some(({ sign }) => sign !== ""),
    fractional: numbers.filter(({ value }) => !value.isWhole).length > numbers.length / 4,
  };
}

/** Sums of columns of one period, looked for in all periods at once. */
function columnSums(
  columns: readonly GridColumn[],
  rows: readonly GridRow[],
  lineOf: LineOf,
): Draft[] {
  return stemGroups(columns).flatMap((stems) =>
    findSums(
      stems.map(({ stem, columns }) =>
        lineOf(stem, columns.flatMap((column) => rows.map((row) => [row, column] as const)))
      ),
    )
  );
}

/** How many rows a table may have whose rows are measures of different kinds. */
const mostMeasures = 40;

/** Ratios and shares between rows, in a table whose columns are periods or places. */
function rowQuotients(lines: readonly Line[], scale: number): Draft[] {
  if (lines.length > mostMeasures) return [];
  const bases = lines.filter(({ name }) => !isQuotient(name)).map((line) => ({ line }));
  return lines.filter(({ name }) => isQuotient(name)).flatMap((line) =>
    bestQuotient(line, bases, scale)
  );
}
