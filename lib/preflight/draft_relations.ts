import { type Draft, toRelation } from "./draft.ts";
import { type Line, type LineOf, linesOf } from "./line.ts";
import {
  findBalances,
  findCarriedForward,
  findNextOpenings,
  findRollForwards,
  findShares,
} from "./find_balances.ts";
import { Bases, bestPair, bestQuotient, inUnits } from "./find_pairs.ts";
import { findSums, findTotalRows, type View } from "./find_sums.ts";
import { isMixed, mergePeriods, oneOfEach, toldOnce, withoutNested } from "./merge_drafts.ts";
import { isChange, isClosing, isOpening, isQuotient, isTotal } from "./period.ts";
import { outlinesOf } from "./outline.ts";
import { findShifts, movedColumn } from "./shifted_rows.ts";
import type { GridColumn, GridRow, TableGrid } from "./table.ts";
import { hasSigns } from "./table_headers.ts";
import { namesOf, type TableRelation } from "./table_relation.ts";

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
  const changed = new Bases(
    measured.filter(({ column: { header, name } }) => header.period !== "" || !isChange(name)),
  );
  const differences = oneOfEach(
    measured.filter(({ signed }) => signed).flatMap((line) =>
      bestPair("difference", line, changed)
    ),
  );
  const isDifference = new Set(differences.map(({ result }) => result));
  const levels = (some: readonly Base[]) => some.filter(({ name }) => !isDifference.has(name));
  const divided = new Bases(levels(measured).map(inUnits));
  const quotients = levels(all)
    .filter(({ quotient, fractional, signed }) => quotient || fractional || signed)
    .flatMap((line) => bestQuotient(line, divided));
  const isGiven = new Set(quotients.map(({ result }) => result));
  const added = measured.filter(({ name }) => !isGiven.has(name));
  const near = findSums(added, viewsOf(added));
  const isAdded = new Set(near.flatMap(namesOf));
  const together = new Bases(levels(added));
  const far = together.lines.filter(({ name }) => !isAdded.has(name))
    .flatMap((line) => bestPair("sum", line, together));
  const sums = [...near, ...far].filter((sum) => !isMixed(sum, measures));
  const told = toldOnce(differences, sums);
  const found = [...told.differences, ...quotients, ...told.sums];
  const shares = levels(all.filter(({ quotient }) => quotient));
  const between = [
    ...found,
    ...findBalances(added, found),
    ...findCarriedForward(added),
    ...findShares(shares, scale),
  ];
  const shifts = findShifts(grid, added.map(({ column }) => column));
  // A shifted row is read as it would stand, so that the totals that it breaks are drafted.
  const linesOfRows = (bases: readonly Base[]) =>
    rows.map((row) => {
      const shift = shifts.get(row);
      const columns = bases.map(({ column }) =>
        shift ? movedColumn(column, measures, shift) : column
      );
      return lineOf(row.name, columns.map(({ index }) => row.cells[index]));
    });
  const rowLines = linesOfRows(added), isShare = new Set(shares.map(({ name }) => name));
  const totals = (lines: readonly { readonly name: string }[]) =>
    lines.map(({ name }) => name).filter(isTotal);
  const others = measures.map(({ name }) => name).filter((name) => !isShare.has(name));
  const ofRows = rows.length > mostMeasures ? [] : [
    ...rowQuotients(rowLines),
    ...findRollForwards(rowLines.filter(({ name }) => !isQuotient(name)), [])
      .filter(({ result, operands: [first] }) => isClosing(result) && isOpening(first)),
    ...findCarriedForward(rowLines),
  ];
  const inEach = (each: "row" | "column", drafts: readonly Draft[], except: string[] = []) =>
    drafts.map((draft) => toRelation(draft, each, except));
  return [
    ...inEach("row", withoutNested(mergePeriods(between, grid, lineOf))),
    ...inEach("row", findNextOpenings(added), totals(rows)),
    ...inEach("column", findNextOpenings(rowLines), totals(measures)),
    ...findTotalRows(rowLines, added, outlinesOf(grid.table, rowLines)),
    ...inEach("column", ofRows),
    ...inEach("column", findShares(linesOfRows(shares), scale), others),
  ];
}

/** Columns of one period, and those whose headers share a word: the parts of a total may be neighbours there. */
function viewsOf(columns: readonly Base[]): View[] {
  const totals = columns.filter(({ name }) => isTotal(name));
  const wordsOf = ({ column: { header } }: Base) =>
    new Set(header.stem.toLowerCase().match(/\p{L}{2,}/gu)?.filter((word) => !isTotal(word)));
  const words = new Map(columns.map((column) => [column, wordsOf(column)]));
  const having = (some: readonly Base[], word: string) =>
    some.filter((column) => words.get(column)!.has(word));
  const ofWords = [...new Set(totals.flatMap((total) => [...words.get(total)!]))]
    .map((word) => ({ lines: having(columns, word), wholes: having(totals, word) }));
  const ofPeriods = Map.groupBy(columns, ({ column }) => column.header.period).values();
  return [...ofPeriods.map((lines) => ({ lines })), ...ofWords]
    .filter(({ lines }) => lines.length > 2 && lines.length < columns.length);
}

/** A column as a line, with what its header and its numbers say of it. */
type Base = ReturnType<typeof toBase>;

function toBase(column: GridColumn, rows: readonly GridRow[], lineOf: LineOf) {
  const cells = rows.map(({ cells }) => cells[column.index]);
  const line = lineOf(column.name, cells);
  const numbers = cells.flatMap(({ read }) => "value" in read ? [read] : []);
  return {
    ...line,
    column,
    signed: isChange(column.name) || line.values.some((value) => value < 0) ||
      cells.some(({ printed }) => printed.startsWith("+")),
    quotient: isQuotient(column.name) || hasSigns(cells),
    fractional: numbers.filter(({ value }) => !value.isWhole).length > numbers.length / 4,
  };
}

/** How many rows a table may have whose rows are measures of different kinds. */
const mostMeasures = 40;

/** Ratios and shares between rows, in a table whose columns are periods or places. */
function rowQuotients(lines: readonly Line[]): Draft[] {
  const bases = new Bases(lines.filter(({ name }) => !isQuotient(name)).map(inUnits));
  return lines.filter(({ name }) => isQuotient(name)).flatMap((line) => bestQuotient(line, bases));
}
