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
import { findSums, type View } from "./find_sums.ts";
import { findTotalRows } from "./find_total_rows.ts";
import { isMixed, mergePeriods, oneOfEach, toldOnce, withoutNested } from "./merge_drafts.ts";
import { isChange, isClosing, isOpening, isQuotient, isTotal } from "./period.ts";
import { outlinesOf } from "./outline.ts";
import { findShifts, movedColumn } from "./shifted_rows.ts";
import type { GridColumn, GridRow, TableGrid } from "./table.ts";
import { hasSigns } from "./table_headers.ts";
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
  const changed = basesOf(
    measured.filter(({ column: { header, name } }) => header.period !== "" || !isChange(name)),
  );
  const differences = oneOfEach(
    measured.filter(({ signed }) => signed)
      .flatMap(({ line }) => bestPair("difference", line, changed)),
  );
  const isDifference = new Set(differences.map(({ result }) => result));
  const divided = new Bases(
    measured.filter(({ line }) => !isDifference.has(line.name)).map(({ line }) => inUnits(line)),
  );
  const quotients = all
    .filter(({ line, quotient, fractional, signed }) =>
      !isDifference.has(line.name) && (quotient || fractional || signed)
    )
    .flatMap(({ line }) => bestQuotient(line, divided));
  const isGiven = new Set(quotients.map(({ result }) => result));
  const added = measured.filter(({ line }) => !isGiven.has(line.name));
  const addedLines = added.map(({ line }) => line);
  const parts = added.filter(({ line }) => !isDifference.has(line.name));
  const near = findSums(addedLines, viewsOf(added));
  const isAdded = new Set(near.flatMap(({ result, operands }) => [result, ...operands]));
  const alone = parts.filter(({ line }) => !isAdded.has(line.name));
  const together = basesOf(parts);
  const sums = [
    ...near,
    ...alone.flatMap(({ line }) => bestPair("sum", line, together)),
  ].filter((sum) => !isMixed(sum, measures));
  const shifts = findShifts(grid, added.map(({ column }) => column));
  // A shifted row is read as it would stand, so that the totals that it breaks are drafted.
  const linesOfRows = (columns: readonly Base[]) =>
    rows.map((row) => {
      const shift = shifts.get(row);
      return lineOf(
        row.name,
        columns.map(({ column }) =>
          row.cells[(shift ? movedColumn(column, measures, shift) : column).index]
        ),
      );
    });
  const rowLines = linesOfRows(added);
  const told = toldOnce(differences, sums);
  const found = [...told.differences, ...quotients, ...told.sums];
  const shares = all.filter(({ quotient, line }) => quotient && !isDifference.has(line.name));
  const between = [
    ...found,
    ...findBalances(addedLines, found),
    ...findCarriedForward(addedLines),
    ...findShares(shares.map(({ line }) => line), scale),
  ];
  const isShare = new Set(shares.map(({ line }) => line.name));
  const inEach = (
    each: "row" | "column",
    drafts: readonly Draft[],
    except: readonly string[] = [],
  ) => drafts.map((draft) => toRelation(draft, each, except));
  const names = measures.map(({ name }) => name);
  const ofRows = rows.length > mostMeasures ? [] : [
    ...rowQuotients(rowLines),
    ...findRollForwards(rowLines.filter(({ name }) => !isQuotient(name)), [])
      .filter(({ result, operands: [first] }) => isClosing(result) && isOpening(first)),
    ...findCarriedForward(rowLines),
  ];
  return [
    ...inEach("row", withoutNested(mergePeriods(between, grid, lineOf))),
    ...inEach("row", findNextOpenings(addedLines), rows.map(({ name }) => name).filter(isTotal)),
    ...inEach("column", findNextOpenings(rowLines), names.filter(isTotal)),
    ...findTotalRows(rowLines, addedLines, outlinesOf(grid.table, rowLines)),
    ...inEach("column", ofRows),
    ...inEach(
      "column",
      findShares(linesOfRows(shares), scale),
      names.filter((name) => !isShare.has(name)),
    ),
  ];
}

function basesOf(columns: readonly Base[]): Bases {
  return new Bases(columns.map(({ line }) => line));
}

/** Columns of one period, and those whose headers share a word: the parts of a total may be neighbours there. */
function viewsOf(columns: readonly Base[]): View[] {
  const linesOf = (some: readonly Base[]) => some.map(({ line }) => line);
  const totals = columns.filter(({ line }) => isTotal(line.name));
  const wordsOf = ({ column: { header } }: Base) =>
    new Set(header.stem.toLowerCase().match(/\p{L}{2,}/gu)?.filter((word) => !isTotal(word)));
  const words = new Map(columns.map((column) => [column, wordsOf(column)]));
  const having = (some: readonly Base[], word: string) =>
    linesOf(some.filter((column) => words.get(column)!.has(word)));
  const ofWords = [...new Set(totals.flatMap((total) => [...words.get(total)!]))]
    .map((word) => ({ lines: having(columns, word), wholes: having(totals, word) }));
  const ofPeriods = Map.groupBy(columns, ({ column }) => column.header.period).values()
    .map((some) => ({ lines: linesOf(some) }));
  return [...ofPeriods, ...ofWords]
    .filter(({ lines }) => lines.length > 2 && lines.length < columns.length);
}

/** A column with what its header and its numbers say of it. */
type Base = ReturnType<typeof toBase>;

function toBase(column: GridColumn, rows: readonly GridRow[], lineOf: LineOf) {
  const cells = rows.map(({ cells }) => cells[column.index]);
  const line = lineOf(column.name, cells);
  const numbers = cells.flatMap(({ read }) => "value" in read ? [read] : []);
  return {
    line,
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
