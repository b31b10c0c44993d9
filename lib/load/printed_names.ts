import { isPeriod } from "../model/period.ts";
import { nameInBraces } from "../model/edition.ts";

const periodShape = String.raw`\d{4}(?:[-/]\w+)*`;

/**
 * The period that the name of a row is, whatever marks of notes follow; `undefined` if it is none.
 *
 * @param name The row as printed.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { periodOfRow } from "./printed_names.ts";
 *
 * assertEquals(["2016", "2016/17", "2025*", "2016-Q1 1)", "2015\u20132016", "Total"].map(periodOfRow), [
 *   "2016", "2016/17", "2025", "2016-Q1", undefined, undefined,
 * ]);
 * ```
 */
export function periodOfRow(name: string): string | undefined {
  const [period = ""] = new RegExp(`^${periodShape}(?!\\d|\\s?\u2013)`).exec(name) ?? [];
  return isPeriod(period) ? period : undefined;
}

/** What the names in braces of a pattern stand for in a header; `undefined` if it does not match. */
export function matchHeader(pattern: string, header: string): Record<string, string> | undefined {
  const parts = pattern.split(nameInBraces).map((part, at) =>
    at % 2 === 0
      ? RegExp.escape(part)
      : part === "period"
      ? `(?<period>${periodShape})`
      : `(?<${part}>.+?)`
  );
  return new RegExp(`^${parts.join("")}$`, "u").exec(header)?.groups;
}

const letters = new Map(
  Object.entries({
    а: "a",
    б: "b",
    в: "v",
    г: "g",
    д: "d",
    е: "e",
    ё: "e",
    ж: "zh",
    з: "z",
    и: "i",
    й: "y",
    к: "k",
    л: "l",
    м: "m",
    н: "n",
    о: "o",
    п: "p",
    р: "r",
    с: "s",
    т: "t",
    у: "u",
    ф: "f",
    х: "kh",
    ц: "ts",
    ч: "ch",
    ш: "sh",
    щ: "shch",
    ъ: "",
    ы: "y",
    ь: "",
    э: "e",
    ю: "yu",
    я: "ya",
    ß: "ss",
    æ: "ae",
    ø: "o",
    ł: "l",
    đ: "d",
    "+": " plus ",
    "%": " percent ",
  }),
);

/**
 * The code that a printed name gives: Latin letters, digits and hyphens.
 *
 * @param name A row or a column as printed, in any script of which the letters are known; others are told by their number.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { codeOf } from "./printed_names.ts";
 *
 * assertEquals(["Глушковская районная", "users_2017", "São Tomé", "m²"].map(codeOf), [
 *   "glushkovskaya-rayonnaya",
 *   "users-2017",
 *   "sao-tome",
 *   "m2",
 * ]);
 * ```
 */
export function codeOf(name: string): string {
  const latin = [...name.toLowerCase().normalize("NFC")].map((letter) =>
    letters.get(letter) ??
      letter.normalize(/\p{No}/u.test(letter) ? "NFKD" : "NFD").replaceAll(/\p{M}/gu, "")
  ).join("");
  const ascii = latin.replaceAll(
    /[^\p{ASCII}]/gu,
    (letter) => /[\p{L}\p{N}]/u.test(letter) ? `u${letter.codePointAt(0)!.toString(16)}` : " ",
  );
  return ascii.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-+|-+$/g, "") || "blank";
}

/** The codes of several names, each unlike the others. */
export function codesOf(names: readonly string[]): string[] {
  return distinct(names.map(codeOf));
}

/** Codes each unlike the others: one that comes again gets a number. */
export function distinct(codes: readonly string[]): string[] {
  const times = new Map<string, number>();
  return codes.map((code) => {
    const time = (times.get(code) ?? 0) + 1;
    times.set(code, time);
    return time === 1 ? code : `${code}-${time}`;
  });
}
