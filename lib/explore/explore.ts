import type * as Plots from "@observablehq/plot";
import { escape } from "@std/html";
import { patchCellResults } from "../display/show.ts";
import { optionProblems } from "../errors/did_you_mean.ts";
import { UsageError } from "../errors/usage_error.ts";
import { Plot } from "../figures/lazy_plot.ts";
import { figureBundle } from "../figures/shown_figure.ts";
import { display, type Displayable, type MediaBundle } from "../model/displayable.ts";
import { type Language, languages } from "../model/label.ts";
import { columnProblems, measureProblems } from "../rows/aggregate.ts";
import { groupOrders, type PlainRow, plainValue, statistics } from "../rows/group_rows.ts";
import type { PlainRecord } from "../tables/cell.ts";
import { withoutMathematics } from "../tables/escape_markdown.ts";
import { formatTable, tableText } from "../tables/format_table.ts";
import { rowColumns } from "../tables/row_columns.ts";
import { disclosure, tableHtml } from "../tables/table_html.ts";
import { chosenLanguage, inLanguage } from "../words/language.ts";
import {
  type ChartSpec,
  chartSpec,
  type EmbeddedExplorer,
  type ExplorerSettings,
  explorerWords,
  gridOf,
} from "./chart_spec.ts";
import { listColumns, packRows } from "./column.ts";
import { allCharts, completeExploration, type Exploration } from "./exploration.ts";
import { explorerScript } from "./explorer_script.ts";
import { plotParts } from "./plot_code.ts";

/** What an explorer is told about its rows, and what it shows first. */
export interface ExploreOptions<Row extends object> {
  /** The expression that gives the rows in the notebook, for the code that is copied. @default "rows" */
  readonly rows?: string;
  /** Where the rows come from, as `report.source` says it. @default None. */
  readonly source?: string;
  /** Language of labels and words. @default That of the notebook. */
  readonly language?: Language;
  /** The columns that can be chosen. @default Those that have labels; all where none has. */
  readonly columns?: readonly (keyof Row & string)[];
  /** What columns are called. @default As a table of the rows calls them, else their names in the rows, capitalised. */
  readonly labels?: Readonly<Partial<Record<keyof Row & string, string>>>;
  /** What the numbers of columns count. */
  readonly units?: Readonly<Partial<Record<keyof Row & string, string>>>;
  /** What a count of rows is called. @default "Number of rows" */
  readonly counted?: string;
  /** The column that names a row, shown under the pointer. @default None. */
  readonly named?: keyof Row & string;
  /** Colours of values, such as verdicts, that have one of their own. @default The palette's. */
  readonly colors?: Readonly<Record<string, string>>;
  /** What is shown first. @default The rows counted by the first column that can be grouped by. */
  readonly start?: Partial<Exploration>;
}

const knownOptions = {
  rows: null,
  source: null,
  language: languages,
  columns: null,
  labels: null,
  units: null,
  counted: null,
  named: null,
  colors: null,
  start: null,
};

const knownOfStart = {
  measure: null,
  statistic: statistics,
  group: null,
  series: null,
  where: null,
  chart: allCharts,
  order: groupOrders,
  limit: null,
};

/** The greatest size of an explorer with its rows, in bytes. */
const mostBytes = 99_900;

/**
 * Lets a reader choose measure, group, colour, filter and chart of some rows, where no kernel runs too.
 *
 * What is shown is one piece of HTML with its rows and its script: it works in Jupyter, in an exported page
 * and offline. Where scripts do not run it is a chart and a table. It gives the Plot code of what is shown,
 * as a cell to be pasted into the notebook.
 *
 * @param rows Plain records; a list as a value counts for each of its values.
 * @param options Names, units and source, and what is shown first.
 * @returns A value for `show`.
 * @throws {UsageError} If there is nothing to group by, a column is unknown, a measure has texts, or the rows are too many for a
 *   page.
 *
 * @example
 * ```ts
 * import { display, explore } from "report";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const events = [
 *   { kind: "quest", year: "2015", guests: 20 },
 *   { kind: "quest", year: "2016", guests: 35 },
 *   { kind: "club", year: "2016", guests: 12 },
 * ];
 * const explorer = explore(events, {
 *   rows: "events",
 *   source: "Own count",
 *   start: { group: "kind", measure: "guests", statistic: "sum" },
 * });
 * assertStringIncludes(String(explorer[display]()["text/plain"]), "quest");
 * ```
 */
