import type { Label, Language } from "../model/label.ts";
import type { Report } from "../model/report.ts";

/** A row with its texts in one language. */
export type InLanguage<Row> = {
  readonly [Field in keyof Row]: Row[Field] extends Label ? string : Row[Field];
};

/**
 * Gives a row its texts in one language.
 *
 * @param row Any row of an edition.
 * @param language The language.
 */
export function inLanguage<Row extends object>(row: Row, language: Language): InLanguage<Row> {
  const fields = Object.entries(row).map(([field, value]) => [
    field,
    isLabel(value) ? value[language] : value,
  ]);
  return Object.fromEntries(fields);
}

function isLabel(value: unknown): value is Label {
  return typeof value === "object" && value !== null && "ru" in value && "en" in value;
}

/** The tables of a report whose rows get their texts in the notebook's language. */
const labelled = [
  "topics",
  "indicators",
  "populations",
  "scopes",
  "territories",
  "norms",
  "trendWords",
  "errata",
  "definitions",
  "candidates",
  "inferences",
  "sections",
  "kinds",
  "audiences",
  "themes",
  "channels",
  "platforms",
  "systems",
  "codingRules",
] as const satisfies readonly (keyof Report)[];

/** Their names. */
export type Labelled = typeof labelled[number];

/** These tables, as a notebook reads them. */
export type LabelledTables = {
  readonly [Table in Labelled]: readonly InLanguage<Report[Table][number]>[];
};

/**
 * The tables of a report that have texts, with these in one language.
 *
 * @param report The edition.
 * @param language The language.
 */
export function inItsLanguage(report: Report, language: Language): LabelledTables {
  const tables = labelled.map((name) => [
    name,
    report[name].map((row) => inLanguage<object>(row, language)),
  ]);
  return Object.fromEntries(tables);
}
