import type { Numeral } from "../model/claim.ts";
import type { Observation } from "../model/observation.ts";
import type { Report } from "../model/report.ts";
import { parseNumberWord, parseRoman } from "../numbers/numerals.ts";

/** Something of the source that no row accounts for, or a row that the source does not bear out. */
export interface Miss {
  /** Place in the source, from 1. */
  readonly line: number;
  /** In characters, from 1; `undefined` where no place in the line is meant. */
  readonly column?: number;
  readonly message: string;
}

/** The quotes of each language of which they are known. */
export const quotesOf: Readonly<Record<string, readonly [open: string, close: string]>> = {
  ru: ["«", "»"],
  en: ["\u201c", "\u201d"],
};

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
 * every numeral stands at its offset, every printed string, proper name, system name and listed string stands on its line,
 * and every quoted string is accounted for.
 *
 * @param report The edition.
 * @param text The text of the source.
 * @returns What is accounted for, and every miss.
 */
export function verifySource(report: Report, text: string): SourceProof {
  const lines = text.split("\n");
  const covers = coverageOf(report.numerals);
  const digits = piecesOf(
    lines,
    (text, line) =>
      [...text.matchAll(/\d(?=(\d*))/g)].map(({ index: offset, 0: digit, 1: more }) => {
        const rows = covers(line, offset), found = rows === 0 ? "no row" : `${rows} rows`;
        const message = `"${digit}${more}" lies in ${found} of numerals.csv`;
        return { offset, message, isAccounted: rows === 1 };
      }),
  );
  const written = piecesOf(
    lines,
    (text, line) =>
      writtenNumerals(text).map(({ offset, printed }) => ({
        offset,
        message: `"${printed}" lies in no row of numerals.csv`,
        isAccounted: covers(line, offset) > 0,
      })),
  );
  const quoted = report.initiatives.length === 0 ? [] : quotesIn(report, lines);
  const rows = printedRows(report, lines), missing = rows.filter((miss) => miss !== undefined);
  const [badDigits, ...others] = [digits, written, quoted].map((pieces) =>
    pieces.filter(({ isAccounted }) => !isAccounted)
      .map(({ line, column, message }) => ({ line, column, message }))
  );
  // A run of digits that not exactly one row covers is one miss.
  const runs = badDigits.filter(({ line, column }, index) => {
    const before = badDigits[index - 1];
    return before?.line !== line || before.column !== column - 1;
  });
  const misses: Miss[] = [...runs, ...others.flat(), ...missing];
  return {
    digits: tally(digits),
    written: tally(written),
    quoted: tally(quoted),
    rows: { named: rows.length, found: rows.length - missing.length },
    misses: misses.toSorted((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0)),
  };
}

/** Something of a line that rows have to account for, and what is said where none does. */
interface Piece {
  readonly offset: number;
  readonly message: string;
  readonly isAccounted: boolean;
}

function piecesOf(lines: readonly string[], find: (text: string, line: number) => Piece[]) {
  return lines.flatMap((text, index) =>
    find(text, index + 1).map((piece) => ({ ...piece, line: index + 1, column: piece.offset + 1 }))
  );
}

