import { stringify } from "@std/csv";
import { z } from "zod";
import { claimBases } from "../model/claim.ts";
import {
  code,
  oneOf,
  optionalCode,
  optionalLine,
  optionalText,
  positiveInteger,
  table,
  type TableSchema,
  text,
  texts,
  topic,
  traitsOf,
} from "../model/columns.ts";
import { relationKinds } from "../model/relation_shapes.ts";
import { type Report, type TableName, tables } from "../model/report.ts";

/** A row of a derived table: one cell for each column. */
export type DerivedRow = Readonly<Record<string, string>>;

/** A table that follows from the others: keys that a list or a pattern hides, so that any tool can join by them. */
export interface DerivedTable {
  readonly schema: TableSchema;
  rows(report: Report): readonly DerivedRow[];
}

const expandedClaims: DerivedTable = {
  schema: table(
    "expanded-claims",
    "Every claim by the id that findings and errata use: one for each value that a * matches",
    z.strictObject({
      id: text("Code of the claim"),
      kind: oneOf(relationKinds, "The relation between the printed values"),
      basis: oneOf(claimBases, "Said by the report in so many words, or implied by its numbers"),
      result: optionalCode(
        "The observation that is judged; empty where it is not printed",
        "observations",
      ),
      rule: optionalText("For norm, bound and mixture one of their sides, for trend the word"),
      line: optionalLine("Line of the source that states it; empty where the numbers imply it"),
      topic: topic("What of the report it speaks of"),
      statement: texts("The claim"),
    }),
  ),
  rows: ({ claims, edition }) =>
    claims.map(({ id, kind, basis, result, rule, line, topic, statement }) => ({
      ...{ id, kind, basis, result: result ?? "", rule, line: String(line ?? ""), topic },
      ...inColumns("statement", statement, edition.languages),
    })),
};

const claimedObservations: DerivedTable = {
  schema: table(
    "expanded-claims-observations",
    "Which printed values each claim relates; norms and what is not printed are left out",
    z.strictObject({
      id: text("Code of the claim").meta({
        description: "Code of the claim",
        refersTo: "expanded-claims",
      }),
      position: positiveInteger("Place within the claim, from 1"),
      code: code("The observation", "observations"),
      role: oneOf(
        ["result", "operand", "divisor"],
        "The value judged, one it is computed from, or one that divides",
      ),
    }),
    ["id", "position"],
  ),
  rows({ claims, observations }) {
    const printed = new Set(observations.map(({ id }) => id));
    return claims.flatMap(({ id, result, operands, divisors }) => {
      const all = [
        { code: result ?? "", role: "result" },
        ...operands.map((code) => ({ code, role: "operand" })),
        ...divisors.map((code) => ({ code, role: "divisor" })),
      ].filter(({ code }) => printed.has(code));
      return all.map((one, index) => ({ id, position: String(index + 1), ...one }));
    });
  },
};

/** The items of each field that holds a list and refers to another table, one a row. */
const itemTables: readonly DerivedTable[] = Object.entries(tables).flatMap(([key, { name, row }]) =>
  Object.entries(row.shape).flatMap(([field, column]): DerivedTable[] => {
    const { refersTo } = traitsOf(column);
    if (refersTo === undefined || !isList(column)) return [];
    const target = refersTo === "claims" ? "expanded-claims" : refersTo;
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
      (report[key as TableName] as readonly Readonly<Record<string, unknown>>[]).flatMap((row) =>
        (row[field] as readonly string[]).map((code, index) => ({
          id: String(row.id),
          position: String(index + 1),
          code,
        }))
      );
    return [{ schema, rows }];
  })
);

/** Every table that `describe` derives, in the order in which `datapackage.json` names them. */
export const derivedTables: readonly DerivedTable[] = [
  expandedClaims,
  claimedObservations,
  ...itemTables,
];

/** The tables that `describe` derives for an edition: those that have rows. */
export function derivedFor(report: Report): readonly DerivedTable[] {
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

/** A text in a column for each language. */
export function inColumns(
  column: string,
  label: Readonly<Record<string, string>> | { readonly ru: string; readonly en: string },
  languages: readonly string[],
): DerivedRow {
  const texts = new Map(Object.entries(label));
  return Object.fromEntries(
    languages.map((language) => [`${column}_${language}`, texts.get(language) ?? ""]),
  );
}

/** Whether a column holds a list. */
export function isList(column: z.core.$ZodType): boolean {
  return z.toJSONSchema(column, { io: "output", unrepresentable: "any" }).type === "array";
}
