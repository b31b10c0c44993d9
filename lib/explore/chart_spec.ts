import { categoryColor } from "../figures/theme.ts";
import type { Language } from "../model/label.ts";
import {
  countRows,
  groupRows,
  orderSeries,
  type PlainRow,
  rowsWith,
  textsOf,
} from "../rows/group_rows.ts";
import type { ColumnWords, ExploredColumn, PackedRows } from "./column.ts";
import { aggregateOptions, type Exploration, mostSeries } from "./exploration.ts";
import { capitalise, lowerFirst, wordsIn } from "../words/language.ts";
import { explorer } from "../words/pages.ts";

/** What an explorer says; no other words go into its script. */
export const explorerWords = { en: wordsIn(explorer, "en"), ru: wordsIn(explorer, "ru") };

/** What an explorer is told about its rows. */
export interface ExplorerSettings {
  /** The expression that gives the rows in a notebook. */
  readonly rows: string;
  /** What a count of rows is called. */
  readonly counted: string;
  /** The column that names a row. */
  readonly named: string;
  /** Colours of values that have one of their own. */
  readonly colors: Readonly<Record<string, string>>;
  readonly source: string;
  readonly language: Language;
}

/** Everything that a chart shows, whoever draws it. */
export type ChartSpec = ReturnType<typeof chartSpec>;

/** The rows and what is known of them. */
export interface ExploredRows {
  readonly rows: readonly PlainRow[];
  readonly columns: readonly ExploredColumn[];
  readonly settings: ExplorerSettings;
}

/** What stands in the page for the explorer's script to read. */
export interface EmbeddedExplorer {
  readonly packed: PackedRows;
  readonly words: ColumnWords;
  readonly settings: ExplorerSettings;
  readonly start: Exploration;
}

/**
 * Computes what a chart shows.
 *
 * @param exploration What is to be shown, settled.
 * @param explored The rows, their columns and the settings.
 * @returns Values, labels and colours.
 */
export function chartSpec(exploration: Exploration, explored: ExploredRows) {
  const { rows, columns, settings } = explored;
  const { group, series, statistic, chart, limit } = exploration;
  const words = explorerWords[settings.language], { others } = words;
  const label = (key: string) => columns.find((column) => column.key === key)?.label ?? "";
  const passed = rowsWith(rows, exploration.where);
  const values = new Set(passed.flatMap((row) => textsOf(row[series])));
  const most = values.size > mostSeries + 1 ? mostSeries : undefined;
  const options = { ...aggregateOptions(exploration), mostSeries: most, others };
  const all = groupRows(passed, { ...options, where: {}, limit: undefined });
  const allGroups = [...new Set(all.map(({ group }) => group))];
  const groups = allGroups.slice(0, limit === 0 ? undefined : limit), kept = new Set(groups);
  const shown = all.filter(({ group }) => kept.has(group));
  const isOwn = statistic === "each" || shown.every(({ rows }) => rows.length === 1);
  const valueLabel = labelOfValue(exploration, explored, isOwn);
  const [byGroup, bySeries] = [group, series].map((key) => lowerFirst(label(key)));
  const by = series === "" ? byGroup : words.and(byGroup, bySeries);
  const title = capitalise(words.by(valueLabel, by)), filter = filterText(exploration, explored);
  const ifPart = (
    { kept, total }: { readonly kept: number; readonly total: number },
    say: (kept: number, total: number) => string,
  ) => kept < total ? [say(kept, total)] : [];
  const note = [
    ...ifPart(countRows(all), words.severally),
    ...ifPart({ kept: groups.length, total: allGroups.length }, words.groupsShown),
  ].join("; ");
  const part = ifPart({ kept: passed.length, total: rows.length }, words.shown);
  const numbers = shown.map(({ value }) => value);
  return {
    exploration,
    /** What is shown, with the filter. */
    title: filter === "" ? title : words.filtered(title, filter),
    /** What has to be known of the counts; empty where nothing has. */
    note: capitalise(note),
    /** The source, and how many of its rows are shown where that is not all. */
    source: [settings.source, ...part.map((text) => text.toLowerCase())]
      .filter((text) => text !== "").join("; "),
    valueLabel,
    groupLabel: label(group),
    seriesLabel: label(series),
    groups,
    /** The values of the series with their colours, as the legend shows them. */
    series: (series === "" ? [] : orderSeries(shown, others)).map((label, at) => ({
      label,
      color: settings.colors[label] ?? categoryColor(at),
    })),
    /** How many values of the series are kept; `undefined` for all. */
    mostSeries: most,
    /** Whether the scale of values begins at zero. */
    zero: chart === "bars" || chart === "shares" || statistic === "count" || statistic === "sum" ||
      Math.min(...numbers) === Math.max(...numbers),
    decimals: decimalsOf(numbers),
    shown,
    groupCount: allGroups.length,
    rowCount: passed.length,
  };
}

/** What is shown as a table: one row for each part of a group. */
export function gridOf({ groupLabel, seriesLabel, valueLabel, series, shown }: ChartSpec) {
  const isParted = series.length > 0;
  return {
    headings: [groupLabel, ...isParted ? [seriesLabel] : [], valueLabel],
    cells: shown.map(({ group, series, value }) => [group, ...isParted ? [series] : [], value]),
  };
}

/** So many values of a filter are named. */
const mostNamed = 3;

/** Such as `Year: 2016`; empty without a filter. */
function filterText({ where }: Exploration, { columns, settings }: ExploredRows): string {
  return Object.entries(where).map(([key, values]) => {
    const named = values.length > mostNamed + 1 ? values.slice(0, mostNamed) : values;
    const rest = values.length - named.length;
    const label = columns.find((column) => column.key === key)?.label ?? key;
    const more = rest > 0 ? [explorerWords[settings.language].more(rest)] : [];
    return `${label}: ${[...named, ...more].join(", ")}`;
  }).join("; ");
}

function labelOfValue(
  { measure, statistic }: Exploration,
  { columns, settings }: ExploredRows,
  isOwn: boolean,
): string {
  const column = columns.find(({ key }) => key === measure);
  if (column === undefined) return settings.counted;
  const words = explorerWords[settings.language];
  const parts = [column.label, ...(isOwn ? [] : [words[statistic]]), column.unit];
  return parts.filter((part) => part !== "").join(", ");
}

function decimalsOf(values: readonly number[]): number {
  const most = Math.max(...values.map(Math.abs));
  return values.every(Number.isInteger) ? 0 : most >= 10 ? 1 : 2;
}
