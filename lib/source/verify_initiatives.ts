import type { Report } from "../model/report.ts";

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

/** How far the initiatives of an edition account for the names of its source. */
export interface NamesProof {
  /** Quoted strings of the source, and those that are a name, a part of a system's name or listed as neither. */
  readonly quoted: { readonly printed: number; readonly accounted: number };
  /** Of each row that names a line and a printed string, what the line does not bear out. */
  readonly rows: readonly (Miss | undefined)[];
  readonly misses: readonly Miss[];
}

type CodedReport =
  & Pick<Report, "initiatives" | "systemMentions" | "notInitiatives" | "systems">
  & { readonly edition: Pick<Report["edition"], "language"> };

/**
 * Holds the coded initiatives against the source: every proper name, in the form that is printed, system name and listed string stands on its line, every
 * quoted string is accounted for, and a territory is that of the system unless the row says otherwise.
 *
 * @param report The edition's initiatives, mentions of systems, and strings that are no initiatives.
 * @param lines The lines of the source.
 */
export function verifyInitiatives(report: CodedReport, lines: readonly string[]): NamesProof {
  if (report.initiatives.length === 0) {
    return { quoted: { printed: 0, accounted: 0 }, rows: [], misses: [] };
  }
  const { initiatives, systemMentions, notInitiatives } = report;
  const named = initiatives.filter((row) => row.named === "yes");
  const row = (line: number, printed: string, of: string) =>
    (lines[line - 1] ?? "").includes(printed)
      ? undefined
      : { line, message: `the line does not print "${printed}" of ${of}` };
  const rows = [
    ...named.map(({ id, line, name, printed }) => row(line, printed || name, `initiative "${id}"`)),
    ...systemMentions.map(({ line, printed, system }) => row(line, printed, `system "${system}"`)),
    ...notInitiatives.map(({ line, printed }) => row(line, printed, "not-initiatives.csv")),
  ];
  const names = new Set(named.map(({ name, printed }) => printed || name));
  const nested = [...names].filter((name) => name.includes("«"));
  const startsName = (line: string, offset: number) =>
    [...names].some((name) => line.startsWith(name, offset));
  const isListed = (number: number, text: string) =>
    names.has(text) ||
    notInitiatives.some(({ line, printed }) => line === number && printed === text);
  const quotes = lines.flatMap((line, index) => {
    const own = systemMentions.filter((mention) => mention.line === index + 1);
    const inMention = within(line, own.map(({ printed }) => printed));
    const inNested = within(line, nested);
    return quotedStrings(line, report.edition.language).map((readings) => {
      const [{ offset, text }] = readings;
      // Where no quote closes it, or another opens before, what it opens is a name, and more after it.
      const isUnclosed = readings.length === 1 || text.includes("«");
      const isAccounted = inMention(offset) ||
        readings.some(({ text }) => isListed(index + 1, text)) ||
        isUnclosed && startsName(line, offset + 1) || inNested(offset);
      return { line: index + 1, column: offset + 1, text, isAccounted };
    });
  });
  const misses = quotes.filter(({ isAccounted }) => !isAccounted).map(({ line, column, text }) => ({
    ...{ line, column },
    message: `"${text}" is no initiative, no system and not in not-initiatives.csv`,
  }));
  return {
    quoted: { printed: quotes.length, accounted: quotes.length - misses.length },
    rows,
    misses,
  };
}

/** Tells whether a character of a line lies within one of some strings, wherever that stands in it; asked from left to right. */
function within(line: string, strings: readonly string[]): (offset: number) => boolean {
  const spans = strings.flatMap((string) => placesOf(line, string))
    .toSorted((a, b) => a.start - b.start);
  let next = 0, end = 0;
  return (offset) => {
    for (; next < spans.length && spans[next].start <= offset; next++) {
      end = Math.max(end, spans[next].end);
    }
    return offset < end;
  };
}

function placesOf(line: string, string: string): { start: number; end: number }[] {
  const places = [];
  for (let start = line.indexOf(string); start >= 0; start = line.indexOf(string, start + 1)) {
    places.push({ start, end: start + string.length });
  }
  return places;
}

/** A string in quotes « », with the characters of its line before its opening quote. */
interface QuotedString {
  readonly offset: number;
  /** What stands between the quotes; to the end of the line where no quote closes them. */
  readonly text: string;
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
 * @returns For each opening quote, the strings that it may open.
 */
function quotedStrings(line: string, language: string): QuotedString[][] {
  const [open, close] = quotesOf[language] ?? [];
  if (open === undefined) return [];
  return [...line.matchAll(new RegExp(open, "g"))].map(({ index: offset }) => {
    const rest = line.slice(offset + 1, offset + 1 + longest);
    const closings = [...rest.matchAll(new RegExp(close, "g"))].slice(0, 3);
    const ends = [...closings.map(({ index }) => index), rest.length];
    return ends.map((end) => ({ offset, text: rest.slice(0, end) }));
  });
}
