import {
  beside,
  fitOf,
  type Found,
  type Line,
  linesOf,
  merged,
  stemGroups,
  toRelation,
} from "./drafted.ts";
import { bestDifference, bestQuotient } from "./find_quotients.ts";
import { findCarriedForward, findRollForwards, findShares } from "./find_balances.ts";
import { findSums } from "./find_sums.ts";
import { isChange, isClosing, isOpening, isQuotient, periodOf } from "./period.ts";
import type { TableColumn, TableGrid, TableRow } from "./table.ts";
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
  const all = measures.map((column) => asBase(column, rows, lineOf));
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
  const linesOfRows = (columns: readonly { readonly column: TableColumn }[]) =>
    rows.map((row) => lineOf(row.name, columns.map(({ column }) => [row, column] as const)));
  const rowLines = linesOfRows(added);
  const between = [...differences, ...quotients, ...beside(sums, plain, measures)];
  const shares = all.filter(({ quotient, line }) => quotient && !isDifference.has(line.name));
  const isShare = new Set(shares.map(({ line }) => line.name));
  return [
    ...merged([
      ...between,
      ...balances(added, between),
      ...findShares(shares.map(({ line }) => line), scale),
    ], measures)
      .map((found) => toRelation(found, "row", [])),
    ...totalRows(rowLines, added.map(({ line }) => line)),
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

/** Roll-forwards between columns of one period or of neighbours, and closing columns that open the next period. */
function balances(
  bases: readonly { readonly column: TableColumn; readonly line: Line }[],
  known: readonly Found[],
): Found[] {
  const groups = [...Map.groupBy(bases, ({ column }) => column.header.period).values()];
  const found = [...groups, ...groups.length > 1 ? [bases] : []].flatMap((group) =>
    findRollForwards(group.map(({ line }) => line), known)
  );
  return [
    ...new Map(found.map((one) => [one.result, one])).values(),
    ...findCarriedForward(
      bases.map(({ line, column }) => ({ line, order: column.header.order })),
    ),
  ];
}

/** Of differences between the same three columns, such as a = b − c and c = b − a, the one that is called a change. */
function oneOfEach(differences: readonly Found[]): Found[] {
  const key = ({ result, operands }: Found) => [result, ...operands].toSorted().join("|");
  return [...Map.groupBy(differences, key).values()].map((alike) =>
    alike.find(({ result }) => isChange(result)) ?? alike[0]
  );
}

type LineOf = (name: string, cells: readonly (readonly [TableRow, TableColumn])[]) => Line;

/** A column with what its header and its numbers say of it. */
function asBase(column: TableColumn, rows: readonly TableRow[], lineOf: LineOf) {
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
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  lineOf: LineOf,
): Found[] {
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
function rowQuotients(lines: readonly Line[], scale: number): Found[] {
  if (lines.length > mostMeasures) return [];
  const bases = lines.filter(({ name }) => !isQuotient(name)).map((line) => ({ line }));
  return lines.filter(({ name }) => isQuotient(name)).flatMap((line) =>
    bestQuotient(line, bases, scale)
  );
}

/**
 * Rows that are sums of others: once for all columns, or twice where columns of whole numbers add up as printed and those
 * of decimals were rounded.
 *
 * @param rows The rows, with a number for each column that adds up.
 * @param columns Those columns.
 */
function totalRows(rows: readonly Line[], columns: readonly Line[]): TableRelation[] {
  return findSums(rows).flatMap((found) => {
    const exempt = notAdded(found, rows, columns);
    const added = columns.filter((column) => !exempt.includes(column));
    const kinds = Map.groupBy(added, ({ hasDecimals }) => hasDecimals);
    const groups = [false, true].flatMap((hasDecimals) => {
      const group = kinds.get(hasDecimals);
      return group ? [{ group, fit: fitIn(found, rows, { group, columns }) }] : [];
    });
    const isAlike = groups.every(({ fit }) => fit.isRounded === groups[0].fit.isRounded);
    const parts = isAlike ? [{ group: added, fit: groups[0]?.fit ?? found.fit }] : groups;
    return parts.map(({ group, fit }) => {
      const except = columns.filter((column) => !group.includes(column)).map(({ name }) => name);
      return toRelation({ ...found, fit }, "column", except);
    });
  });
}

/** How a sum of rows fits in some of the columns. */
function fitIn(
  { result, operands, blank, fit: { bits } }: Found,
  rows: readonly Line[],
  { group, columns }: { readonly group: readonly Line[]; readonly columns: readonly Line[] },
) {
  const whole = rows.find(({ name }) => name === result)!;
  const parts = rows.filter(({ name }) => operands.includes(name));
  const counts = { tried: 0, exact: 0, loose: 0, bits };
  for (const place of group.map((column) => columns.indexOf(column))) {
    const told = blank === "nil" ? parts.filter(({ isBlank }) => isBlank[place] === 0) : parts;
    const off = Math.abs(
      told.reduce((sum, { values }) => sum + values[place], -whole.values[place]),
    );
    if (Number.isNaN(off)) continue;
    const slack = told.reduce((sum, { steps }) => sum + steps[place], whole.steps[place]);
    counts.tried++;
    if (off === 0) counts.exact++;
    if (2 * off < slack) counts.loose++;
  }
  return fitOf(counts, group.some(({ hasDecimals }) => hasDecimals));
}

/** Columns whose number in the total row lies between those of its parts where all have one sign: means, not sums. */
function notAdded(
  { result, operands }: Found,
  lines: readonly Line[],
  columns: readonly Line[],
): Line[] {
  const find = (name: string) => lines.find((line) => line.name === name)!;
  const whole = find(result), parts = operands.map(find);
  return columns.filter((_, place) => {
    const values = parts.map(({ values }) => values[place]).filter((value) =>
      !Number.isNaN(value) && value !== 0
    );
    const total = whole.values[place];
    return values.length > 2 && values.every((value) => value > 0) && total > 0 &&
      total <= Math.max(...values) && total >= Math.min(...values);
  });
}
