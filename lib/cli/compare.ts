import { loadReport } from "../load/load_report.ts";
import { formatNumber } from "../numbers/format_number.ts";
import {
  type ComparedRow,
  compareReports,
  type ReportComparison,
} from "../report/compare_reports.ts";
import { labelReport, type OpenReport } from "../report/label_report.ts";
import type { ObservedRow } from "../report/label_rows.ts";
import { chosenLanguage } from "../words/language.ts";
import { words } from "../words/words.ts";
import { command, type CommonOptions, print, runCommand } from "./command.ts";

/** So many periods are named; of more, the first and the last. */
const mostPeriods = 4;

/** Lines in columns as wide as their widest cell, under a heading. */
function columns(heading: string, lines: readonly (readonly string[])[]): string {
  const width = (at: number) => Math.max(...lines.map((cells) => cells[at].length));
  const widths = lines[0]?.map((_, at) => width(at));
  const padded = lines.map((cells) => cells.map((cell, at) => cell.padEnd(widths[at])).join("  "));
  return [heading, ...padded.map((line) => `  ${line.trimEnd()}`)].join("\n");
}

/** The comparison for a terminal: what can be compared, what cannot and why, and what only one of the two has. */
function comparisonText({ rows, only }: ReportComparison, reports: readonly OpenReport[]): string {
  const language = chosenLanguage(), said = words[language].comparison;
  const number = (value: number, options: { signed?: boolean; decimals?: number } = {}) =>
    formatNumber(value, { language, ...options });
  /** Numbers with their periods; of several, how many and from which to which. */
  const numbers = (rows: readonly ObservedRow[]) => {
    const values = rows.map(({ value }) => value);
    const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => number(value));
    return `${rows[0].period}: ${rows.length === 1 ? low : said.numbers(rows.length, low, high)}`;
  };
  const line = ({ first, second }: ComparedRow, told: string) => [
    first.label,
    numbers([first]),
    numbers(second),
    told,
  ];
  /** What became of a number: by how much it differs, then growth in per cent or a ratio. */
  const change = ({ kind, difference, ratio }: ComparedRow) => {
    const by = number(difference ?? 0, { signed: true });
    if (ratio === null) return by;
    const growth = number(100 * (ratio - 1), { signed: true, decimals: 2 });
    return `${by} (${kind === "growth" ? `${growth} %` : said.ratio(number(ratio))})`;
  };
  const comparable = rows.filter(({ kind }) => kind !== null);
  const apart = rows.filter(({ kind }) => kind === null);
  const breaks = new Set(
    apart.flatMap(({ indicatorLabel, breaks }) =>
      breaks.map(({ kind, label, first, second }) =>
        `  ${kind === "definition" ? `${label} (${indicatorLabel})` : label}: ${first} | ${second}`
      )
    ),
  );
  return [
    reports.map(({ edition }) => `${edition.title[language]} (${edition.id})`).join("\n"),
    columns(said.comparable(comparable.length), comparable.map((row) => line(row, change(row)))),
    columns(
      said.apart(apart.length),
      apart.map((row) => line(row, row.breaks.map(({ label }) => label).join(", "))),
    ),
    ...breaks.size > 0 ? [[said.breaks, ...[...breaks].toSorted()].join("\n")] : [],
    ...reports.map(({ edition: { id } }) => {
      const own = only.filter(({ edition }) => edition === id);
      const lines = own.map(({ indicatorLabel, numbers, periods }) => {
        const isMany = periods.length > mostPeriods;
        const named = isMany ? `${periods[0]} … ${periods.at(-1)}` : periods.join(", ");
        return [indicatorLabel, String(numbers), named];
      });
      return columns(said.only(id, own.length), lines);
    }),
  ].join("\n\n");
}

const program = command("compare", ["json", "language"])
  .argument("<first>", "edition: a folder of data/, or a path")
  .argument("<second>", "edition: a folder of data/, or a path")
  .action(async (first: string, second: string, { json }: CommonOptions) => {
    const reports = (await Promise.all([first, second].map(loadReport)))
      .map((report) => labelReport(report, chosenLanguage()));
    const comparison = compareReports(reports[0], reports[1]);
    const [one, other] = reports.map(({ edition: { id, title, period } }) => ({
      id,
      title: title[chosenLanguage()],
      period,
    }));
    const all = { first: one, second: other, ...comparison };
    print(json ? all : comparisonText(comparison, reports));
  });

await runCommand(program);
