import type { NumberFormat } from "../model/edition.ts";
import { readPrinted, russianNumbers } from "../numbers/read_printed.ts";
import type { GridCell, ReadTableOptions } from "./table.ts";

/** The rows from the top that have no number but years. */
export function countHeaders(rows: readonly (readonly string[])[]): number {
  const hasNumbers = (fields: readonly string[]) =>
    fields.some((field) => !isYear(field) && readPrinted(field, anyNumbers).form === "number");
  const isHeader = (fields: readonly string[]) =>
    !hasNumbers(fields) &&
    (fields[0] === "" || !fields.some(isYear) || fields.every((field) => field !== ""));
  /** A row without numbers is a header if those above leave gaps, or it leaves some itself; else it is data that are missing. */
  const hasMoreNumbers = (at: number) =>
    rows[at - 1].some((field) => field === "") && rows.slice(at + 1).some(hasNumbers) &&
    rows[at].some((field) => field !== "" && readPrinted(field).form === "unread" || isYear(field));
  let count = 1;
  while (count < Math.min(4, rows.length - 1) && isHeader(rows[count]) && hasMoreNumbers(count)) {
    count++;
  }
  return count;
}

/**
 * Whether a row with one filled field heads columns: the field is neither the first nor the last, over which units are
 * printed, and the next row has more.
 */
export function isHeaderTop(
  rows: readonly { readonly fields: readonly string[] }[],
  index: number,
): boolean {
  const { fields } = rows[index];
  return fields[0] === "" && fields.at(-1) === "" &&
    (rows[index + 1]?.fields.filter((field) => field).length ?? 0) > 1;
}

const yearAlone = /^(?:19|20)\d{2}(?:\s?[/\u2013-]\s?\d{2,4})?(?:\s?(?:гг?\.?|год[ау]?))?$/;

/** Marks after a year that point at a note: `2022*`, `2022¹`, `2022[note 2]`, `2022 1)`. */
const yearMark = /(?<=\d{2})(?:\s?(?:\*+|[¹²³⁴-⁹]+|\[[^\]]*\]|\d\)))+$/;

/** Whether a text is a year, two years one after the other, or either with the mark of a note. */
export function isYear(field: string): boolean {
  return yearAlone.test(field.replace(yearMark, ""));
}

const anyNumbers: NumberFormat = {
  ...russianNumbers,
  decimal: [".", ","],
  group: [...russianNumbers.group, "'", "\u2019"],
  words: {},
};

/**
 * Each column's headers from top to bottom, years without marks of notes; a header reaches to the right over blanks, but for
 * the lowest row.
 */
export function headerNames(rows: readonly (readonly string[])[], width: number): string[] {
  const filled = rows.map((row, level) => {
    let last = "";
    return row.map((printed, column) => {
      const field = isYear(printed) ? printed.replace(yearMark, "") : printed;
      if (field !== "" || (level > 0 && rows[level - 1][column] !== "")) last = field;
      return level < rows.length - 1 ? last : field;
    });
  });
  const names = Array.from({ length: width }, (_, column) => {
    const parts = filled.map((row) => row[column].replace(/\s*:$/, "")).filter((part) =>
      part !== ""
    );
    return [...new Set(parts)].join(": ").replaceAll("|", "/") || `column ${letters(column)}`;
  });
  return tellApart(names, (index) => `column ${letters(index)}`);
}

/** The names, each told apart from others like it. */
export function tellApart(names: readonly string[], place: (index: number) => string): string[] {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return names.map((name, index) => {
    const safe = name.replaceAll("|", "/");
    return times.get(name)! > 1 ? `${safe} (${place(index)})` : safe;
  });
}

/** A column's letters in a spreadsheet: A for 0, AA for 26. */
export function letters(column: number): string {
  const rest = String.fromCharCode(65 + column % 26);
  return column < 26 ? rest : letters(Math.floor(column / 26) - 1) + rest;
}

