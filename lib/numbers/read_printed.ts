import type { NumberFormat, PrintedWord } from "../model/edition.ts";
import type { Exact } from "../model/interval.ts";
import type { UnitSign } from "../model/verdict.ts";
import { exact } from "./exact.ts";
import { parsePrinted, russianNumbers } from "./parse_printed.ts";
import { lastPlace } from "./rounding.ts";

/** A number that a printed string gives, and all that is printed with it. */
export interface ReadNumber {
  /** How the string gives the value. */
  readonly form: "number" | "more-than" | "less-than" | "about" | "range";
  /** The number; of a range its lower end. */
  readonly value: Exact;
  /** How many decimals are printed; below 0 where a word such as `тыс.` scales them. */
  readonly decimals: number;
  /** How far a range reaches above its lower end; 0 for a number. */
  readonly spread: Exact;
  /** The sign for hundredths or thousandths after it, if any. */
  readonly sign: UnitSign;
  /** Marks that point at a note, such as `*`, `¹` or `1)`; none as `""`. */
  readonly mark: string;
}

/** A printed string without a number: nil, not told, empty, or one that cannot be read, with the part at fault. */
export type ReadOther =
  | { readonly form: "nil" | "not-told" | "blank"; readonly mark: string }
  | { readonly form: "unread"; readonly rest: string };

/** What words and signs beside numbers mean, in Russian and English; an edition may name more. */
export const printedWords: Readonly<Record<string, PrintedWord>> = {
  ...meaning("nil", "- – — − нет nil none"),
  ...meaning("not-told", "… ... .. . x х × н/д н.д. n/a n.a. na :"),
  ...meaning(
    "about",
    "около примерно приблизительно порядка ок. about approximately approx. around circa ca. c. ~ ≈",
  ),
  ...meaning("more-than", "более свыше больше > over above"),
  ...meaning("less-than", "менее меньше < under below"),
  "more than": "more-than",
  "less than": "less-than",
  "не более": "unread",
  "не менее": "unread",
  ...meaning("thousand", "тыс. тыс тысяч тысячи тысяча thousand thousands"),
  ...meaning("million", "млн. млн миллионов миллиона миллион million millions mln"),
  ...meaning("billion", "млрд. млрд миллиардов миллиарда миллиард billion billions bn"),
};

