import type { z } from "zod";
import type { TableSchema } from "../model/table_schema.ts";
import { explainIssue } from "./explain_issue.ts";
import type { Problem } from "../errors/problem.ts";
import { readRecords, type Records } from "./read_records.ts";

/** The rows of a table that are valid, with the way back to the file. */
export interface LoadedTable<Row> {
  readonly rows: readonly Row[];
  /**
   * Every `id` of the file, also of rows that are not valid, so that one error does not cause others;
   * `undefined` where the file has no ids that can be read.
   */
  readonly ids: ReadonlySet<string> | undefined;
  /** Whether every row of the file is valid by itself. */
  readonly complete: boolean;
  /** Adds a problem that points at a field of a row. */
  report(row: number, field: string, message: string): void;
}

/**
 * Reads a CSV file against its schema and collects every problem of it.
 *
 * @param folder The edition's folder.
 * @param schema What the table must look like.
 * @param problems Where problems are added.
 * @returns The valid rows.
 */
export async function readTable<Row extends z.ZodObject>(
  folder: string,
  schema: TableSchema<Row>,
  problems: Problem[],
): Promise<LoadedTable<z.infer<Row>>> {
  const read = await readRecords(`${folder}/${schema.name}.csv`, problems);
  if (read === undefined) return { rows: [], ids: undefined, complete: false, report() {} };

  const table = withLastField(read, schema);
  const { header, records, at } = table;
  checkHeader(table, schema);
  const rows: z.infer<Row>[] = [];
  const recordOfRow: number[] = [];
  for (const index of records.keys()) {
    const row = readRow(table, index, schema);
    if (row === undefined) continue;
    rows.push(row);
    recordOfRow.push(index + 1);
  }
  checkKey(table, schema.primaryKey);
  const id = header.indexOf("id");
  return {
    rows,
    ids: id < 0 ? undefined : new Set(records.map((record) => record[id])),
    complete: rows.length === records.length,
    report: (row, field, message) => at(recordOfRow[row], header.indexOf(field), message),
  };
}

/** Fills in the last field where a record leaves it out and it may be empty: spreadsheets do not write it then. */
function withLastField(table: Records, { row }: TableSchema): Records {
  const { header, records } = table;
  const last = row.shape[header[header.length - 1] ?? ""];
  if (!last?.safeParse("").success) return table;
  const isShort = (record: readonly string[]) => record.length === header.length - 1;
  return { ...table, records: records.map((one) => isShort(one) ? [...one, ""] : one) };
}

/** How many unknown columns are named one by one. */
const mostUnknown = 50;

/** What a cell may hold at most, in characters. */
const longestCell = 100_000;

function checkHeader({ header, at }: Records, schema: TableSchema): void {
  const expected = Object.keys(schema.row.shape);
  if (header.length > expected.length + mostUnknown) {
    const found = header.length.toLocaleString("en");
    return at(0, 0, `expected the columns ${expected.join(", ")}, found ${found} columns`);
  }
  for (const name of expected) {
    if (!header.includes(name)) at(0, header.length, `expected a column "${name}", found none`);
  }
  for (const [field, name] of header.entries()) {
    if (!expected.includes(name)) {
      at(0, field, `unknown column "${name}"; expected ${expected.join(", ")}`);
    } else if (header.indexOf(name) !== field) at(0, field, `column "${name}" stands twice`);
  }
}

/** The row of a record; `undefined` if it is not valid, and then each cell at fault is reported. */
function readRow<Row extends z.ZodObject>(
  { header, records, at }: Records,
  index: number,
  { row }: TableSchema<Row>,
): z.infer<Row> | undefined {
  const record = records[index];
  if (record.length !== header.length) {
    const field = Math.min(record.length, header.length);
    at(index + 1, field, `expected ${header.length} fields, found ${record.length}`);
    return undefined;
  }
  const long = record.findIndex((cell) => cell.length > longestCell);
  if (long >= 0) {
    const found = record[long].length.toLocaleString("en");
    const most = longestCell.toLocaleString("en");
    at(index + 1, long, `${header[long]}: expected at most ${most} characters, found ${found}`);
    return undefined;
  }
  const known = Object.keys(row.shape).filter((name) => header.includes(name));
  const cells = Object.fromEntries(known.map((name) => [name, record[header.indexOf(name)]]));
  const parsed = row.safeParse(cells);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const ofCells = issues.filter(({ code }) => code !== "custom");
  for (const issue of ofCells.length > 0 ? ofCells : issues) {
    const name = String(issue.path[0]);
    if (!known.includes(name)) continue;
    at(index + 1, header.indexOf(name), `${name}: ${explainIssue(issue, cells[name])}`);
  }
  return undefined;
}

function checkKey({ header, records, at }: Records, key: readonly string[]): void {
  const fields = key.map((name) => header.indexOf(name));
  if (fields.includes(-1)) return;
  const seen = new Set<string>();
  for (const [index, record] of records.entries()) {
    if (record.length !== header.length) continue;
    const value = fields.map((field) => record[field]).join(", ");
    if (seen.has(value)) at(index + 1, fields[0], `${key.join(", ")}: "${value}" stands twice`);
    seen.add(value);
  }
}
