import type { Numeral } from "../model/finding.ts";
import type { Observation } from "../model/observation.ts";
import type { Report } from "../model/report.ts";
import { parseNumberWord, parseRoman } from "../numbers/numerals.ts";
import { type Miss, missingPrint, placesOf, verifyInitiatives } from "./verify_initiatives.ts";

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
  const pieces = (find: (text: string) => readonly { offset: number; printed: string }[]) =>
    lines.flatMap((text, index) =>
      find(text).map(({ offset, printed }) => {
        const rows = covers(index + 1, offset);
        const message = `"${printed}" lies in ${rows === 0 ? "no row" : `${rows} rows`}`;
        return {
          ...{ line: index + 1, column: offset + 1, rows },
          message: `${message} of numerals.csv`,
        };
      })
    );
  const digits = pieces(digitsIn), written = pieces(writtenNumerals);
  const badDigits = digits.filter(({ rows }) => rows !== 1);
  const badWritten = written.filter(({ rows }) => rows === 0);
  // A run of digits that not exactly one row covers is one miss.
  const runs = badDigits.filter(({ line, column }, index) => {
    const before = badDigits[index - 1];
    return before?.line !== line || before.column !== column - 1;
  });
  const names = verifyInitiatives(report, lines);
  const rows = [...printedRows(report, lines), ...names.rows];
  const missing = rows.filter((miss) => miss !== undefined);
  const misses = [
    ...[...runs, ...badWritten].map(({ line, column, message }) => ({ line, column, message })),
    ...[...names.misses, ...missing],
  ].toSorted((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0));
  return {
    digits: { printed: digits.length, accounted: digits.length - badDigits.length },
    written: { printed: written.length, accounted: written.length - badWritten.length },
    quoted: names.quoted,
    rows: { named: rows.length, found: rows.length - missing.length },
    misses,
  };
}

/** How many rows of the ledger cover a character. */
function coverageOf(numerals: readonly Numeral[]): (line: number, offset: number) => number {
  const counts = new Map<string, number>();
  for (const { line, offset, printed } of numerals) {
    for (let at = offset; at < offset + printed.length; at++) {
      counts.set(`${line}:${at}`, (counts.get(`${line}:${at}`) ?? 0) + 1);
    }
  }
  return (line, at) => counts.get(`${line}:${at}`) ?? 0;
}

/** Every digit of a line, with those that follow it. */
function digitsIn(line: string): WrittenNumeral[] {
  return [...line.matchAll(/\d(?=(\d*))/g)].map(({ index: offset, 0: digit, 1: more }) => ({
    offset,
    printed: digit + more,
  }));
}

/** Every row that says what a line prints, with what the line does not bear out. */
function printedRows(
  { observations, norms, numerals }: Report,
  lines: readonly string[],
): (Miss | undefined)[] {
  const located = observations.flatMap(({ line, ...row }) => line === null ? [] : { ...row, line });
  const rowsOf = Map.groupBy(located, ({ line, printed }) => `${line} ${printed}`);
  return [
    ...located.map((row) => {
      const times = rowsOf.get(`${row.line} ${row.printed}`)!.length;
      return isPrinted(row, lines, times)
        ? undefined
        : missingPrint(row, `observation "${row.id}"`);
    }),
    ...norms.map((norm) => {
      const isFound = countPrints(lines[norm.line - 1] ?? "", norm.printed) > 0;
      return isFound ? undefined : missingPrint(norm, `norm "${norm.id}"`);
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
  return placesOf(text, printed).filter((at) => {
    const end = at + printed.length;
    const before = text.slice(Math.max(0, at - near), at), after = text.slice(end, end + near);
    return !continues(before, printed) && !continues(printed, after);
  }).length;
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
