import type { NumberFormat, PrintedWord } from "../model/edition.ts";
import type { Exact } from "../model/interval.ts";
import type { UnitSign } from "../model/verdict.ts";
import { exact } from "./exact.ts";
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
  ...meaning("nil", "-|–|—|−|нет|nil|none"),
  ...meaning("not-told", "…|...|..|.|x|х|×|н/д|н.д.|n/a|n.a.|na|:"),
  ...meaning(
    "about",
    "около|примерно|приблизительно|порядка|ок.|about|approximately|approx.|around|circa|ca.|c.|~|≈",
  ),
  ...meaning("more-than", "более|свыше|больше|>|over|above|more than"),
  ...meaning("less-than", "менее|меньше|<|under|below|less than"),
  ...meaning("unread", "не более|не менее"),
  ...meaning("thousand", "тыс.|тыс|тысяч|тысячи|тысяча|thousand|thousands"),
  ...meaning("million", "млн.|млн|миллионов|миллиона|миллион|million|millions|mln"),
  ...meaning("billion", "млрд.|млрд|миллиардов|миллиарда|миллиард|billion|billions|bn"),
};

/** How Russian reports print numbers: decimal comma, now and then a dot, many kinds of space and minus. */
export const russianNumbers: NumberFormat = {
  decimal: [",", "."],
  group: [" ", "\u00a0", "\u2009", "\u202f"],
  minus: ["-", "\u2013", "\u2212"],
  plus: ["+"],
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
  const reader = readers.get(format) ?? makeReader(format);
  const whole = printed.trim();
  if (whole === "") return { form: "blank", mark: "" };
  const isRead = meansNothing(whole, reader) || numberOf(whole, reader);
  const notes = isRead ? "" : mark.exec(whole)?.[0] ?? "";
  const bare = whole.slice(0, whole.length - notes.length).trim(), note = { mark: notes.trim() };
  const form = meansNothing(bare, reader);
  if (form) return { form, ...note };
  const read = readBare(bare, reader);
  return read ? { ...read, ...note } : { form: "unread", rest: unreadPart(bare, reader) };
}

type Read = Omit<ReadNumber, "mark">;

/** A format with what would take longer to make than to read a number. */
interface Reader {
  readonly format: NumberFormat;
  readonly words: Readonly<Record<string, PrintedWord>>;
  /** The words that may stand before a number, the longest first. */
  readonly qualifiers: readonly string[];
  readonly pattern: RegExp;
}

const readers = new WeakMap<NumberFormat, Reader>();

function makeReader(format: NumberFormat): Reader {
  const words = { ...printedWords, ...format.words };
  const oneOf = (characters: readonly string[]) => `[${characters.map(RegExp.escape).join("")}]`;
  const group = format.group.length ? `${oneOf(format.group)}+` : "(?!)";
  const pattern = new RegExp(
    `^(?:(${oneOf([...format.minus, ...format.plus])})\\p{Zs}?)?` +
      `(\\d{1,3}(?:${group}\\d{3})+|\\d+)(?:${oneOf(format.decimal)}(\\d+))?` +
      `(?:\\p{Zs}?([%\u2030]))?(?:\\p{Zs}?([\\p{L}.]+))?$`,
    "u",
  );
  const qualifiers = Object.keys(words).toSorted((a, b) => b.length - a.length);
  const made = { format, words, qualifiers, pattern };
  readers.set(format, made);
  return made;
}

function meansNothing(text: string, { words }: Reader): "nil" | "not-told" | undefined {
  const meant = words[text.toLowerCase()];
  return meant === "nil" || meant === "not-told" ? meant : undefined;
}

function readBare(text: string, reader: Reader): Read | undefined {
  return numberOf(text, reader) ?? qualifiedNumber(text, reader) ?? rangeOf(text, reader);
}

/**
 * A number, with the word that scales it and the sign after it; without the sign of a currency. Groups are of three
 * digits, so that no misprint is read as a number.
 */
function numberOf(printed: string, reader: Reader): Read | undefined {
  const { currency = [], parentheses, minus } = reader.format;
  const symbol = currency.find((one) => printed.includes(one));
  const text = symbol === undefined
    ? printed
    : printed.replace(symbol, "").replaceAll(/^\p{Zs}+|(?<=\()\p{Zs}+|\p{Zs}+(?=\)|$)/gu, "");
  const negative = parentheses === undefined
    ? undefined
    : /^\(\p{Zs}?(\d.*?)\p{Zs}?\)(\p{Zs}?[%\u2030])?$/u.exec(text);
  if (negative) return numberOf(`${minus[0]}${negative[1]}${negative[2] ?? ""}`, reader);
  const [, before, whole, decimals = "", sign = "", word = ""] = reader.pattern.exec(text) ?? [];
  const zeros = zerosOf[reader.words[word.toLowerCase()]] ?? 0;
  if (whole === undefined || (word !== "" && zeros === 0)) return undefined;
  const size = exact(whole.replace(/\D/g, "") + (decimals && "." + decimals)).mul(
    lastPlace(-zeros),
  );
  return {
    form: "number",
    value: before !== undefined && minus.includes(before) ? size.neg() : size,
    decimals: decimals.length - zeros,
    spread: exact(0),
    sign: sign as UnitSign,
  };
}

function qualifiedNumber(text: string, reader: Reader): Read | undefined {
  const lower = text.toLowerCase();
  const first = reader.qualifiers.find((word) => lower.startsWith(word)) ?? "";
  const form = reader.words[first];
  if (form !== "about" && form !== "more-than" && form !== "less-than") return undefined;
  const number = numberOf(text.slice(first.length).trim(), reader);
  return number && { ...number, form };
}

/** A range, whose lower end has the word of the upper one if it has none itself. */
function rangeOf(text: string, reader: Reader): Read | undefined {
  const [, from = "", to = ""] = span.exec(text) ?? [];
  const [word = ""] = /[\p{L}.]+$/u.exec(to) ?? [];
  const low = numberOf(`${from} ${word}`.trim(), reader) ?? numberOf(from, reader);
  const high = numberOf(to, reader);
  if (!low || !high || high.value.compare(low.value) <= 0) return undefined;
  const decimals = Math.max(low.decimals, high.decimals);
  return { ...high, form: "range", value: low.value, spread: high.value.sub(low.value), decimals };
}

/** No number is longer, in characters. */
const longest = 100;

/** What is left of a string after its longest part that can be read. */
function unreadPart(text: string, reader: Reader): string {
  const ends = [...text.slice(0, longest).matchAll(/\s/gu)].map(({ index }) => index);
  const end = ends.findLast((end) => readBare(text.slice(0, end), reader));
  return end === undefined ? text : text.slice(end).trim();
}

function meaning(word: PrintedWord, texts: string): Record<string, PrintedWord> {
  return Object.fromEntries(texts.split("|").map((text) => [text, word]));
}
