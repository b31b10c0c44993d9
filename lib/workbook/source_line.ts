import type { Language } from "../model/label.ts";
import type { Report } from "../model/report.ts";

/**
 * The source as a figure or table cites it: producer, title, lines.
 *
 * @param report The edition.
 * @param lines Lines of the source text that are drawn on; consecutive ones are joined.
 * @param language Language of the citation.
 * @returns One sentence.
 *
 * @example
 * ```ts
 * import { loadReport, sourceLine } from "report";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const report = await loadReport("kuzbass-2016");
 * assertStringIncludes(sourceLine(report, [8, 7, 20], "en"), "lines 7–8, 20");
 * ```
 */
export function sourceLine(report: Report, lines: readonly number[], language: Language): string {
  const { producer, title } = report.edition;
  const [one, many] = language === "ru" ? ["строка", "строки"] : ["line", "lines"];
  const ranges = joinLines(lines);
  const place = ranges === "" ? "" : `, ${/[–,]/.test(ranges) ? many : one} ${ranges}`;
  return `${producer[language]}. ${title[language]}${place}`;
}

function joinLines(lines: readonly number[]): string {
  const sorted = [...new Set(lines)].toSorted((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const line of sorted) {
    const last = ranges.at(-1);
    if (last && line === last[1] + 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([from, to]) => from === to ? `${from}` : `${from}–${to}`).join(", ");
}