function tally(pieces: readonly Piece[]): { printed: number; accounted: number } {
  const accounted = pieces.filter(({ isAccounted }) => isAccounted).length;
  return { printed: pieces.length, accounted };
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

/** Every row that says what a line prints, with what the line does not bear out. */
function printedRows(
  { observations, norms, numerals, initiatives, ...coded }: Report,
  lines: readonly string[],
): (Miss | undefined)[] {
  const located = observations.flatMap(({ line, ...row }) => line === null ? [] : { ...row, line });
  const rowsOf = Map.groupBy(located, ({ line, printed }) => `${line} ${printed}`);
  const textOf = ({ line }: { readonly line: number }) => lines[line - 1] ?? "";
  const prints = [
    ...located.map((row) => {
      const times = rowsOf.get(`${row.line} ${row.printed}`)!.length;
      return { ...row, of: `observation "${row.id}"`, isFound: isPrinted(row, lines, times) };
    }),
    ...norms.map((row) => {
      const isFound = countPrints(textOf(row), row.printed) > 0;
      return { ...row, of: `norm "${row.id}"`, isFound };
    }),
    ...[
      ...namesOf(initiatives).map((row) => ({ ...row, of: `initiative "${row.id}"` })),
      ...coded.systemMentions.map((row) => ({ ...row, of: `system "${row.system}"` })),
      ...coded.notInitiatives.map((row) => ({ ...row, of: "not-initiatives.csv" })),
    ].map((row) => ({ ...row, isFound: textOf(row).includes(row.printed) })),
  ];
  return [
    ...prints.map(({ line, printed, of, isFound }) =>
      isFound ? undefined : { line, message: `the line does not print "${printed}" of ${of}` }
    ),
    ...numerals.map(({ line, offset, printed }) => {
      const found = textOf({ line }).slice(offset, offset + printed.length);
      const message = `expected "${printed}" of numerals.csv, found "${found}"`;
      return found === printed ? undefined : { line, column: offset + 1, message };
    }),
  ];
}

/** The initiatives that have a proper name, each with the form that its line prints. */
function namesOf(initiatives: Report["initiatives"]) {
  return initiatives.filter(({ named }) => named === "yes")
    .map(({ id, line, name, printed }) => ({ id, line, printed: printed || name }));
}

/** Every quoted string: a name, a part of a system's name, or listed as neither. */
function quotesIn(
  { initiatives, systemMentions, notInitiatives, edition }: Report,
  lines: readonly string[],
) {
  const names = new Set(namesOf(initiatives).map(({ printed }) => printed));
  const nested = [...names].filter((name) => name.includes("«"));
  const mentions = Map.groupBy(systemMentions, ({ line }) => line);
  const others = new Set(notInitiatives.map(({ line, printed }) => `${line} ${printed}`));
  return piecesOf(lines, (text, line) => {
    const inMention = within(text, mentions.get(line)?.map(({ printed }) => printed) ?? []);
    const inNested = within(text, nested);
    const isListed = (reading: string) => names.has(reading) || others.has(`${line} ${reading}`);
    return quotedStrings(text, edition.language).map(({ offset, readings }) => {
      // Where no quote closes it, or another opens before, what it opens is a name, and more after it.
      const isUnclosed = readings.length === 1 || readings[0].includes("«");
      const isAccounted = inMention(offset) || readings.some(isListed) || inNested(offset) ||
        (isUnclosed && [...names].some((name) => text.startsWith(name, offset + 1)));
      const message = "is no initiative, no system and not in not-initiatives.csv";
      return { offset, message: `"${readings[0]}" ${message}`, isAccounted };
    });
  });
}

/** Tells whether a character of a line lies within one of some strings, wherever that stands in it. */
function within(line: string, strings: readonly string[]): (offset: number) => boolean {
  const inside = new Set(
    strings.flatMap((string) =>
      placesOf(line, string).flatMap((start) =>
        Array.from({ length: string.length }, (_, at) => start + at)
      )
    ),
  );
  return (offset) => inside.has(offset);
}

/** Where a string begins in a line, also within itself. */
export function placesOf(line: string, string: string): number[] {
  const found = line.matchAll(new RegExp(`(?=${RegExp.escape(string)})`, "g"));
  return Array.from(found, ({ index }) => index);
}

/** No name is longer, in characters. */
const longest = 2_000;

/**
 * The quoted strings of a line, those inside others too.
 *
 * A quote closes the innermost one that is open, but sources leave quotes open: each string is given as it would be with every
 * number of closing quotes that follow, so that one of them is what was meant.
 *
 * @param line The line of the source.
 * @returns For each opening quote the characters before it, and the strings that it may open: to the end of the line where no
 * quote closes them.
 */
function quotedStrings(line: string, language: string) {
  const [open, close] = quotesOf[language] ?? [];
  if (open === undefined) return [];
  return placesOf(line, open).map((offset) => {
    const rest = line.slice(offset + 1, offset + 1 + longest);
    const ends = [...placesOf(rest, close).slice(0, 3), rest.length];
    return { offset, readings: ends.map((end) => rest.slice(0, end)) };
  });
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

/**
 * The Roman numerals and the number words of a line.
 *
 * A Roman numeral has at least one Latin letter: else every Cyrillic initial and preposition that looks like one
 * would count.
 *
 * @param line The line of the source.
 * @returns Each with the characters of its line before it.
 */
export function writtenNumerals(line: string): { offset: number; printed: string }[] {
  return [...line.matchAll(/\p{L}+/gu)].flatMap(({ index: offset, 0: printed }) => {
    const isRoman = /[IVXLCDM]/.test(printed) && parseRoman(printed) !== undefined;
    return isRoman || parseNumberWord(printed) !== undefined ? [{ offset, printed }] : [];
  });
}