export function explore<Row extends object>(
  rows: readonly Row[],
  options: ExploreOptions<Row> = {},
): Displayable {
  patchCellResults();
  const language = languages.find((one) => one === options.language) ?? chosenLanguage();
  const { source = "", named = "", colors = {}, start } = options;
  const { rows: expression = "rows", counted = explorerWords[language].rowCount } = options;
  const described = rowColumns(rows as readonly PlainRecord[], language)
    .filter(({ key, heading }) => key !== heading).map(({ key, heading }) => [key, heading]);
  const { labels = Object.fromEntries(described), units = {} } = options;
  const present = new Set(rows.flatMap((row) => Object.keys(row)));
  const labelled = Object.keys(labels).filter((key) => present.has(key));
  const keys = options.columns ?? (labelled.length > 0 ? labelled : [...present]);
  const kept = new Set([...keys, ...(named === "" ? [] : [named])]);
  const plain = rows.map((row): PlainRow =>
    Object.fromEntries([...kept].map((key) => [key, plainValue(Reflect.get(row, key))]))
  );
  const known = Object.fromEntries(described.filter(([key]) => kept.has(key)));
  const words = { labels: { ...known, ...labels }, units: { ...units } };
  const columns = listColumns(plain, words);
  const { group, series, measure, where = {} } = start ?? {};
  const asked = [
    ...options.columns ?? [],
    ...Object.keys(labels),
    ...Object.keys(units),
    ...[named, group, series, measure].filter((name) => name !== ""),
    ...Object.keys(where),
  ];
  assertNone([
    ...optionProblems(options, knownOptions),
    ...optionProblems(start ?? {}, knownOfStart),
    ...present.size === 0 ? ["expected at least one row, found none"] : columnProblems(rows, asked),
    ...columns.some(({ isGroup }) => isGroup)
      ? []
      : ["expected a column of few short values to group by, found none"],
    ...measure ? measureProblems(plain, measure) : [],
  ], expression);
  const settings = { rows: expression, counted, named, colors, source, language };
  const spec = chartSpec(completeExploration(start ?? {}, columns), {
    rows: plain,
    columns,
    settings,
  });
  const packed = packRows(plain, columns.map(({ key }) => key));
  const bundle = explorerBundle(spec, { packed, words, settings, start: spec.exploration });
  const { length } = new TextEncoder().encode(String(bundle["text/html"]));
  const found = `expected at most ${mostBytes} bytes with the script, found ${length}`;
  const advice = "name fewer columns, or explore part of the rows";
  assertNone(length > mostBytes ? [`${found}: ${advice}`] : [], expression);
  return { [display]: () => bundle };
}

function assertNone(problems: readonly string[], rows: string): void {
  if (problems.length > 0) throw new UsageError(`Cannot explore "${rows}": ${problems.join("; ")}`);
}

/** An explorer as one piece of HTML: the chart and table that are seen where no script runs, the rows, and the script. */
function explorerBundle(spec: ChartSpec, embedded: EmbeddedExplorer): MediaBundle {
  const { settings } = embedded, { language } = settings, texts = explorerWords[language];
  const { groupLabel, valueLabel, title, decimals, source } = spec;
  const isEmpty = spec.shown.length === 0;
  const grid = isEmpty ? { headings: [groupLabel], cells: [[texts.nothing]] } : gridOf(spec);
  const values = formatTable(grid, {
    title,
    language,
    columns: { [valueLabel]: { decimals } },
    ...(source !== "" && { source }),
  });
  const { "image/svg+xml": svg, "text/plain": alt } = isEmpty
    ? {}
    : drawExploration(spec, settings);
  const chart = isEmpty
    ? `<p>${escape(texts.nothing)}</p>`
    : figureBundle({ svg: String(svg), alt: String(alt) })["text/html"];
  return {
    "text/html": [
      `<div data-report-explorer class="${withoutMathematics}" lang="${language}">`,
      chart,
      // The explorer's script replaces it; a second one would cost the rows their room.
      disclosure(escape(texts.table), tableHtml(values, { isLive: false })),
      `<p><small>${escape(texts.still)}</small></p>`,
      `<script type="application/json">${scriptJson(embedded)}</script>`,
      `<script>${explorerScript.replaceAll("</script", "<\\/script")}</script>`,
      "</div>",
    ].join("\n"),
    "text/plain": tableText(values),
  };
}

/**
 * JSON that can stand in a script element, whatever texts it holds.
 *
 * @param value What is written.
 * @returns JSON without `<`, `>`, `&` and the line ends that JavaScript alone knows.
 */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * Draws what an explorer shows as the code that it gives for copying does.
 *
 * @param spec What is shown; a table is drawn as bars or dots.
 * @param settings What the explorer is told about its rows.
 * @returns The figure in every form that a front end may show.
 */
export function drawExploration(spec: ChartSpec, { language }: ExplorerSettings): MediaBundle {
  const { options, marks } = plotParts(spec, language, {
    domain: spec.series.map(({ label }) => label),
    r: ({ rows }: ChartSpec["shown"][number]) => rows.length,
  });
  const drawn = marks.map(([mark, options]) => {
    const draw = Plot[mark] as (rows: ChartSpec["shown"], options: unknown) => Plots.Markish;
    return draw(spec.shown, options);
  });
  return inLanguage(language, () => Plot.plot({ ...options, marks: drawn })[display]());
}
