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

/** Numbers with their periods; of several, how many and from which to which. */
function numbersText(rows: readonly ObservedRow[]): string {
  const language = chosenLanguage(), values = rows.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) =>
    formatNumber(value, { language })
  );
  const text = rows.length === 1 ? low : words[language].comparison.numbers(rows.length, low, high);
  return `${rows[0].period}: ${text}`;
}

/** So many periods are named; of more, the first and the last. */
const mostPeriods = 4;

function periodsText(periods: readonly string[]): string {
  return periods.length <= mostPeriods ? periods.join(", ") : `${periods[0]} … ${periods.at(-1)}`;
}

/** Lines in columns as wide as their widest cell, under a heading. */
function columns(heading: string, lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, at) =>
    Math.max(...lines.map((cells) => cells[at].length))
  );
  const written = lines.map((cells) =>
    `  ${cells.map((cell, at) => cell.padEnd(widths[at])).join("  ").trimEnd()}`
  );
  return [heading, ...written].join("\n");
}

/** What became of a number that can be compared: by how much it differs, then growth in per cent or a ratio. */
function changeText({ kind, difference, ratio }: ComparedRow): string {
  const language = chosenLanguage(), said = words[language].comparison;
  const by = formatNumber(difference ?? 0, { language, signed: true });
  if (ratio === null) return by;
  const growth = formatNumber(100 * (ratio - 1), { language, signed: true, decimals: 2 });
  return kind === "growth"
    ? `${by} (${growth} %)`
    : `${by} (${said.ratio(formatNumber(ratio, { language }))})`;
}

/** The comparison for a terminal: what can be compared, what cannot and why, and what only one of the two has. */
function comparisonText({ rows, only }: ReportComparison, reports: readonly OpenReport[]): string {
  const language = chosenLanguage(), said = words[language].comparison;
  const sides = ({ first, second }: ComparedRow) => [
    ...[first.label, numbersText([first]), numbersText(second)],
  ];
  const comparable = rows.filter(({ kind }) => kind !== null);
  const apart = rows.filter(({ kind }) => kind === null);
  const breaks = new Set(
    apart.flatMap(({ indicatorLabel, breaks }) =>
      breaks.map(({ kind, label, first, second }) =>
        `  ${kind === "definition" ? `${label} (${indicatorLabel})` : label}: ${first} | ${second}`
      )
    ),
  );
  const titles = reports.map(({ edition }) => `${edition.title[language]} (${edition.id})`);
  return [
    titles.join("\n"),
    columns(
      said.comparable(comparable.length),
      comparable.map((row) => [...sides(row), changeText(row)]),
    ),
    columns(
      said.apart(apart.length),
      apart.map((row) => [...sides(row), row.breaks.map(({ label }) => label).join(", ")]),
    ),
    ...breaks.size > 0 ? [[said.breaks, ...[...breaks].toSorted()].join("\n")] : [],
    ...reports.map(({ edition: { id } }) => ({ id, own: only.filter((one) => one.edition === id) }))
      .map(({ id, own }) =>
        columns(
          said.only(id, own.length),
          own.map(({ indicatorLabel, numbers, periods }) => [
            ...[indicatorLabel, String(numbers), periodsText(periods)],
          ]),
        )
      ),
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
      ...{ id, title: title[chosenLanguage()], period },
    }));
    const all = { first: one, second: other, ...comparison };
    print(json ? all : comparisonText(comparison, reports));
  });

await runCommand(program);
