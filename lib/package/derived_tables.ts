import { stringify } from "@std/csv";
import { namesOf, type TableDeclaration, type TableSchema, toSchema } from "../model/columns.ts";
import { editionTables, schemas, type TableName } from "../model/edition_tables.ts";
import type { Report } from "../model/report.ts";
import { exact } from "../numbers/exact.ts";
import { decimalString } from "../numbers/format_number.ts";

/** A table that follows from the others: keys that a list or a pattern hides, so that any tool can join by them. */
export interface DerivedTable {
  readonly schema: TableSchema;
  /** Its rows, by the fields of the schema; what else they have is not written. */
  rows(report: Report): readonly Readonly<Record<string, unknown>>[];
}

function derivedTable(
  name: string,
  declared: TableDeclaration,
  rows: DerivedTable["rows"],
): DerivedTable {
  return { schema: toSchema(name, declared), rows };
}

const { columns: ofClaim } = editionTables.claims;
const { columns: ofObservation } = editionTables.observations;

const expandedObservations = derivedTable("expanded-observations", {
  title:
    "Every quantity of the report, of observations.csv and of printed tables, with its dimensions and its place",
  columns: {
    id: ofObservation.id,
    indicator: ofObservation.indicator,
    population: ofObservation.population,
    scope: ofObservation.scope,
    territory: ofObservation.territory,
    period: ["text", "When, or between which two periods a change is counted"],
    value: ["decimal", "The number; of a range its lower end"],
    decimals: ["integer", "How many decimals are printed; below 0 for tens"],
    unit: ["code", "Unit, the indicator's"],
    form: ofObservation.form,
    printed: ["text?", "The string as printed"],
    line: ["line?", "Line of the source text, where the edition has one"],
    table: ["code?", "The printed table that has it, if one does"],
    row: ["text?", "The row of that table"],
    column: ["text?", "The column of that table"],
  },
}, ({ observations }) => observations.map((row) => ({ ...row.cell, ...row })));

const expandedClaims = derivedTable("expanded-claims", {
  title: "Every claim by the id that findings and errata use: one for each value that a * matches",
  columns: {
    id: ["text", "Code of the claim"],
    kind: ofClaim.kind,
    basis: ofClaim.basis,
    result: [
      "code?",
      "The observation that is judged; empty where it is not printed",
      "observations",
    ],
    rule: ofClaim.rule,
    line: ofClaim.line,
    topic: ofClaim.topic,
    statement: ["texts", "The claim"],
  },
}, ({ claims }) => claims.map((claim) => ({ ...claim })));

const claimedObservations = derivedTable("expanded-claims-observations", {
  title: "Which printed values each claim relates; norms and what is not printed are left out",
  key: ["id", "position"],
  columns: {
    id: ["text", "Code of the claim", "expanded-claims"],
    position: ["positive", "Place within the claim, from 1"],
    code: ["code", "The observation", "observations"],
    role: [
      ["result", "operand", "divisor"],
      "The value judged, one it is computed from, or one that divides",
    ],
  },
}, ({ claims, observations }) => {
  const printed = new Set(observations.map(({ id }) => id));
  return claims.flatMap(({ id, result, operands, divisors }) =>
    [
      { code: result ?? "", role: "result" },
      ...operands.map((code) => ({ code, role: "operand" })),
      ...divisors.map((code) => ({ code, role: "divisor" })),
    ].filter(({ code }) => printed.has(code)).map((one, at) => ({ id, position: at + 1, ...one }))
  );
});

/** Where a key leads that refers to a table of which a file may hold patterns, or not all rows. */
const expanded = new Map([
  ["claims", "expanded-claims"],
  ["observations", "expanded-observations"],
]);

/** The table that other tools join to by a code of a table. */
export function joinTarget(table: string): string {
  return expanded.get(table) ?? table;
}

/** The items of each field that holds a list and refers to another table, one a row. */
const itemTables = Object.entries(schemas).flatMap(([part, { name, columns }]) =>
  Object.entries(columns).flatMap(([field, { refersTo, isList }]) => {
    if (refersTo === undefined || !isList) return [];
    const target = joinTarget(refersTo);
    return derivedTable(`${name}-${field}`, {
      title: `${name}.csv, column ${field}: one item of the list a row`,
      key: ["id", "position"],
      columns: {
        id: ["code", `The row of ${name}.csv`, name],
        position: ["positive", "Place in the list, from 1"],
        code: ["text", `The row of ${target}.csv`, target],
      },
    }, (report) =>
      report[part as TableName].flatMap((row: object) => {
        const cells = new Map(Object.entries(row)), codes: readonly string[] = cells.get(field);
        return codes.map((code, at) => ({ id: cells.get("id"), position: at + 1, code }));
      }));
  })
);

/** Every table that `describe` derives, in the order in which `datapackage.json` names them. */
export const derivedTables: readonly DerivedTable[] = [
  expandedObservations,
  expandedClaims,
  claimedObservations,
  ...itemTables,
];

/** The tables that `describe` derives for an edition as their files have them: those that have rows. */
export function derivedFiles(report: Report) {
  const { languages } = report.edition;
  return derivedTables.flatMap(({ schema, rows: rowsOf }) => {
    const rows = rowsOf(report);
    if (rows.length === 0) return [];
    const cells = Object.entries(schema.columns).flatMap(([field, column]) =>
      namesOf(field, column, languages).map((name, at) => {
        const language = column.texts && languages[at];
        return { name, of: (text: unknown) => language ? Object(text)[language] : text, field };
      })
    );
    const header = cells.map(({ name }) => name);
    const records = rows.map((row) => cells.map(({ field, of }) => cellText(of(row[field]))));
    return { schema, header, csv: stringify([header, ...records]).replaceAll("\r\n", "\n") };
  });
}

function cellText(value: unknown): string {
  if (typeof value !== "number" || Number.isSafeInteger(value)) return String(value ?? "");
  return decimalString(exact(value), 20);
}
