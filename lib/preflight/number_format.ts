import type { NumberFormat } from "../model/edition.ts";
import { russianNumbers } from "../numbers/parse_printed.ts";
import type { ReadTableOptions } from "./table.ts";

/** Which signs part decimals and thousands, by the numbers that allow one reading only. */
export function numberFormat(
  fields: readonly string[],
  { decimal, words = {} }: ReadTableOptions,
): NumberFormat {
  const numerals = fields.filter((field) => /^[^\p{L}]*\d[.,]\d/u.test(field)).map((field) =>
    /\d[\d.,\s\u00a0\u2009\u202f]*/.exec(field)![0].trim()
  );
  const count = (pattern: RegExp) => numerals.filter((numeral) => pattern.test(numeral)).length;
  const commaDecimals = count(/,(?:\d{1,2}|\d{4,})$/) + count(/^0,\d+$/) + count(/\.\d{3},\d+$/);
  const dotDecimals = count(/\.(?:\d{1,2}|\d{4,})$/) + count(/^0\.\d+$/) + count(/,\d{3}\.\d+$/);
  const commaGroups = count(/^\d{1,3}(?:,\d{3}){2,}(?!\d)/) + count(/^\d{1,3},\d{3}\.\d+$/);
  const dotGroups = count(/^\d{1,3}(?:\.\d{3}){2,}(?!\d)/) + count(/^\d{1,3}\.\d{3},\d+$/);
  const isCyrillic = fields.some((field) => /\p{sc=Cyrillic}{3}/u.test(field));
  const isComma = decimal === "comma" ||
    (decimal === undefined && commaGroups === 0 &&
      (commaDecimals > 0 || (isCyrillic && dotGroups === 0 && dotDecimals === 0) || dotGroups > 0));
  const hasGroups = isComma && dotGroups > 0;
  const codes = Object.entries(words).flatMap(([word, meaning]) =>
    /^[-\u2212\u2013]\d/.test(word)
      ? minus.flatMap((sign) => ["", " "].map((gap) => [`${sign}${gap}${word.slice(1)}`, meaning]))
      : [[word.toLowerCase(), meaning]]
  );
  return {
    decimal: !isComma ? ["."] : hasGroups ? [","] : [",", "."],
    group: [...russianNumbers.group, "'", "\u2019", ...(!isComma ? [","] : hasGroups ? ["."] : [])],
    minus,
    plus: ["+"],
    words: { ...tableWords, ...Object.fromEntries(codes) },
  };
}

const minus = [...russianNumbers.minus, ..."\u2014\u2010\u2011\u2012\ufe63\uff0d"];

/** What tables print that prose does not. */
const tableWords = Object.fromEntries([
  ...["\u2014", "\u2010", "\u2011", "\u2012", "--", "\u2013\u2013"].map((dash) => [dash, "nil"]),
  ..."н/д.|нд|н. д.|нет данных|no data|nan|null|#n/a|[x]|[z]|[c]|..|x".split("|")
    .map((word) => [word, "not-told"]),
]);

export function formatNote({ decimal, group }: NumberFormat): string {
  const told = decimal.map((sign) => sign === "," ? "comma" : "dot").join(" or ");
  const parted = group.includes(",") ? "commas and " : group.includes(".") ? "dots and " : "";
  return `decimal sign: ${told}; thousands parted by ${parted}spaces`;
}
