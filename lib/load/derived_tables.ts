import { stringify } from "@std/csv";
import { z } from "zod";
import { claimBases, claimKinds } from "../model/claim.ts";
import { type Report, tables } from "../model/report.ts";
import {
  code,
  oneOf,
  optionalCode,
  optionalText,
  positiveInteger,
  type TableSchema,
  text,
} from "../model/table_schema.ts";
import { topicCode } from "../model/topic.ts";

/** A row of a derived table: one cell for each column. */
export type DerivedRow = Readonly<Record<string, string>>;

/** A table that follows from the others: keys that a list or a pattern hides, so that any tool can join by them. */
export interface DerivedTable {
  readonly schema: TableSchema;
  rows(report: Report): readonly DerivedRow[];
}

const expandedClaims: DerivedTable = {
  schema: {
    name: "expanded-claims",
    title:
      "Every claim by the id that findings and errata use: one for each value that a * matches",
    row: z.strictObject({
      id: text("Code of the claim"),
      kind: oneOf(claimKinds, "The relation between the printed values"),
      basis: oneOf(claimBases, "Said by the report in so many words, or implied by its numbers"),
      result: optionalCode("The observation that is judged; empty where it is not printed"),
      rule: optionalText("For norm, bound and mixture one of their sides, for trend the word"),
      line: z.string().regex(/^([1-9]\d*)?$/).transform((cell) => cell === "" ? null : Number(cell))
        .pipe(z.int().min(1).nullable())
        .describe("Line of the source that states it; empty where the numbers imply it"),
      topic: topicCode("What of the report it speaks of"),
      statement_ru: text("The claim in Russian"),
      statement_en: text("The claim in English"),
    }),
    primaryKey: ["id"],
    foreignKeys: [
      { field: "result", table: "observations" },
      { field: "topic", table: "topics" },
    ],
  },
  rows: ({ claims }) =>
    claims.map(({ id, kind, basis, result, rule, line, topic, statement }) => ({
      id,
      kind,
      basis,
      result: result ?? "",
      rule,
      line: String(line ?? ""),
      topic,
      statement_ru: statement.ru,
      statement_en: statement.en,
    })),
};

const roles = ["result", "operand", "divisor"] as const;

const claimedObservations: DerivedTable = {
  schema: {
    name: "expanded-claims-observations",
    title: "Which printed values each claim relates; norms and what is not printed are left out",
    row: z.strictObject({
      id: text("Code of the claim"),
      position: positiveInteger("Place within the claim, from 1"),
      code: code("The observation"),
      role: oneOf(roles, "The value judged, one it is computed from, or one that divides"),
    }),
    primaryKey: ["id", "position"],
    foreignKeys: [
      { field: "id", table: "expanded-claims" },
      { field: "code", table: "observations" },
    ],
  },
  rows({ claims, observations }) {
    const printed = new Set(observations.map(({ id }) => id));
    return claims.flatMap(({ id, result, operands, divisors }) => {
      const all = [
        ...[result ?? ""].map((code) => ({ code, role: "result" })),
        ...operands.map((code) => ({ code, role: "operand" })),
        ...divisors.map((code) => ({ code, role: "divisor" })),
      ].filter(({ code }) => printed.has(code));
      return all.map((one, index) => ({ id, position: String(index + 1), ...one }));
    });
  },
};

/** The items of each field that holds a list and refers to another table, one a row. */
const itemTables: readonly DerivedTable[] = tables.flatMap((table: TableSchema) =>
  table.foreignKeys.filter(({ field }) => isList(table, field)).map(({ field, table: target }) => ({
    schema: {
      name: `${table.name}-${field}`,
      title: `${table.name}.csv, column ${field}: one item of the list a row`,
      row: z.strictObject({
        id: code(`The row of ${table.name}.csv`),
        position: positiveInteger("Place in the list, from 1"),
        code: text(`The row of ${target}.csv`),
      }),
      primaryKey: ["id", "position"],
      foreignKeys: [{ field: "id", table: table.name }, { field: "code", table: target }],
    },
    rows: (report) =>
      rowsOf(report, table.name).flatMap((row) =>
        (row[field] as readonly string[]).map((code, index) => ({
          id: String(row.id),
          position: String(index + 1),
          code,
        }))
      ),
  }))
);

/** Every table that `describe` derives, in the order in which `datapackage.json` names them. */
export const derivedTables: readonly DerivedTable[] = [
  expandedClaims,
  claimedObservations,
  ...itemTables,
];

/** A derived table of an edition as CSV. */
export function derivedCsv({ schema, rows }: DerivedTable, report: Report): string {
  const columns = Object.keys(schema.row.shape);
  return stringify(rows(report), { columns }).replaceAll("\r\n", "\n");
}

/** Whether a field of a table holds a list of codes. */
export function isList({ row }: TableSchema, field: string): boolean {
  const { properties = {} } = z.toJSONSchema(row, { io: "output" });
  const property = properties[field];
  return typeof property === "object" && property.type === "array";
}

function rowsOf(report: Report, table: string): readonly Readonly<Record<string, unknown>>[] {
  const name = table.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());
  return (report as unknown as Record<string, readonly Record<string, unknown>[]>)[name];
}
