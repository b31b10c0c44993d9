import { stringify } from "@std/csv";
import * as z from "zod";
import {
  code,
  positiveInteger,
  table,
  type TableSchema,
  text,
  traitsOf,
} from "../model/columns.ts";
import { type Report, type TableName, tables } from "../model/report.ts";
import { type DerivedTable, expandedTables } from "./expanded_tables.ts";

/** Where a key leads that refers to a table of which a file may hold patterns, or not all rows. */
const expanded: Readonly<Record<string, string>> = {
  claims: "expanded-claims",
  observations: "expanded-observations",
};

/** The table that other tools join to by a code of a table. */
export function joinTarget(table: string): string {
  return expanded[table] ?? table;
}

/** The items of each field that holds a list and refers to another table, one a row. */
const itemTables: readonly DerivedTable[] = Object.entries(tables).flatMap(([key, { name, row }]) =>
  Object.entries(row.shape).flatMap(([field, column]): DerivedTable[] => {
    const { refersTo } = traitsOf(column);
    if (refersTo === undefined || !isList(column)) return [];
    const target = joinTarget(refersTo);
    const schema = table(
      `${name}-${field}`,
      `${name}.csv, column ${field}: one item of the list a row`,
      z.strictObject({
        id: code(`The row of ${name}.csv`, name),
        position: positiveInteger("Place in the list, from 1"),
        code: text("").meta({ description: `The row of ${target}.csv`, refersTo: target }),
      }),
      ["id", "position"],
    );
    const rows = (report: Report) =>
      (report[key as TableName] as unknown as readonly Readonly<Record<string, unknown>>[]).flatMap(
        (row) =>
          (row[field] as readonly string[]).map((code, index) => ({
            id: String(row.id),
            position: String(index + 1),
            code,
          })),
      );
    return [{ schema, rows }];
  })
);

/** Every table that `describe` derives, in the order in which `datapackage.json` names them. */
export const derivedTables: readonly DerivedTable[] = [
  ...expandedTables,
  ...itemTables,
];

/** The tables that `describe` derives for an edition: those that have rows. */
export function derivedTablesOf(report: Report): readonly DerivedTable[] {
  return derivedTables.filter(({ rows }) => rows(report).length > 0);
}

/** A derived table of an edition as CSV. */
export function derivedCsv({ schema, rows }: DerivedTable, report: Report): string {
  const columns = columnsOf(schema, report.edition.languages);
  return stringify(rows(report), { columns }).replaceAll("\r\n", "\n");
}

/** The columns of a table as its file has them, texts in each language. */
export function columnsOf({ row }: TableSchema, languages: readonly string[]): string[] {
  return Object.entries(row.shape).flatMap(([field, column]) => {
    const { texts } = traitsOf(column);
    return texts ? languages.map((language) => `${texts.column ?? field}_${language}`) : field;
  });
}

/** Whether a column holds a list. */
export function isList(column: z.core.$ZodType): boolean {
  return z.toJSONSchema(column, { io: "output", unrepresentable: "any" }).type === "array";
}
