import { parse } from "@std/csv";
import { z } from "zod";
import type { TableSchema } from "../model/table_schema.ts";
import { fieldPosition } from "./field_position.ts";
import type { Problem } from "./problem.ts";
import { readText } from "./read_text.ts";

/** The rows of a table that are valid, with the way back to the file. */
export interface LoadedTable<Row> {
  readonly path: string;
  readonly rows: readonly Row[];
  /** Every `id` of the file, also of rows that are not valid, so that one error does not cause others. */
  readonly ids: ReadonlySet<string>;
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
  const path = `${folder}/${schema.name}.csv`;
  const text = await readText(path, problems) ?? "";
  const [header = [], ...records] = parseRecords(text, path, problems);
  const at = (record: number, field: number, message: string) =>
    problems.push({ path, ...fieldPosition(text, record, field), message });

  const rows: z.infer<Row>[] = [];
  const recordOfRow: number[] = [];
  const complete = text !== "" &&
    checkHeader(header, schema, (field, message) => at(0, field, message));
  for (const [index, record] of (complete ? records : []).entries()) {
    if (record.length !== header.length) {
      at(
        index + 1,
        Math.min(record.length, header.length),
        `expected ${header.length} fields, found ${record.length}`,
      );
      continue;
    }
    const named = Object.fromEntries(header.map((name, field) => [name, record[field]]));
    const parsed = schema.row.safeParse(named);
    if (parsed.success) {
      rows.push(parsed.data);
      recordOfRow.push(index + 1);
      continue;
    }
    for (const issue of parsed.error.issues) {
      const field = String(issue.path[0]);
      at(
        index + 1,
        header.indexOf(field),
        `${field}: ${explain(issue.message)}, found "${named[field]}"`,
      );
    }
  }
  const report = (row: number, field: string, message: string) => {
    at(recordOfRow[row], Math.max(header.indexOf(field), 0), message);
  };
  checkKey(rows, schema.primaryKey, report);
  const idField = header.indexOf("id");
  return { path, rows, ids: new Set(records.map((record) => record[idField])), report };
}

function parseRecords(text: string, path: string, problems: Problem[]): string[][] {
  try {
    return parse(text).filter((record) => record.length > 1 || record[0] !== "");
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const [, line, column] = /line (\d+).*column (\d+)/.exec(error.message) ?? [];
    const message = error.message.replace(/^.*?: /, "");
    problems.push({ path, line: Number(line ?? 1), column: Number(column ?? 1), message });
    return [];
  }
}

function checkHeader(
  header: readonly string[],
  schema: TableSchema,
  at: (field: number, message: string) => void,
): boolean {
  const expected = Object.keys(schema.row.shape);
  const missing = expected.filter((name) => !header.includes(name));
  for (const name of missing) at(header.length - 1, `expected a column "${name}", found none`);
  for (const [field, name] of header.entries()) {
    if (!expected.includes(name)) {
      at(field, `unknown column "${name}"; expected ${expected.join(", ")}`);
    }
    if (header.indexOf(name) !== field) at(field, `column "${name}" stands twice`);
  }
  return missing.length === 0 && header.length === expected.length;
}

function checkKey(
  rows: readonly Record<string, unknown>[],
  key: readonly string[],
  report: (row: number, field: string, message: string) => void,
): void {
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const value = key.map((field) => row[field]).join(", ");
    if (seen.has(value)) report(index, key[0], `${key.join(", ")}: "${value}" stands twice`);
    seen.add(value);
  }
}

function explain(message: string): string {
  return message.replace(/^Invalid (option|input): /, "");
}
