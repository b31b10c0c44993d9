import { z } from "zod";
import { claimBases } from "../model/claim.ts";
import {
  code,
  decimal,
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
import { observations } from "../model/observation.ts";
import { relationKinds } from "../model/relation_shapes.ts";
import { type Report, type TableName, tables } from "../model/report.ts";
import { decimalString } from "../numbers/digits.ts";
import { exact } from "../numbers/exact.ts";
import { isList } from "./describe_field.ts";

/** A table that follows from the others: keys that a list or a pattern hides, so that any tool can join by them. */
export interface DerivedTable {
  readonly schema: TableSchema;
  rows(report: Report): readonly Readonly<Record<string, string | number | null>>[];
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
  rows: ({ claims, edition: { languages } }) =>
    claims.map(({ id, kind, basis, result, rule, line, topic, statement }) => {
      const told: Readonly<Record<string, string>> = { ...statement };
      const statements = languages.map((one) => [`statement_${one}`, told[one] ?? ""]);
      return { id, kind, basis, result, rule, line, topic, ...Object.fromEntries(statements) };
    }),
};

const { shape: columns } = observations.row;

const expandedObservations: DerivedTable = {
  schema: table(
    "expanded-observations",
    "Every quantity of the report, of observations.csv and of printed tables, with its dimensions and its place",
    z.strictObject({
      id: columns.id,
      indicator: columns.indicator,
      population: columns.population,
      scope: columns.scope,
      territory: columns.territory,
      period: text("When, or between which two periods a change is counted"),
      value: decimal("The number; of a range its lower end"),
      decimals: z.int().meta({ description: "How many decimals are printed; below 0 for tens" }),
      unit: code("Unit, the indicator's"),
      form: columns.form,
      printed: optionalText("The string as printed"),
      line: optionalLine("Line of the source text, where the edition has one"),
      table: optionalCode("The printed table that has it, if one does"),
      row: optionalText("The row of that table"),
      column: optionalText("The column of that table"),
    }),
  ),
  rows: ({ observations }) =>
    observations.map(({ cell = { table: "", row: "", column: "" }, spread: _, value, ...row }) => ({
      ...{ ...row, value: decimalString(exact(value), 20) },
      ...{ table: cell.table, row: cell.row, column: cell.column },
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
      return all.map((one, index) => ({ id, position: index + 1, ...one }));
    });
  },
};

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
      (report[key as TableName] as unknown as readonly Readonly<Record<string, unknown>>[])
        .flatMap(({ id, [field]: codes }) =>
          (codes as readonly string[]).map((code, at) => ({
            id: String(id),
            position: at + 1,
            code,
          }))
        );
    return [{ schema, rows }];
  })
);

/** Every table that `describe` derives, in the order in which `datapackage.json` names them. */
export const derivedTables: readonly DerivedTable[] = [
  ...[expandedObservations, expandedClaims, claimedObservations],
  ...itemTables,
];
