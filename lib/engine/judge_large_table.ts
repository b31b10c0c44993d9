import { sum } from "d3-array";
import { InputError } from "../errors/problem.ts";
import { UsageError } from "../errors/usage_error.ts";
import { roundingModes } from "../model/verdict.ts";
import { readPrinted } from "../numbers/read_printed.ts";
import { commonModes, judgeTable } from "../preflight/judge_table.ts";
import { type GridTable, TableGrid } from "../preflight/table.ts";
import { isWithinRows, type TableRelation } from "../preflight/table_relation.ts";
import { cellsSql, states } from "./cells_sql.ts";
import { type Extent, maskQuery, masks } from "./mask_sql.ts";
import { type Database, openDatabase } from "./open_database.ts";
import { type SqlPlan, sqlPlan } from "./relations_script.ts";
import { type Sample, toText } from "./sample_table.ts";

/**
 * Judges the relations between columns of a table of any size: DuckDB reads the file and counts; only the rows that do
 * not hold, or that hold numbers of other forms, come back and are judged exactly.
 *
 * @param sample The table, by its first rows.
 * @param relations The relations; one between rows is judged in memory only, and refused here.
 * @returns The judged table, of those rows; the counts of its relations are of all rows.
 */
export async function judgeLargeTable(sample: Sample, relations: readonly TableRelation[]) {
  const between = relations.find((relation) => !isWithinRows(relation));
  if (between !== undefined) {
    throw new UsageError(
      `Cannot judge ${sample.path}: expected relations between columns in a table of this size, found one between rows (${between.result})`,
    );
  }
  const { instancesOf, columns, cells } = sqlPlan(sample.table, relations);
  const database = sample.database ?? openDatabase();
  try {
    await database.run(
      `CREATE VIEW printed AS SELECT row_number() OVER () + ${sample.first - 1} AS n, * ` +
        `FROM ${sample.source} AS file;`,
    );
    const extents = await readCells(database, columns, cells);
    const [{ rows }] = await database.run("SELECT count(*)::INTEGER AS rows FROM cells");
    const instances = instancesOf((column) => extents.get(column)!);
    const counts = await countMasks(database, instances);
    const elsewhere = new Map(relations.map((relation, at) => [relation, counts[at]]));
    return {
      ...judgeTable(new TableGrid(await fetchRows(database, sample)), relations, elsewhere),
      /** How many rows it has. */
      rows: Number(rows),
      /** How often a relation was not judged, since too many rows hold other than plain numbers. */
      unjudged: sum(counts, ({ undecided }) => undecided),
      /** The most memory that the process of the database took, in bytes. */
      databaseMemory: database.peakMemory,
    };
  } catch (error) {
    if (!(error instanceof Error) || error instanceof InputError) throw error;
    throw new InputError("Cannot read the table", [{ path: sample.path, message: error.message }]);
  } finally {
    await database.close();
  }
}

/** Makes `cells` of the columns, by patterns of numbers only where a column holds others than the plainest. */
async function readCells(
  database: Database,
  columns: readonly number[],
  options: SqlPlan["cells"],
): Promise<ReadonlyMap<number, Extent>> {
  const parts = columns.flatMap((column) => [
    `max(abs(u${column}))::DOUBLE AS u${column}`,
    `max(d${column})::INTEGER AS d${column}`,
    `min(d${column})::INTEGER AS o${column}`,
  ]);
  const read = async (isSimple: (column: number) => boolean) => {
    await database.run(cellsSql(columns, { ...options, isSimple }));
    const [row] = await database.run(`SELECT ${["0 AS none", ...parts].join(", ")} FROM cells`);
    return new Map(columns.map((column) => {
      const [units, most, state] = ["u", "d", "o"].map((name) => Number(row[name + column] ?? 0));
      return [column, { units, decimals: Math.max(0, most), hasOthers: state === states.other }];
    }));
  };
  const simply = await read(() => true);
  const isSimple = (column: number) => !simply.get(column)!.hasOthers;
  if (columns.every(isSimple)) return simply;
  await database.run("DROP TABLE cells");
  return await read(isSimple);
}

/** The rows that were set apart, as a table of printed strings. */
async function fetchRows(database: Database, { table }: Sample): Promise<GridTable> {
  const rows = await database.run(
    "SELECT * FROM printed WHERE n IN (SELECT n FROM apart) ORDER BY n",
  );
  const { columns, label, format } = table;
  return {
    ...table,
    unread: [],
    rows: rows.map((row) => {
      const cells = columns.map(({ index }) => {
        const printed = toText(row[`c${index + 1}`]).trim();
        return { printed, read: readPrinted(printed, format) };
      });
      const number = Number(row.n), name = label === undefined ? "" : cells[label].printed;
      return { number, name: name || `row ${number}`, indent: 0, cells };
    }),
  };
}

/** How many rows that do not hold, or that SQL does not read, are judged exactly. */
const mostJudged = 20_000;

/** Judges relations in every row, sets those apart that do not hold as the others do, or that SQL does not read, and counts the rest. */
async function countMasks(database: Database, instances: ReturnType<SqlPlan["instancesOf"]>) {
  await database.run("CREATE TEMPORARY TABLE masks (relation INTEGER, n BIGINT, mask SMALLINT)");
  await database.run("CREATE TEMPORARY TABLE apart (n BIGINT)");
  for (const [index, each] of instances.entries()) {
    if (each.length === 0) continue;
    const judged = each.map(maskQuery).join(" UNION ALL ");
    await database.run(`INSERT INTO masks SELECT ${index}, n, mask FROM (${judged}) AS judged`);
  }
  const countsIn = async (rows: string) => {
    const groups = await database.run(
      `SELECT relation, mask::INTEGER AS mask, count(*)::INTEGER AS rows FROM ${rows} GROUP BY ALL`,
    );
    return instances.map((_, index) =>
      groups.filter(({ relation }) => relation === index).map(({ mask, rows }) => ({
        mask: Number(mask),
        count: Number(rows),
        modes: roundingModes.filter((_, bit) => Number(mask) & (1 << bit)),
      }))
    );
  };
  for (const [index, counts] of (await countsIn("masks")).entries()) {
    const usual = commonModes(counts.filter(({ mask }) => mask > 0));
    // Where no way of rounding stands out yet, it may do so with the rows that SQL does not read.
    const isTold = usual.size < roundingModes.length;
    const apart = counts.filter(({ mask, modes }) =>
      mask === masks.undecided || (mask >= 0 && modes.length < roundingModes.length &&
        !(isTold && modes.some((mode) => usual.has(mode))))
    );
    if (apart.length === 0) continue;
    await database.run(
      `INSERT INTO apart SELECT n FROM masks WHERE relation = ${index} AND ` +
        `mask IN (${apart.map(({ mask }) => mask).join(", ")}) ORDER BY n LIMIT ${mostJudged}`,
    );
  }
  const others = await countsIn("masks WHERE n NOT IN (SELECT n FROM apart)");
  return others.map((counts) => {
    const count = (of: number) => counts.find(({ mask }) => mask === of)?.count ?? 0;
    const byModes = counts.filter(({ mask }) => mask >= 0);
    return { byModes, missing: count(masks.missing), undecided: count(masks.undecided) };
  });
}
