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
  const named = initiatives.filter((row) => row.named === "yes")
    .map(({ id, line, name, printed }) => ({ id, line, printed: printed || name }));
  const prints = [
    ...named.map((row) => ({ ...row, of: `initiative "${row.id}"` })),
    ...systemMentions.map((row) => ({ ...row, of: `system "${row.system}"` })),
    ...notInitiatives.map((row) => ({ ...row, of: "not-initiatives.csv" })),
  ];
  const rows = prints.map((row) =>
    (lines[row.line - 1] ?? "").includes(row.printed) ? undefined : missingPrint(row, row.of)
  );
  const names = new Set(named.map(({ printed }) => printed));
  const nested = [...names].filter((name) => name.includes("«"));
  const quotes = lines.flatMap((text, index) => {
    const on = <Row extends { readonly line: number; readonly printed: string }>(
      rows: readonly Row[],
    ) => rows.filter(({ line }) => line === index + 1).map(({ printed }) => printed);
    const listed = new Set([...names, ...on(notInitiatives)]);
    const inMention = within(text, on(systemMentions)), inNested = within(text, nested);
    return quotedStrings(text, report.edition.language).map(({ offset, readings }) => {
      // Where no quote closes it, or another opens before, what it opens is a name, and more after it.
      const isUnclosed = readings.length === 1 || readings[0].includes("«");
      const isAccounted = inMention(offset) || readings.some((reading) => listed.has(reading)) ||
        isUnclosed && [...names].some((name) => text.startsWith(name, offset + 1)) ||
        inNested(offset);
      return { line: index + 1, column: offset + 1, text: readings[0], isAccounted };
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

/** What a row says that a line prints, and it does not. */
export function missingPrint(
  { line, printed }: { readonly line: number; readonly printed: string },
  of: string,
): Miss {
  return { line, message: `the line does not print "${printed}" of ${of}` };
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
