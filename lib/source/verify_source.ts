import type { Numeral } from "../model/claim.ts";
import type { Observation } from "../model/observation.ts";
import type { Report } from "../model/report.ts";
import { parseNumberWord, parseRoman } from "../numbers/numerals.ts";
import { type Miss, verifyInitiatives } from "./verify_initiatives.ts";

/** How far an edition accounts for its source. */
export interface SourceProof {
  /** Digits of the source, and those that exactly one row of `numerals.csv` covers. */
  readonly digits: { readonly printed: number; readonly accounted: number };
  /** Roman numerals and number words of the source, and those that a row of `numerals.csv` covers. */
  readonly written: { readonly printed: number; readonly accounted: number };
  /** Quoted strings of the source, and those that the coding of initiatives accounts for. */
  readonly quoted: { readonly printed: number; readonly accounted: number };
  /** Rows of every table that name a line and a printed string, and those that the line bears out. */
  readonly rows: { readonly named: number; readonly found: number };
  /** All that is not accounted for, from top to bottom. */
  readonly misses: readonly Miss[];
}

/**
 * Holds an edition against the text of its source: every digit and number word lies in exactly one row of the ledger,
 * every numeral stands at its offset, and every printed string stands on its line.
 *
 * @param report The edition.
 * @param text The text of the source.
 * @returns What is accounted for, and every miss.
 */
export function verifySource(report: Report, text: string): SourceProof {
  const lines = text.split("\n");
  const covers = coverageOf(report.numerals);
  const digits = lines.map((text, index) => digitsOf({ line: index + 1, text }, covers));
  const written = lines.map((text, index) => numeralsOf({ line: index + 1, text }, covers));
  const names = verifyInitiatives(report, lines);
  const rows = [...printedRows(report, lines), ...names.rows];
  const misses = [
    ...[...digits, ...written, names].flatMap(({ misses }) => misses),
    ...rows.filter((miss) => miss !== undefined),
  ].toSorted((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0));
  return {
    digits: tally(digits),
    written: tally(written),
    quoted: names.quoted,
    rows: { named: rows.length, found: rows.filter((miss) => !miss).length },
    misses,
  };
}

interface Accounted {
  readonly printed: number;
  readonly accounted: number;
  readonly misses: readonly Miss[];
}

function tally(parts: readonly Accounted[]): { printed: number; accounted: number } {
  const sum = (key: "printed" | "accounted") => parts.reduce((all, part) => all + part[key], 0);
  return { printed: sum("printed"), accounted: sum("accounted") };
}

/** How many rows of the ledger cover a character. */
type Coverage = (line: number, offset: number) => number;

function coverageOf(numerals: readonly Numeral[]): Coverage {
  const counts = new Map<string, number>();
  for (const { line, offset, printed } of numerals) {
    for (let at = offset; at < offset + printed.length; at++) {
      counts.set(`${line}:${at}`, (counts.get(`${line}:${at}`) ?? 0) + 1);
    }
  }
  return (line, at) => counts.get(`${line}:${at}`) ?? 0;
}

/** A line of the source with its number. */
interface NumberedLine {
  readonly line: number;
  readonly text: string;
}

/** A run of digits that not exactly one row covers is one miss. */
function digitsOf({ line, text }: NumberedLine, covers: Coverage): Accounted {
  const digits = [...text.matchAll(/\d/g)].map(({ index }) => index);
  const bad = digits.filter((offset) => covers(line, offset) !== 1);
  const starts = bad.filter((offset, index) => bad[index - 1] !== offset - 1);
  const misses = starts.map((offset) => {
    const [run] = /^\d+/.exec(text.slice(offset)) ?? [], rows = covers(line, offset);
    const found = rows === 0 ? "no row" : `${rows} rows`;
    return { line, column: offset + 1, message: `"${run}" lies in ${found} of numerals.csv` };
  });
  return { printed: digits.length, accounted: digits.length - bad.length, misses };
}

