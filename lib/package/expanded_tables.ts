import { claimBases } from "../model/claim.ts";
import {
  code,
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
import type { Report } from "../model/report.ts";
import { decimalString } from "../numbers/format_number.ts";
import { exact } from "../numbers/exact.ts";

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

/** The tables that follow from all of an edition: its quantities and claims, wherever they stand. */
export const expandedTables: readonly DerivedTable[] = [
  expandedObservations,
  expandedClaims,
  claimedObservations,
];

/** A text in a column for each language. */
function inColumns(
  column: string,
  label: Readonly<Record<string, string>> | { readonly ru: string; readonly en: string },
  languages: readonly string[],
): DerivedRow {
  const texts = new Map(Object.entries(label));
  return Object.fromEntries(
    languages.map((language) => [`${column}_${language}`, texts.get(language) ?? ""]),
  );
}
