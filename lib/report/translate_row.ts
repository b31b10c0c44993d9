import type { Label, Language } from "../model/label.ts";
import type { Report } from "../model/report.ts";

/** A row with its texts in one language. */
type InLanguage<Row> = {
  readonly [Field in keyof Row]: Row[Field] extends Label ? string : Row[Field];
};

/**
 * Gives a row its texts in one language.
 *
 * @param row Any row of an edition.
 * @param language The language.
 */
export function translateRow<Row extends object>(row: Row, language: Language): InLanguage<Row> {
  const fields = Object.entries(row).map(([field, value]) => [
    field,
    isLabel(value) ? value[language] : value,
  ]);
  return Object.fromEntries(fields);
}

function isLabel(value: unknown): value is Label {
  return typeof value === "object" && value !== null && "ru" in value && "en" in value;
}

/**
 * Gives the rows of a report that have texts these in one language; claims keep theirs, for verdicts are told in any.
 *
 * @param report The edition.
 * @param language The language.
 */
export function translateReport(report: Report, language: Language): Report<string> {
  const parts = Object.entries(report).map(([name, part]: [string, unknown]) => {
    const hasTexts = name !== "claims" && Array.isArray(part) &&
      Object.values(part[0] ?? {}).some(isLabel);
    return [name, hasTexts ? part.map((row) => translateRow<object>(row, language)) : part];
  });
  return Object.fromEntries(parts) as unknown as Report<string>;
}