/** Whether a column holds numbers that measure something, not texts, codes or the numbers of rows. */
export function isMeasure(cells: readonly GridCell[], name: string, index: number): boolean {
  if (rowNumbers.test(name.trim())) return false;
  const told = cells.filter(({ read }) => read.form !== "blank" && read.form !== "not-told");
  const numbers = told.filter(({ read }) => "value" in read || read.form === "nil");
  if (numbers.length === 0 || numbers.length < told.length / 2) return false;
  const values = numbers.map(({ read }) => "value" in read ? read.value.valueOf() : NaN);
  const [first] = values;
  const isNext = (by: number) => first > 1 ? by === first || by === 2 * first : by > 0 && by <= 2;
  const isCounting = index < 2 && values.length > (first > 1 ? 4 : 2) &&
    values.slice(1).every((value, at) => isNext(value - values[at]));
  return !isCounting;
}

/** How many numbers a column has at least that one with a sign that the others lack is not one of them. */
const fewest = 5;

/** Whether a sign such as % stands beside some numbers of a column: not beside one alone of many, but the first may say it once. */
export function hasSigns(cells: readonly GridCell[]): boolean {
  const signs = cells.flatMap(({ read }) => "value" in read ? read.sign : []);
  const count = signs.filter((sign) => sign !== "").length;
  return count > 1 || (count === 1 && (signs.length < fewest || signs[0] !== ""));
}

/** Headers of columns that number or code rows, or tell their year. */
const rowNumbers =
  /^(?:№|n|no\.?|nr\.?|id|row|rank|№ ?п\/п|year|год|рз|пр|цср|вр|кбк)$|(?:^|[^\p{L}])(?:\p{L}*code|код(?:ы|а)?|номер строки|№ ?строки|октмо|окато|oktmo|okato)(?!\p{L})/iu;

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
  const currency = [...new Set(fields.flatMap((field) => money.exec(field)?.[0] ?? []))];
  return {
    ...(currency.length > 0 && { currency }),
    ...(hasNegatives(fields) && { parentheses: "minus" as const }),
    decimal: !isComma ? ["."] : hasGroups ? [","] : [",", "."],
    group: [...russianNumbers.group, "'", "\u2019", ...(!isComma ? [","] : hasGroups ? ["."] : [])],
    minus,
    plus: ["+"],
    words: { ...tableWords, ...Object.fromEntries(codes) },
  };
}

/** The sign of a currency beside digits. */
const money =
  /(?<=^[-+\u2212\u2013(]?\s?)\p{Sc}(?=\s?[-\u2212\u2013(]?\d)|(?<=\d\)?\s?)\p{Sc}(?=\)?$)/u;

/** How many digits tell a number from the mark of a note; and how many numbers must not stand in parentheses for one that does. */
const leastDigits = 3, leastOthers = 2;

/**
 * Whether numbers in parentheses are negative, as accountants print them: some have decimals, groups or more digits than a note
 * has, and most numbers stand without; where all or every second one stands so, they may be errors of the others.
 */
function hasNegatives(fields: readonly string[]): boolean {
  const enclosed = fields.filter((field) =>
    /^\p{Sc}?\s?\(\s?\p{Sc}?\s?\d[\d.,\s]*\)\s?%?$/u.test(field)
  );
  const others = fields.filter((field) => /^[-+\u2212\u2013\p{Sc}\s]*\d[\d.,\s]*%?$/u.test(field));
  const telling = enclosed.filter((field) =>
    /\d[.,]\d/.test(field) || field.replaceAll(/\D/g, "").length >= leastDigits
  );
  return telling.length > 1 && others.length >= leastOthers * enclosed.length;
}

const minus = [...russianNumbers.minus, ..."\u2014\u2010\u2011\u2012\ufe63\uff0d"];

/** What tables print that prose does not. */
const tableWords = Object.fromEntries([
  ...["\u2014", "\u2010", "\u2011", "\u2012", "--", "\u2013\u2013"].map((dash) => [dash, "nil"]),
  ..."н/д.|нд|н. д.|нет данных|no data|nan|null|#n/a|[x]|[z]|[c]|..|x".split("|")
    .map((word) => [word, "not-told"]),
]);

export function formatNote({ decimal, group, currency = [], parentheses }: NumberFormat): string {
  const told = decimal.map((sign) => sign === "," ? "comma" : "dot").join(" or ");
  const parted = group.includes(",") ? "commas and " : group.includes(".") ? "dots and " : "";
  const enclosed = parentheses === undefined ? "" : "; numbers in parentheses are negative";
  const amounts = currency.length > 0 ? `; ${currency.join(" ")} beside amounts` : "";
  return `decimal sign: ${told}; thousands parted by ${parted}spaces${enclosed}${amounts}`;
}
