import { categoryColor } from "../figures/palette.ts";
import type { Language } from "../model/label.ts";
import { formatNumber } from "../numbers/format_number.ts";
import { filtered, type GroupedRows, groupedRows } from "./grouped_rows.ts";
import type { Column } from "./column.ts";
import type { Exploration } from "./exploration.ts";
import type { PlainRow } from "./plain_value.ts";
import { explorerWords } from "./words.ts";

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
  readonly title: string;
  readonly alt: string;
  readonly valueLabel: string;
  readonly groupLabel: string;
  readonly seriesLabel: string;
  readonly groups: readonly string[];
  readonly series: readonly SeriesColor[];
  /** Whether the scale of values begins at zero. */
  readonly zero: boolean;
  readonly decimals: number;
  readonly shown: readonly GroupedRows<PlainRow>[];
  readonly groupCount: number;
  readonly rowCount: number;
}

/** The rows and what is known of them. */
export interface ExploredRows {
  readonly rows: readonly PlainRow[];
  readonly columns: readonly Column[];
  readonly settings: ExplorerSettings;
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
  const { group, series, statistic, where, chart } = exploration;
  const words = explorerWords[settings.language];
  const label = (key: string) => columns.find((column) => column.key === key)?.label ?? "";
  const all = groupedRows(rows, { ...aggregateOptions(exploration), limit: undefined });
  const allGroups = [...new Set(all.map(({ group }) => group))];
  const groups = exploration.limit === 0 ? allGroups : allGroups.slice(0, exploration.limit);
  const kept = new Set(groups);
  const shown = all.filter(({ group }) => kept.has(group));
  const isOwn = shown.every(({ rows }) => rows.length === 1);
  const valueLabel = labelOfValue(exploration, explored, isOwn);
  const names = series === "" ? [] : byFrequency(rows, series);
  const present = new Set(shown.map(({ series }) => series));
  const [byGroup, bySeries] = [group, series].map((key) => lowered(label(key)));
  const title = capitalised(
    series === "" ? words.by(valueLabel, byGroup) : words.byTwo(valueLabel, byGroup, bySeries),
  );
  const values = shown.map(({ value }) => value);
  const decimals = decimalsOf(values);
  return {
    exploration,
    title,
    alt: `${title}. ${
      shown.slice(0, 3).map(({ group, series, value }) =>
        `${group}${series === "" ? "" : `, ${series}`}: ${
          formatNumber(value, { language: settings.language, decimals })
        }`
      ).join("; ") || words.nothing
    }.`,
    valueLabel,
    groupLabel: label(group),
    seriesLabel: label(series),
    groups,
    series: names.map((label, index) => ({
      label,
      color: settings.colors[label] ?? categoryColor(index),
    }))
      .filter(({ label }) => present.has(label)),
    zero: chart === "bars" || statistic === "count" || statistic === "sum" ||
      Math.min(...values) === Math.max(...values),
    decimals,
    shown,
    groupCount: allGroups.length,
    rowCount: filtered(rows, where).length,
  };
}

/** The options with which `aggregate` gives what is shown; none that only says what it does anyway. */
export function aggregateOptions(exploration: Exploration) {
  const { group, series, measure, statistic, where, order, limit } = exploration;
  return {
    group,
    ...(series === "" ? {} : { series }),
    ...(measure === "" ? {} : { measure, statistic }),
    ...(Object.keys(where).length === 0 ? {} : { where }),
    ...(order === "most" ? {} : { order }),
    ...(limit === 0 ? {} : { limit }),
  };
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

/** The values of a column, the most frequent first: so a filter changes no colour. */
function byFrequency(rows: readonly PlainRow[], column: string): string[] {
  const counts = groupedRows(rows, { group: column });
  return counts.map(({ group }) => group);
}

function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

function lowered(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label[0].toLowerCase() + label.slice(1) : label;
}
