import type { Language } from "../model/label.ts";
import type { Report } from "../model/report.ts";

/**
 * A row with its texts in one language: `label` for `label_ru` and `label_en`, `unitLabel` for `unit_ru` and `unit_en` where the
 * row has a `unit` of its own.
 */
export type InLanguage<Row> =
  & Row
  & {
    readonly [
      Field in keyof Row as Field extends `${infer Name}_en`
        ? Name extends keyof Row ? `${Name}Label` : Name
        : never
    ]: string;
  };

/**
 * Gives a row its texts in one language.
 *
 * @param row Any row of an edition.
 * @param language The language.
 */
export function inLanguage<Row extends object>(row: Row, language: Language): InLanguage<Row> {
  const texts = Object.entries(row).flatMap(([field, text]) => {
    const [, name] = field.match(language === "ru" ? /^(.+)_ru$/ : /^(.+)_en$/) ?? [];
    return name === undefined ? [] : [[name in row ? `${name}Label` : name, text]];
  });
  return { ...row, ...Object.fromEntries(texts) };
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
