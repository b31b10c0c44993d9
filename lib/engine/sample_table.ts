import { InputError } from "../errors/problem.ts";
import { UnreadableFile } from "../input/read_file.ts";
import { parseDelimited } from "../input/read_delimited.ts";
import { readTable } from "../preflight/read_table.ts";
import { type GridTable, type ReadTableOptions } from "../preflight/table.ts";
import { quoteSql } from "./cells_sql.ts";
import { type Database, openDatabase } from "./open_database.ts";

/** How much of a file is read to learn its headers, its numbers and how it is parted. */
const sampled = 200_000;

/**
 * The first rows of a large table, read as a table: its columns, its format and what its numbers look like.
 *
 * @param path A CSV file in UTF-8, or a Parquet file.
 * @param options What the table does not tell itself.
 * @throws {InputError} If it is no such file.
 */
export async function sampleTable(
  path: string,
  options: ReadTableOptions,
): Promise<Sample> {
  if (/\.parquet$/i.test(path)) return await sampleParquet(path, options);
  using file = await Deno.open(path);
  const bytes = new Uint8Array(sampled);
  let filled = 0;
  for (let read = 1; read > 0; filled += read) {
    read = await file.read(bytes.subarray(filled)) ?? 0;
  }
  const end = filled < sampled ? filled : bytes.lastIndexOf(10, filled - 1) + 1;
  const { rows, encoding, separator } = parseDelimited(bytes.slice(0, end), path);
  if (encoding !== "utf-8") {
    const message = `expected UTF-8 in a file of this size, found ${encoding}; save it as UTF-8`;
    throw new InputError("Cannot read the table", [{ path, message }]);
  }
  const isTold = /^\ufeff?"?sep=/i.test(new TextDecoder().decode(bytes.subarray(0, 10)));
  const table = readTable({ rows }, options);
  const skipped = table.rows[0].number - 1 + (isTold ? 1 : 0);
  const columns = table.columns.map((_, index) => `'c${index + 1}': 'VARCHAR'`).join(", ");
  const source = `read_csv(${quoteSql(path)}, header = false, auto_detect = false, ` +
    `skip = ${skipped}, delim = ${quoteSql(separator)}, quote = '"', escape = '"', ` +
    `columns = {${columns}}, null_padding = false, strict_mode = false)`;
  return { path, table, source, first: table.rows[0].number, encoding };
}

/** The first rows of a large table, and where the database reads all of them. */
export interface Sample {
  readonly path: string;
  readonly table: GridTable;
  /** The FROM of a query whose columns are texts `c1`, `c2` … */
  readonly source: string;
  /** Number of the first row of data, as in the file. */
  readonly first: number;
  readonly encoding: string;
  /** The database, where it had to be open to read the sample; who judges the table closes it. */
  readonly database?: Database;
}

async function sampleParquet(path: string, options: ReadTableOptions): Promise<Sample> {
  const database = openDatabase();
  try {
    const file = `read_parquet(${quoteSql(path)})`;
    const named = await database.run(`SELECT * FROM ${file} LIMIT 2000`);
    const names = Object.keys(named[0] ?? {});
    const texts = names.map((name, index) =>
      `CAST("${name.replaceAll('"', '""')}" AS VARCHAR) AS c${index + 1}`
    );
    const source = `(SELECT ${texts.join(", ")} FROM ${file})`;
    const rows = await database.run(`SELECT * FROM ${source} LIMIT 2000`);
    const fields = rows.map((row) => names.map((_, index) => toText(row[`c${index + 1}`])));
    const table = readTable({ rows: [names, ...fields] }, { headerRows: 1, ...options });
    return { path, table, source, first: 2, encoding: "Parquet", database };
  } catch (error) {
    await database.close();
    if (!(error instanceof Error) || error instanceof InputError) throw error;
    const [reason] = error.message.split("\n");
    throw new UnreadableFile(path, `no table in Parquet: ${reason}`);
  }
}

/** The text of a field; an empty one where there is none. */
export function toText(value: unknown): string {
  return typeof value === "string" ? value : "";
}
