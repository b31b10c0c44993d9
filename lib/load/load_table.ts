import type { z } from "zod";
import type { Problem } from "../errors/problem.ts";
import { type TableSchema, traitsOf } from "../model/columns.ts";
import { explainIssue } from "../input/parse_json.ts";
import { LoadedTable } from "./loaded_table.ts";
import { type Field, fieldsOf } from "./table_fields.ts";
import { parseRecords, type Records } from "./parse_records.ts";
import { readText } from "./read_text.ts";

/** How a table is read. */
export interface LoadTableOptions {
  /** The languages of the edition; any, if they are not known. */
  readonly languages: readonly string[] | undefined;
  readonly problems: Problem[];
}

/**
 * Reads a CSV file against its schema and collects every problem of it.
 *
 * @param folder The edition's folder.
 * @param schema What the table must look like.
 * @param options The languages of the edition, and where problems are added.
 * @returns The valid rows; none where there is no such file.
 */
export async function loadTable<Row extends z.ZodObject>(
  folder: string,
  schema: TableSchema<Row>,
  options: LoadTableOptions,
): Promise<LoadedTable<z.infer<Row>>> {
  const path = `${folder}/${schema.name}.csv`;
  const text = await readText(path, options.problems, { isOptional: true });
  if (text === "") return new LoadedTable(schema, { ids: new Set(), complete: true });
  const read = text === undefined ? undefined : parseRecords(path, text, options.problems);
  if (read === undefined) return new LoadedTable(schema, {});
  const { records, header, at } = withLastField(read, schema);
  const fields = fieldsOf(schema, read, options.languages);
  const found = records.map((_, index) => readRow({ header, records, at }, index, schema, fields));
  checkKey({ header, records, at }, schema.primaryKey);
  const kept = found.flatMap((row, index) => row === undefined ? [] : [{ row, index }]);
  const id = header.indexOf("id");
  return new LoadedTable(schema, {
    rows: kept.map(({ row }) => row),
    header,
    ids: id < 0 ? undefined : new Set(records.map((record) => record[id])),
    complete: kept.length === records.length,
    report: (row, field, message) => {
      const column = fields.find(({ name }) => name === field)?.columns[0] ?? -1;
      at(kept[row].index + 1, column, `${header[column] ?? field}: ${message}`);
    },
  });
}

/** Fills in the last field where a record leaves it out and it may be empty: spreadsheets do not write it then. */
function withLastField(table: Records, { row }: TableSchema): Records {
  const { header, records } = table;
  const name = header[header.length - 1] ?? "";
  const mayBeEmpty = Object.entries(row.shape).some(([field, column]) => {
    const { texts } = traitsOf(column);
    if (texts) return texts.given === "any" && name.startsWith(`${texts.column ?? field}_`);
    return field === name && row.shape[field].safeParse("").success;
  });
  if (!mayBeEmpty) return table;
  const isShort = (record: readonly string[]) => record.length === header.length - 1;
  return { ...table, records: records.map((one) => isShort(one) ? [...one, ""] : one) };
}

/** What a cell may hold at most, in characters. */
const longestCell = 100_000;
const mostMessage = "expected at most 100,000 characters";

/** From how many rows on it pays that zod compiles a schema to code. */
const manyRows = 5_000;

/** The row of a record; `undefined` if it is not valid, and then each cell at fault is reported. */
function readRow<Row extends z.ZodObject>(
  { header, records, at }: Records,
  index: number,
  { row }: TableSchema<Row>,
  fields: readonly Field[],
): z.infer<Row> | undefined {
  const record = records[index];
  if (record.length !== header.length) {
    const field = Math.min(record.length, header.length);
    return void at(index + 1, field, `expected ${header.length} fields, found ${record.length}`);
  }
  const long = record.findIndex((cell) => cell.length > longestCell);
  if (long >= 0) {
    const found = record[long].length.toLocaleString("en");
    return void at(index + 1, long, `${header[long]}: ${mostMessage}, found ${found}`);
  }
  const known = fields.filter(({ columns, languages }) => languages || columns[0] >= 0);
  const cells = Object.fromEntries(known.map(({ name, columns, languages }) => [
    name,
    languages
      ? Object.fromEntries(languages.map((language, at) => [language, record[columns[at]]]))
      : record[columns[0]],
  ]));
  const parsed = row.safeParse(cells, { jitless: records.length < manyRows });
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const ofCells = issues.filter(({ code, path }) => code !== "custom" || path.length > 1);
  for (const issue of ofCells.length > 0 ? ofCells : issues) {
    const field = known.find(({ name }) => name === issue.path[0]);
    if (field === undefined) continue;
    const language = field.languages?.indexOf(String(issue.path[1])) ?? 0;
    const column = field.columns[Math.max(0, language)];
    const cell = record[column];
    at(index + 1, column, `${header[column]}: ${explainIssue(issue, cell)}`);
  }
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
