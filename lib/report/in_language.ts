import type { Language } from "../model/label.ts";

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
