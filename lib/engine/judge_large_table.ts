import { InputError } from "../errors/problem.ts";
import { UsageError } from "../errors/usage_error.ts";
import { readPrinted } from "../numbers/read_printed.ts";
import { type Elsewhere, type JudgedTable, judgeTable } from "../preflight/judge_table.ts";
import type { GridTable } from "../preflight/table.ts";
import { TableGrid } from "../preflight/table.ts";
import { type TableRelation } from "../preflight/table_relation.ts";
import { cellsSql, states } from "./cells_sql.ts";
import { type Sample, toText } from "./sample_table.ts";
import { type Database, openDatabase } from "./open_database.ts";
import { maskQuery } from "./mask_sql.ts";
import { countElsewhere, separateRows } from "./count_masks.ts";
import { type SqlPlan, sqlPlan } from "./relations_script.ts";
import type { Extent } from "./sql_terms.ts";

/** A table that was judged where it lies. */
export interface LargeTable extends JudgedTable {
  /** How many rows it has. */
  readonly rows: number;
  /** How often a relation was not judged, since too many rows hold other than plain numbers. */
  readonly unjudged: number;
  /** The most memory that the process of the database took, in bytes. */
  readonly databaseMemory: number;
}

/**
 * Judges the relations between columns of a table of any size: DuckDB reads the file and counts; only the rows that do
 * not hold, or that hold numbers of other forms, come back and are judged exactly.
 *
 * @param sample The table, by its first rows.
 * @param relations The relations; one between rows is judged in memory only, and refused here.
 * @returns The judged table, of those rows; the counts of its relations are of all rows.
 */
export async function judgeLargeTable(
  sample: Sample,
  relations: readonly TableRelation[],
): Promise<LargeTable> {
  const between = relations.find(({ each }) => each === "column");
  if (between !== undefined) {
    throw new UsageError(
      `Cannot judge ${sample.path}: expected relations between columns in a table of this size, found one between rows (${between.result})`,
    );
  }
  const { instances, columns, cells } = sqlPlan(sample.table, relations);
  const database = sample.database ?? openDatabase();
  try {
    await database.run(
      `CREATE VIEW printed AS SELECT row_number() OVER () + ${sample.first - 1} AS n, * ` +
        `FROM ${sample.source} AS file;`,
    );
    const extents = await readCells(database, columns, cells);
    const [{ rows }] = await database.run("SELECT count(*)::INTEGER AS rows FROM cells");
    await database.run("CREATE TEMPORARY TABLE apart (n BIGINT)");
    for (const [index, each] of instances.entries()) {
      const judged = each.map((instance) => maskQuery(instance, extents)).join(" UNION ALL ");
      await separateRows(database, `mask${index}`, judged);
    }
    const elsewhere = new Map<TableRelation, Elsewhere & { readonly undecided: number }>();
    for (const [index, relation] of relations.entries()) {
      elsewhere.set(relation, await countElsewhere(database, `mask${index}`));
    }
    const table = await fetchRows(database, sample);
    return {
      ...judgeTable(new TableGrid(table), relations, elsewhere),
      rows: Number(rows),
      databaseMemory: database.peakMemory,
      unjudged: [...elsewhere.values()].reduce((sum, { undecided }) => sum + undecided, 0),
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
  await database.run(cellsSql(columns, { ...options, isSimple: () => true }));
  const simply = await extentsOf(database, columns);
  const isSimple = (column: number) => !simply.get(column)!.hasOthers;
  if (columns.every(isSimple)) return simply;
  await database.run("DROP TABLE cells");
  await database.run(cellsSql(columns, { ...options, isSimple }));
  return await extentsOf(database, columns);
}

async function extentsOf(database: Database, columns: readonly number[]) {
  const parts = columns.flatMap((column) => [
    `max(abs(u${column}))::DOUBLE AS u${column}`,
    `max(d${column})::INTEGER AS d${column}`,
    `min(d${column})::INTEGER AS o${column}`,
  ]);
  const [row] = parts.length === 0
    ? [{}]
    : await database.run(`SELECT ${parts.join(", ")} FROM cells`);
  return new Map(
    columns.map((column) => [column, {
      units: Number(row[`u${column}`] ?? 0),
      decimals: Math.max(0, Number(row[`d${column}`] ?? 0)),
      hasOthers: Number(row[`o${column}`] ?? 0) === states.other,
    }]),
  );
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
      const number = Number(row.n);
      return {
        number,
        name: (label !== undefined && cells[label].printed) || `row ${number}`,
        cells,
      };
    }),
  };
}
