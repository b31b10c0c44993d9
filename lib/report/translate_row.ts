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
export function translateRow<Row extends object>(row: Row, language: Language): InLanguage<Row> {
  const texts = Object.entries(row).flatMap(([field, text]) => {
    const [, name] = field.match(language === "ru" ? /^(.+)_ru$/ : /^(.+)_en$/) ?? [];
    return name === undefined ? [] : [[name in row ? `${name}Label` : name, text]];
  });
  return { ...row, ...Object.fromEntries(texts) };
}

/** A report whose rows have their texts in one language. */
export type TranslatedReport = {
  readonly [Part in keyof Report]: Report[Part] extends readonly (infer Row extends object)[]
    ? readonly InLanguage<Row>[]
    : Report[Part];
};

/**
 * Gives the rows of a report that have texts these in one language.
 *
 * @param report The edition.
 * @param language The language.
 */
export function translateReport(report: Report, language: Language): TranslatedReport {
  const parts = Object.entries(report).map(([name, part]: [string, unknown]) => {
    const hasTexts = Array.isArray(part) &&
      Object.keys(part[0] ?? {}).some((key) => /_en$/.test(key));
    return [name, hasTexts ? part.map((row) => translateRow<object>(row, language)) : part];
  });
  return Object.fromEntries(parts);
}
