import { stringify } from "@std/csv";
import { type Claim, claimBases } from "../model/claim.ts";
import {
  code,
  type Column,
  decimal,
  key,
  matching,
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
} from "../model/columns.ts";
import { observations } from "../model/observation.ts";
import { relationKinds, rule } from "../model/relation.ts";
import { type Report, type TableName, tables } from "../model/report.ts";
import { exact } from "../numbers/exact.ts";
import { decimalString } from "../numbers/format_number.ts";

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
    ...table(
      "Every claim by the id that findings and errata use: one for each value that a * matches",
      {
        id: text("Code of the claim"),
        kind: oneOf(relationKinds, "The relation between the printed values"),
        basis: oneOf(claimBases, "Said by the report in so many words, or implied by its numbers"),
        result: optionalCode(
          "The observation that is judged; empty where it is not printed",
          "observations",
        ),
        rule: rule(),
        line: optionalLine("Line of the source that states it; empty where the numbers imply it"),
        topic: topic(),
        statement: texts("The claim"),
      },
    ),
  },
  rows: ({ claims, edition }) =>
    claims.map(({ id, kind, basis, result, rule, line, topic, statement }) => ({
      ...{ id, kind, basis, result: result ?? "", rule, line: String(line ?? ""), topic },
      ...inColumns("statement", statement, edition.languages),
    })),
};

const { columns } = observations;

const expandedObservations: DerivedTable = {
  schema: {
    name: "expanded-observations",
    ...table(
      "Every quantity of the report, of observations.csv and of printed tables, with its dimensions and its place",
      {
        id: columns.id,
        indicator: columns.indicator,
        population: columns.population,
        scope: columns.scope,
        territory: columns.territory,
        period: text("When, or between which two periods a change is counted"),
        value: decimal("The number; of a range its lower end"),
        decimals: matching(
          "How many decimals are printed; below 0 for tens",
          /^-?\d+$/,
          "expected a whole number",
          { type: "integer" },
        ),
        unit: code("Unit, the indicator's"),
        form: columns.form,
        printed: optionalText("The string as printed"),
        line: optionalLine("Line of the source text, where the edition has one"),
        table: optionalCode("The printed table that has it, if one does"),
        row: optionalText("The row of that table"),
        column: optionalText("The column of that table"),
      },
    ),
  },
  rows: ({ observations }) =>
    observations.map(({ cell, spread: _, value, decimals, line, ...row }) => ({
      ...row,
      value: decimalString(exact(value), 20),
      decimals: String(decimals),
      line: String(line ?? ""),
      ...{ table: cell?.table ?? "", row: cell?.row ?? "", column: cell?.column ?? "" },
    })),
};

const claimedObservations: DerivedTable = {
  schema: {
    name: "expanded-claims-observations",
    ...table(
      "Which printed values each claim relates; norms and what is not printed are left out",
      {
        id: key({ ...text("Code of the claim"), refersTo: "expanded-claims" }),
        position: key(positiveInteger("Place within the claim, from 1")),
        code: code("The observation", "observations"),
        role: oneOf(
          ["result", "operand", "divisor"],
          "The value judged, one it is computed from, or one that divides",
        ),
      },
    ),
  },
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
const itemTables: readonly DerivedTable[] = Object.entries(tables).flatMap((
  [part, { name, columns }],
) =>
  Object.entries<Column>(columns).flatMap(([field, { refersTo, isList }]): DerivedTable[] => {
    if (refersTo === undefined || !isList) return [];
    const target = joinTarget(refersTo);
    const title = `${name}.csv, column ${field}: one item of the list a row`;
    const schema = table(title, {
      id: key(code(`The row of ${name}.csv`, name)),
      position: key(positiveInteger("Place in the list, from 1")),
      code: { ...text(`The row of ${target}.csv`), refersTo: target },
    });
    const rows = (report: Report) => {
      const found = report[part as TableName] as unknown as readonly Record<string, unknown>[];
      return found.flatMap((row) =>
        (row[field] as readonly string[])
          .map((code, index) => ({ id: String(row.id), position: String(index + 1), code }))
      );
    };
    return [{ schema: { name: `${name}-${field}`, ...schema }, rows }];
  })
);

/** Every table that `describe` derives, in the order in which `datapackage.json` names them. */
export const derivedTables: readonly DerivedTable[] = [
  ...[expandedObservations, expandedClaims, claimedObservations],
  ...itemTables,
];

/** A derived table of an edition as its file has it. */
export interface DerivedFile {
  readonly schema: TableSchema;
  readonly header: readonly string[];
  readonly csv: string;
}

/** The tables that `describe` derives for an edition: those that have rows. */
export function derivedFiles(report: Report): DerivedFile[] {
  return derivedTables.flatMap(({ schema, rows: rowsOf }) => {
    const rows = rowsOf(report), header = columnsOf(schema, report.edition.languages);
    if (rows.length === 0) return [];
    return { schema, header, csv: stringify(rows, { columns: header }).replaceAll("\r\n", "\n") };
  });
}

/** The columns of a table as its file has them, texts in each language. */
function columnsOf({ columns }: TableSchema, languages: readonly string[]): string[] {
  return Object.entries(columns).flatMap(([field, { texts }]) =>
    texts ? languages.map((language) => `${texts.column ?? field}_${language}`) : field
  );
}

/** A text in a column for each language. */
function inColumns(
  column: string,
  label: Claim["statement"],
  languages: readonly string[],
): DerivedRow {
  const texts = new Map(Object.entries(label));
  return Object.fromEntries(
    languages.map((language) => [`${column}_${language}`, texts.get(language) ?? ""]),
  );
}
