import type { Numeral } from "../model/finding.ts";
import type { Report } from "../model/report.ts";
import { isPrinted, type Print } from "./is_printed.ts";
import type { Miss } from "./miss.ts";
import { timesPrinted } from "./times_printed.ts";
import { verifyInitiatives } from "./verify_initiatives.ts";
import { writtenNumerals } from "./written_numerals.ts";

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
  const covers = coverage(report.numerals);
  const digits = lines.map((line, index) => digitsOf(line, covers(index + 1)));
  const written = lines.map((line, index) => writtenOf(line, covers(index + 1)));
  const names = verifyInitiatives(report, lines);
  const rows = [...printedRows(report, lines), ...names.rows];
  const misses = [
    ...digits.flatMap(({ misses }, index) => misses.map((miss) => ({ line: index + 1, ...miss }))),
    ...written.flatMap(({ misses }, index) => misses.map((miss) => ({ line: index + 1, ...miss }))),
    ...names.misses,
    ...rows.flatMap(({ miss }) => miss ? [miss] : []),
  ].toSorted((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0));
  return {
    digits: tally(digits),
    written: tally(written),
    quoted: names.quoted,
    rows: { named: rows.length, found: rows.filter(({ miss }) => !miss).length },
    misses,
  };
}

interface Accounted {
  readonly printed: number;
  readonly accounted: number;
  readonly misses: readonly Omit<Miss, "line">[];
}

function tally(parts: readonly Accounted[]): { printed: number; accounted: number } {
  const sum = (key: "printed" | "accounted") => parts.reduce((all, part) => all + part[key], 0);
  return { printed: sum("printed"), accounted: sum("accounted") };
}

/** How many rows of the ledger cover a character, by line and offset. */
function coverage(numerals: readonly Numeral[]): (line: number) => (offset: number) => number {
  const byLine = Map.groupBy(numerals, ({ line }) => line);
  return (line) => {
    const counts = new Map<number, number>();
    for (const { offset, printed } of byLine.get(line) ?? []) {
      for (let at = offset; at < offset + printed.length; at++) {
        counts.set(at, (counts.get(at) ?? 0) + 1);
      }
    }
    return (at) => counts.get(at) ?? 0;
  };
}

/** A run of digits that not exactly one row covers is one miss. */
function digitsOf(line: string, covers: (offset: number) => number): Accounted {
  const digits = [...line.matchAll(/\d/g)].map(({ index }) => index);
  const bad = digits.filter((offset) => covers(offset) !== 1);
  const starts = bad.filter((offset, index) => bad[index - 1] !== offset - 1);
  const misses = starts.map((offset) => {
    let end = offset;
    while (/\d/.test(line[end] ?? "")) end++;
    const run = line.slice(offset, end);
    const rows = covers(offset);
    const found = rows === 0 ? "no row" : `${rows} rows`;
    return { column: offset + 1, message: `"${run}" lies in ${found} of numerals.csv` };
  });
  return { printed: digits.length, accounted: digits.length - bad.length, misses };
}

function writtenOf(line: string, covers: (offset: number) => number): Accounted {
  const numerals = writtenNumerals(line);
  const bad = numerals.filter(({ offset }) => covers(offset) === 0);
  const misses = bad.map(({ offset, printed }) => ({
    column: offset + 1,
    message: `"${printed}" lies in no row of numerals.csv`,
  }));
  return { printed: numerals.length, accounted: numerals.length - bad.length, misses };
}

/** Every row that says what a line prints, with what the line does not bear out. */
function printedRows(
  { observations, norms, numerals }: Report,
  lines: readonly string[],
): { readonly miss: Miss | undefined }[] {
  const keyOf = ({ line, printed }: Print) => `${line} ${printed}`;
  const located = observations.flatMap(({ line, ...row }) => line === null ? [] : { ...row, line });
  const rowsOf = Map.groupBy(located, keyOf);
  const row = (isFound: boolean, miss: Miss) => ({ miss: isFound ? undefined : miss });
  return [
    ...located.map((each) => {
      const message = `the line does not print "${each.printed}" of observation "${each.id}"`;
      return row(isPrinted(each, lines, rowsOf.get(keyOf(each))?.length ?? 0), {
        line: each.line,
        message,
      });
    }),
    ...norms.map(({ id, printed, line }) => {
      const message = `the line does not print "${printed}" of norm "${id}"`;
      return row(timesPrinted(lines[line - 1] ?? "", printed) > 0, { line, message });
    }),
    ...numerals.map(({ line, offset, printed }) => {
      const found = (lines[line - 1] ?? "").slice(offset, offset + printed.length);
      const message = `expected "${printed}" of numerals.csv, found "${found}"`;
      return row(found === printed, { line, column: offset + 1, message });
    }),
  ];
}
