import { categoryColor } from "../figures/theme.ts";
import type { Language } from "../model/label.ts";
import {
  type Aggregated,
  countRows,
  groupRows,
  orderSeries,
  type PlainRow,
  rowsWith,
  textsOf,
} from "../rows/group_rows.ts";
import type { Column, ColumnWords, PackedRows } from "./column.ts";
import { aggregateOptions, type Exploration, mostSeries } from "./exploration.ts";
import { capitalise, lowerFirst, wordsIn } from "../words/language.ts";
import { explorer } from "../words/pages.ts";
import type { Words } from "../words/words.ts";

/** What an explorer says; no other words go into its script. */
export const explorerWords: Readonly<Record<Language, Words["explorer"]>> = {
  en: wordsIn(explorer, "en"),
  ru: wordsIn(explorer, "ru"),
};

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

/** One value of the series, as the legend shows it. */
export interface SeriesColor {
  readonly label: string;
  readonly color: string;
}

/** Everything that a chart shows, whoever draws it. */
export interface ChartSpec {
  readonly exploration: Exploration;
  /** What is shown, with the filter. */
  readonly title: string;
  /** What has to be known of the counts; empty where nothing has. */
  readonly note: string;
  /** The source, and how many of its rows are shown where that is not all. */
  readonly source: string;
  readonly valueLabel: string;
  readonly groupLabel: string;
  readonly seriesLabel: string;
  readonly groups: readonly string[];
  readonly series: readonly SeriesColor[];
  /** How many values of the series are kept; `undefined` for all. */
  readonly mostSeries: number | undefined;
  /** Whether the scale of values begins at zero. */
  readonly zero: boolean;
  readonly decimals: number;
  readonly shown: readonly Aggregated<PlainRow>[];
  readonly groupCount: number;
  readonly rowCount: number;
}

/** The rows and what is known of them. */
export interface ExploredRows {
  readonly rows: readonly PlainRow[];
  readonly columns: readonly Column[];
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
export function chartSpec(exploration: Exploration, explored: ExploredRows): ChartSpec {
  const { rows, columns, settings } = explored;
  const { group, series, statistic, chart } = exploration;
  const words = explorerWords[settings.language];
  const label = (key: string) => columns.find((column) => column.key === key)?.label ?? "";
  const { others } = words, passed = rowsWith(rows, exploration.where);
  const values = new Set(passed.flatMap((row) => textsOf(row[series])));
  const most = values.size > mostSeries + 1 ? mostSeries : undefined;
  const options = { ...aggregateOptions(exploration), mostSeries: most, others };
  const all = groupRows(passed, { ...options, where: {}, limit: undefined });
  const allGroups = [...new Set(all.map(({ group }) => group))];
  const groups = exploration.limit === 0 ? allGroups : allGroups.slice(0, exploration.limit);
  const kept = new Set(groups);
  const shown = all.filter(({ group }) => kept.has(group));
  const isOwn = statistic === "each" || shown.every(({ rows }) => rows.length === 1);
  const valueLabel = labelOfValue(exploration, explored, isOwn);
  const [byGroup, bySeries] = [group, series].map((key) => lowerFirst(label(key)));
  const by = series === "" ? byGroup : words.and(byGroup, bySeries);
  const title = capitalise(words.by(valueLabel, by));
  const rowCount = passed.length;
  const filter = filterText(exploration, explored);
  const said = (
    { kept, total }: { readonly kept: number; readonly total: number },
    say: (kept: number, total: number) => string,
  ) => kept < total ? say(kept, total) : "";
  const note = [
    said(countRows(all), words.severally),
    said({ kept: groups.length, total: allGroups.length }, words.groupsShown),
  ].filter((text) => text !== "").join("; ");
  const part = said({ kept: rowCount, total: rows.length }, words.shown).toLowerCase();
  const numbers = shown.map(({ value }) => value);
  const toSeriesColor = (label: string, index: number): SeriesColor => (
    { label, color: settings.colors[label] ?? categoryColor(index) }
  );
  return {
    exploration,
    title: filter === "" ? title : words.filtered(title, filter),
    note: capitalise(note),
    source: [settings.source, part].filter((text) => text !== "").join("; "),
    valueLabel,
    groupLabel: label(group),
    seriesLabel: label(series),
    groups,
    series: series === "" ? [] : orderSeries(shown, others).map(toSeriesColor),
    mostSeries: most,
    zero: chart === "bars" || chart === "shares" || statistic === "count" || statistic === "sum" ||
      Math.min(...numbers) === Math.max(...numbers),
    decimals: decimalsOf(numbers),
    shown,
    groupCount: allGroups.length,
    rowCount,
  };
}

/** What is shown as a table: one row for each part of a group. */
export function gridOf({ groupLabel, seriesLabel, valueLabel, series, shown }: ChartSpec): {
  readonly headings: readonly string[];
  readonly cells: readonly (readonly [...names: string[], value: number])[];
} {
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
