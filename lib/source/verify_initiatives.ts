import type { Report } from "../model/report.ts";
import type { Miss } from "./miss.ts";
import { type QuotedString, quotedStrings } from "./quoted_strings.ts";

/** How far the initiatives of an edition account for the names of its source. */
export interface NamesProof {
  /** Quoted strings of the source, and those that are a name, a part of a system's name or listed as neither. */
  readonly quoted: { readonly printed: number; readonly accounted: number };
  /** Rows that name a line and a printed string, each with what the line does not bear out. */
  readonly rows: readonly { readonly miss: Miss | undefined }[];
  readonly misses: readonly Miss[];
}

type Coded = Pick<Report, "initiatives" | "systemMentions" | "notInitiatives" | "systems">;

/**
 * Holds the coded initiatives against the source: every proper name, in the form that is printed, system name and listed string stands on its line, every
 * quoted string is accounted for, and a territory is that of the system unless the row says otherwise.
 *
 * @param report The edition's initiatives, mentions of systems, and strings that are no initiatives.
 * @param lines The lines of the source.
 */
export function verifyInitiatives(report: Coded, lines: readonly string[]): NamesProof {
  if (report.initiatives.length === 0) {
    return { quoted: { printed: 0, accounted: 0 }, rows: [], misses: [] };
  }
  const { initiatives, systemMentions, notInitiatives } = report;
  const named = initiatives.filter((row) => row.named === "yes");
  const rows = [
    ...named.map((row) => ({
      line: row.line,
      printed: row.printed || row.name,
      what: `initiative "${row.id}"`,
    })),
    ...systemMentions.map(({ line, printed, system }) => ({
      line,
      printed,
      what: `system "${system}"`,
    })),
    ...notInitiatives.map(({ line, printed }) => ({ line, printed, what: "not-initiatives.csv" })),
  ].map(({ line, printed, what }) => ({
    miss: (lines[line - 1] ?? "").includes(printed)
      ? undefined
      : { line, message: `the line does not print "${printed}" of ${what}` },
  }));
  const names = new Set(named.map(({ name, printed }) => printed || name));
  const nested = [...names].filter((name) => name.includes("«"));
  const startsName = (line: string, offset: number) =>
    [...names].some((name) => line.startsWith(name, offset));
  const accounted = (number: number, text: string) =>
    names.has(text) ||
    notInitiatives.some(({ line, printed }) => line === number && printed === text);
  const quotes = lines.flatMap((line, index) => {
    const inMention = mentionSpans(line, index + 1, systemMentions);
    return quotedStrings(line).map((readings) => ({
      line: index + 1,
      column: readings[0].offset + 1,
      text: readings[0].text,
      isAccounted: inMention(readings[0].offset) ||
        readings.some(({ text }) => accounted(index + 1, text)) ||
        isUnclosed(readings) && startsName(line, readings[0].offset + 1) ||
        nested.some((name) => spans(line, name, readings[0].offset)),
    }));
  });
  const misses = quotes.filter(({ isAccounted }) => !isAccounted).map(({ line, column, text }) => ({
    line,
    column,
    message: `"${text}" is no initiative, no system and not in not-initiatives.csv`,
  }));
  return {
    quoted: { printed: quotes.length, accounted: quotes.length - misses.length },
    rows,
    misses,
  };
}

/** Whether no quote closes it, or another opens before: then what it opens is a name, and more after it. */
function isUnclosed(readings: readonly QuotedString[]): boolean {
  return readings.length === 1 || readings[0].text.includes("«");
}

function spans(line: string, printed: string, offset: number): boolean {
  for (let at = line.indexOf(printed); at >= 0; at = line.indexOf(printed, at + 1)) {
    if (at <= offset && offset < at + printed.length) return true;
  }
  return false;
}

function mentionSpans(line: string, number: number, mentions: Report["systemMentions"]) {
  const own = mentions.filter((mention) => mention.line === number);
  return (offset: number) => own.some(({ printed }) => spans(line, printed, offset));
}
