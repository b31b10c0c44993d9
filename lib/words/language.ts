import { UsageError } from "../errors/usage_error.ts";
import type { Language } from "../model/label.ts";

let used: Language | undefined;

/**
 * Sets the language of everything that is shown from now on, as a notebook does that opens an edition in a language.
 *
 * @param language The language; `undefined` for that of the environment again.
 */
export function useLanguage(language: Language | undefined): void {
  used = language;
}

/** Does something in a language, and leaves that of the notebook as it was. */
export function inLanguage<Done>(language: Language, act: () => Done): Done {
  const before = used;
  used = language;
  try {
    return act();
  } finally {
    used = before;
  }
}

/**
 * The language of labels and numbers in a notebook: that of the edition it opened, `REPORT_LANGUAGE`, or English.
 *
 * @throws {RangeError} If it is set to another word than `en` or `ru`.
 */
export function chosenLanguage(): Language {
  const language = used ?? (Deno.env.get("REPORT_LANGUAGE") || "en");
  if (language === "en" || language === "ru") return language;
  throw new UsageError(
    `Cannot choose a language: expected REPORT_LANGUAGE en or ru, found "${language}"`,
  );
}

/** The slots of a text, with the forms of what they count. */
const slots = /\{(\w+) ?([^}]*)\}/g;

/** As many values as a text has slots. */
type Values<Text> = Text extends `${string}{${string}}${infer Rest}`
  ? [value: string | number, ...Values<Rest>]
  : [];

type InOneLanguage<Said> = Said extends string
  ? Values<Said> extends [] ? string : (...values: Values<Said>) => string
  : Said;

/** A table of words in one language: a text with slots is a function of their values. */
export type WordsIn<Table> = {
  readonly [Name in keyof Table]: Table[Name] extends readonly [infer English, unknown]
    ? InOneLanguage<English>
    : WordsIn<Table[Name]>;
};

/**
 * The words of a table in one language.
 *
 * @param table By name, what is said in English and in Russian: two texts, which may have slots for values, in the order of the
 *   English ones; `{count claim|claims}` counts what it names.
 * @param language The language.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { wordsIn } from "./language.ts";
 *
 * const table = {
 *   made: ["{file} has {count row|rows}", "{count строка|строки|строк}: {file}"],
 *   kept: ["{file} is as it was", "{file} без изменений"],
 * } as const;
 * assertEquals(wordsIn(table, "en").made("a.csv", 1), "a.csv has 1 row");
 * assertEquals(wordsIn(table, "ru").made("a.csv", 22), "22 строки: a.csv");
 * assertEquals(wordsIn(table, "ru").kept("a.csv"), "a.csv без изменений");
 * ```
 */
export function wordsIn<Table extends object>(table: Table, language: Language): WordsIn<Table> {
  const words = Object.entries(table).map(([name, said]) => [
    name,
    Array.isArray(said) ? inOneLanguage(said, language) : wordsIn(said, language),
  ]);
  return Object.fromEntries(words);
}

function inOneLanguage([english, russian]: readonly unknown[], language: Language): unknown {
  const text = language === "en" ? english : russian;
  if (typeof text !== "string" || !text.includes("{")) return text;
  return (...values: (string | number)[]) => {
    const first = typeof english === "string" ? english : text;
    const names = Array.from(first.matchAll(slots), ([, name]) => name);
    return text.replaceAll(slots, (_, name: string, forms: string) => {
      const value = values[names.indexOf(name)];
      return forms === "" ? String(value) : `${value} ${formFor(value, forms, language)}`;
    });
  };
}

function formFor(count: string | number, forms: string, language: Language): string {
  const [one, ...others] = forms.split("|");
  const rule = new Intl.PluralRules(language).select(Number(count));
  return rule === "one" ? one : rule === "few" ? others[0] : others.at(-1) ?? one;
}

/** A text with a capital at its beginning. */
export function capitalise(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** A text as it stands within a sentence; one that begins with an abbreviation keeps it. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text[0].toLowerCase() + text.slice(1) : text;
}
