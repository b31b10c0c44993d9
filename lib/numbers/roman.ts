const twins: Record<string, string> = { "Х": "X", "І": "I", "Ӏ": "I", "М": "M", "С": "C" };
const values: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
const canonical = /^M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/;

/**
 * Reads a Roman numeral, also one that mixes Latin with look-alike Cyrillic letters.
 *
 * @param printed The numeral, in capitals.
 * @returns Its value, or `undefined` if it is none.
 *
 * @example
 * ```ts
 * import { parseRoman } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(parseRoman("\u0425I"), 11);
 * assertEquals(parseRoman("IIX"), undefined);
 * ```
 */
export function parseRoman(printed: string): number | undefined {
  const latin = [...printed].map((letter) => twins[letter] ?? letter);
  if (latin.length === 0 || !canonical.test(latin.join(""))) return undefined;
  const numbers = latin.map((letter) => values[letter]);
  return numbers.reduce(
    (sum, value, index) => sum + (value < (numbers[index + 1] ?? 0) ? -value : value),
    0,
  );
}
