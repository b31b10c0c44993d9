import { type GroupOrder, type Statistic, statistics } from "../rows/group_rows.ts";
import type { ExploredColumn } from "./column.ts";

/** How what is shown is drawn. */
export type ChartType = "bars" | "shares" | "dots" | "line" | "matrix" | "table";

/** Every chart. */
export const allCharts: readonly ChartType[] = [
  "bars",
  "shares",
  "dots",
  "line",
  "matrix",
  "table",
];

/** What an explorer shows. */
export interface Exploration {
  /** Column of numbers; empty where rows are counted. */
  readonly measure: string;
  /** What is told of the measure in each group. */
  readonly statistic: Statistic;
  /** Column by which rows are grouped. */
  readonly group: string;
  /** Second group, told apart by colour; empty where there is none. */
  readonly series: string;
  /** By column, the values of which a row must have one. */
  readonly where: Readonly<Record<string, readonly string[]>>;
  /** How it is drawn. */
  readonly chart: ChartType;
  /** In which order groups stand. */
  readonly order: GroupOrder;
  /** How many groups are shown at most; 0 for all. */
  readonly limit: number;
}

/** How many values can be told apart by colour; of more, the most frequent are shown, and the others as one. */
export const mostSeries = 7;

/**
 * What can be chosen given what is chosen already.
 *
 * @param exploration What is shown.
 * @param columns The columns of the rows.
 * @returns The charts and statistics that make sense, and the columns for colours.
 */
export function choices(exploration: Exploration, columns: readonly ExploredColumn[]) {
  const { measure, statistic, series, group } = exploration, isParted = series !== "";
  const isAdded = statistic === "count" || statistic === "sum", isOne = statistic !== "each";
  const isOrdered = columns.some(({ key, ordered }) => key === group && ordered);
  const possible: Readonly<Record<ChartType, boolean>> = {
    bars: isOne && (isAdded || !isParted),
    shares: isParted && isAdded,
    dots: true,
    line: isOne && isOrdered,
    matrix: isOne && isParted,
    table: true,
  };
  return {
    charts: allCharts.filter((chart) => possible[chart]),
    statistics: statistics.filter((one) => (one === "count") === (measure === "")),
    series: columns.filter(({ key, isGroup }) => isGroup && key !== group),
  };
}

/**
 * Completes what is to be shown, and mends what does not go together.
 *
 * @param wanted What is asked for.
 * @param columns The columns of the rows.
 * @returns What can be shown, as near to it as may be.
 */
export function completeExploration(
  wanted: Partial<Exploration>,
  columns: readonly ExploredColumn[],
): Exploration {
  const groups = columns.filter(({ isGroup }) => isGroup);
  const group = groups.find(({ key }) => key === wanted.group) ?? groups[0];
  const measure = columns.find(({ key, isMeasure }) => isMeasure && key === wanted.measure);
  const first: Exploration = {
    measure: measure?.key ?? "",
    statistic: wanted.statistic ?? "sum",
    group: group.key,
    series: wanted.series ?? "",
    where: wanted.where ?? {},
    chart: wanted.chart ?? "bars",
    order: wanted.order ?? (group.ordered ? "name" : "most"),
    limit: wanted.limit ?? 20,
  };
  const { statistics, series } = choices(first, columns);
  const statistic = statistics.includes(first.statistic) ? first.statistic : statistics[0];
  const second = {
    ...first,
    statistic,
    series: series.some(({ key }) => key === first.series) ? first.series : "",
  };
  const { charts } = choices(second, columns);
  const chart = charts.includes(second.chart) ? second.chart : charts[0];
  return { ...second, chart, order: chart === "line" ? "name" : second.order };
}

/** The options with which `aggregate` gives what is shown; none that only says what it does anyway. */
export function aggregateOptions(exploration: Exploration) {
  const { group, series, measure, statistic, where, order, limit } = exploration;
  return {
    group,
    ...(series === "" ? {} : { series }),
    ...(measure !== "" && { measure }),
    ...(measure !== "" && statistic !== "sum" && { statistic }),
    ...(Object.keys(where).length === 0 ? {} : { where }),
    ...(order === "most" ? {} : { order }),
    ...(limit === 0 ? {} : { limit }),
  };
}