function numeralsOf({ line, text }: NumberedLine, covers: Coverage): Accounted {
  const numerals = writtenNumerals(text);
  const bad = numerals.filter(({ offset }) => covers(line, offset) === 0);
  const misses = bad.map(({ offset, printed }) => ({
    ...{ line, column: offset + 1 },
    message: `"${printed}" lies in no row of numerals.csv`,
  }));
  return { printed: numerals.length, accounted: numerals.length - bad.length, misses };
}

/** Every row that says what a line prints, with what the line does not bear out. */
function printedRows(
  { observations, norms, numerals }: Report,
  lines: readonly string[],
): (Miss | undefined)[] {
  const keyOf = ({ line, printed }: Print) => `${line} ${printed}`;
  const located = observations.flatMap(({ line, ...row }) => line === null ? [] : { ...row, line });
  const rowsOf = Map.groupBy(located, keyOf);
  const unless = (
    isFound: boolean,
    { line, printed }: Pick<Print, "line" | "printed">,
    of: string,
  ) => isFound ? undefined : { line, message: `the line does not print "${printed}" of ${of}` };
  return [
    ...located.map((each) => {
      const times = rowsOf.get(keyOf(each))?.length ?? 0;
      return unless(isPrinted(each, lines, times), each, `observation "${each.id}"`);
    }),
    ...norms.map((norm) => {
      const isFound = countPrints(lines[norm.line - 1] ?? "", norm.printed) > 0;
      return unless(isFound, norm, `norm "${norm.id}"`);
    }),
    ...numerals.map(({ line, offset, printed }) => {
      const found = (lines[line - 1] ?? "").slice(offset, offset + printed.length);
      const message = `expected "${printed}" of numerals.csv, found "${found}"`;
      return found === printed ? undefined : { line, column: offset + 1, message };
    }),
  ];
}

/** What an observation says of its place in the source. */
export type Print = Pick<Observation, "form" | "printed"> & { readonly line: number };

/**
 * Whether the source prints an observation on the line that it names, as often as observations say so.
 *
 * @param print The observation; a list of names may stand in pieces.
 * @param lines The lines of the source.
 * @param rows How many observations say that this string stands on this line.
 */
export function isPrinted(
  { form, printed, line }: Print,
  lines: readonly string[],
  rows: number,
): boolean {
  const text = lines[line - 1] ?? "";
  if (form === "nil" && printed === "") return lines[line - 1] !== undefined;
  if (form === "names") {
    const plain = text.replaceAll(/\s+/g, " ");
    return printed.split(", ").every((name) => countPrints(plain, name) > 0);
  }
  return countPrints(text, printed) >= rows;
}

/** As much of what stands around a string as tells whether it is a part of more. */
const near = 4;

/**
 * How often a text prints a string, and not as a part of a longer number or word.
 *
 * @param text The text.
 * @param printed The string.
 */
export function countPrints(text: string, printed: string): number {
  let times = 0;
  for (let at = text.indexOf(printed); at >= 0; at = text.indexOf(printed, at + 1)) {
    const end = at + printed.length;
    const before = text.slice(Math.max(0, at - near), at), after = text.slice(end, end + near);
    if (!continues(before, printed) && !continues(printed, after)) times++;
  }
  return times;
}

function continues(left: string, right: string): boolean {
  return /(\d[ \u00a0]?|\d[.,]|\p{L})$/u.test(left) && /^([ \u00a0]?\d|[.,]\d|\p{L})/u.test(right);
}

/** A numeral without digits, and the characters of its line before it. */
interface WrittenNumeral {
  readonly offset: number;
  readonly printed: string;
}

/**
 * The Roman numerals and the number words of a line.
 *
 * A Roman numeral has at least one Latin letter: else every Cyrillic initial and preposition that looks like one
 * would count.
 *
 * @param line The line of the source.
 */
export function writtenNumerals(line: string): WrittenNumeral[] {
  return [...line.matchAll(/\p{L}+/gu)].flatMap(({ index: offset, 0: printed }) => {
    const isRoman = /[IVXLCDM]/.test(printed) && parseRoman(printed) !== undefined;
    return isRoman || parseNumberWord(printed) !== undefined ? [{ offset, printed }] : [];
  });
}
