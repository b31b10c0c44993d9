/** What letters are in Latin ones, and what other signs say in a code. */
const letters = new Map(
  Object.entries({
    ...{ а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ё: "e", ж: "zh", з: "z", и: "i" },
    ...{ й: "y", к: "k", л: "l", м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t" },
    ...{ у: "u", ф: "f", х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "shch", ъ: "", ы: "y" },
    ...{ ь: "", э: "e", ю: "yu", я: "ya", ß: "ss", æ: "ae", ø: "o", ł: "l", đ: "d" },
    ...{ "+": " plus ", "%": " percent " },
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
 * import { codeOf } from "./code_of.ts";
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

/** The codes of several names, each unlike the others: a name that gives one again gets a number. */
export function codesOf(names: readonly string[]): string[] {
  const times = new Map<string, number>();
  return names.map(codeOf).map((code) => {
    const time = (times.get(code) ?? 0) + 1;
    times.set(code, time);
    return time === 1 ? code : `${code}-${time}`;
  });
}