const zerosOf: Readonly<Partial<Record<PrintedWord, number>>> = {
  thousand: 3,
  million: 6,
  billion: 9,
};
const mark =
  /(?:\s?(?:[*†‡§#]+|[¹²³\u2070\u2074-\u2079]+|\[[^\]]{1,20}\]|\((?:\d{1,2}|\p{L})\))|(?:\s|(?<=\d\s\d{3}))\d{1,2}\))+$/u;
const span =
  /^(?:(?:от|from|between)\s)?(.+?)(?:\s?[-\u2013\u2014]\s?|\s(?:до|to|and)\s)(?=\d)(.+)$/iu;

/**
 * Reads whatever a report or a cell of its tables prints as a number: `2 188 449`, `около 300`, `5–7`, `748 тыс.`,
 * `1 234*`, a dash.
 *
 * Nothing is guessed: what is no number of the format is told as unread, with the part that cannot be read. Whether a blank
 * is nil or unknown, only the report can say.
 *
 * @param printed The printed string.
 * @param format The characters that the report uses in numbers, and its own words beside them.
 * @returns The number with its form and precision, or what the string is instead.
 *
 * @example
 * ```ts
 * import { readPrinted } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const about = readPrinted("около 2,7 млн*");
 * assertEquals([about.form, "value" in about && about.value.valueOf()], ["about", 2_700_000]);
 * assertEquals(readPrinted("–").form, "nil");
 * assertEquals(readPrinted("12 экз."), { form: "unread", rest: "экз." });
 * ```
 */
export function readPrinted(
  printed: string,
  format: NumberFormat = russianNumbers,
): ReadNumber | ReadOther {
  const words = meaningsOf(format);
  const whole = printed.trim();
  if (whole === "") return { form: "blank", mark: "" };
  const meant = words[whole.toLowerCase()];
  if (meant === "nil" || meant === "not-told") return { form: meant, mark: "" };
  const notes = numberOf(whole, words, format) ? "" : mark.exec(whole)?.[0] ?? "";
  const bare = whole.slice(0, whole.length - notes.length).trim();
  const note = notes.trim();
  const alone = words[bare.toLowerCase()];
  if (alone === "nil" || alone === "not-told") return { form: alone, mark: note };
  const number = numberOf(bare, words, format);
  const read = (number && { form: "number" as const, spread: exact(0), number }) ??
    qualifiedNumber(bare, words, format) ?? rangeOf(bare, words, format);
  if (read) {
    const { form, spread, number: { value, decimals, sign } } = read;
    return { form, value, decimals, spread, sign, mark: note };
  }
  return { form: "unread", rest: unreadPart(bare, words, format) };
}

type Meanings = Readonly<Record<string, PrintedWord>>;

/** What words mean in each format: to copy some ninety of them takes 20 microseconds, more than to read a number. */
const meanings = new WeakMap<NumberFormat, Meanings>();

function meaningsOf(format: NumberFormat): Meanings {
  const found = meanings.get(format) ?? { ...printedWords, ...format.words };
  meanings.set(format, found);
  return found;
}
type Plain = Pick<ReadNumber, "value" | "decimals" | "sign"> & {
  /** How many zeros a word such as `тыс.` adds. */
  readonly zeros: number;
};

type Qualified = Pick<ReadNumber, "form" | "spread"> & { readonly number: Plain };

/** A number, with the word that scales it and the sign after it; without the sign of a currency. */
function numberOf(printed: string, words: Meanings, format: NumberFormat): Plain | undefined {
  const { currency = [], parentheses, minus } = format;
  const first = [...printed].find((character) => currency.includes(character));
  const text = first === undefined
    ? printed
    : printed.replace(first, "").replaceAll(/^\p{Zs}+|(?<=\()\p{Zs}+|\p{Zs}+(?=\)|$)/gu, "");
  const negative = parentheses === undefined
    ? undefined
    : /^\(\p{Zs}?(\d.*?)\p{Zs}?\)(\p{Zs}?[%\u2030])?$/u.exec(text);
  if (negative) return numberOf(`${minus[0]}${negative[1]}${negative[2] ?? ""}`, words, format);
  const [, digits, sign = "", word = ""] =
    /^(.*?\d)(?:\p{Zs}?([%\u2030]))?(?:\p{Zs}?([\p{L}.]+))?$/u.exec(text) ?? [];
  const scale = zerosOf[words[word.toLowerCase()]] ?? 0;
  if (digits === undefined || (word !== "" && scale === 0)) return undefined;
  const number = parsePrinted(digits, format);
  if (number === undefined) return undefined;
  return scaleBy({ ...number, sign: sign as UnitSign, zeros: 0 }, scale);
}

function qualifiedNumber(
  text: string,
  words: Meanings,
  format: NumberFormat,
): Qualified | undefined {
  const lower = text.toLowerCase();
  const first = Object.keys(words).filter((word) => lower.startsWith(word))
    .toSorted((a, b) => b.length - a.length)[0];
  const form = first === undefined ? undefined : words[first];
  if (form !== "about" && form !== "more-than" && form !== "less-than") return undefined;
  const number = numberOf(text.slice(first.length).trim(), words, format);
  return number && { form, spread: exact(0), number };
}

function rangeOf(
  text: string,
  words: Meanings,
  format: NumberFormat,
): Qualified | undefined {
  const [, from, to] = span.exec(text) ?? [];
  const high = to === undefined ? undefined : numberOf(to, words, format);
  const alone = from === undefined ? undefined : numberOf(from, words, format);
  if (alone === undefined || high === undefined) return undefined;
  const low = alone.zeros === 0 ? scaleBy(alone, high.zeros) : alone;
  const spread = high.value.sub(low.value);
  if (spread.compare(0) <= 0) return undefined;
  const decimals = Math.max(low.decimals, high.decimals);
  return { form: "range", spread, number: { ...low, decimals, sign: high.sign } };
}

function scaleBy(number: Plain, zeros: number): Plain {
  const { value, decimals } = number;
  return { ...number, value: value.mul(lastPlace(-zeros)), decimals: decimals - zeros, zeros };
}

/** What is left of a string after its longest part that can be read. */
function unreadPart(text: string, words: Meanings, format: NumberFormat): string {
  const isRead = (part: string) =>
    numberOf(part, words, format) || qualifiedNumber(part, words, format) ||
    rangeOf(part, words, format);
  const ends = [...text.matchAll(/\s/gu)].map(({ index }) => index).toReversed();
  const end = ends.find((end) => isRead(text.slice(0, end)));
  return end === undefined ? text : text.slice(end).trim();
}

function meaning(word: PrintedWord, texts: string): Record<string, PrintedWord> {
  return Object.fromEntries(texts.split(" ").map((text) => [text, word]));
}
