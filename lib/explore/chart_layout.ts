import type { ChartSpec } from "./chart_spec.ts";

/** How high a row of a chart is, in pixels. */
export const rowHeight = 26;

/** How high a chart is in print, with its axis. */
export function chartHeight({ exploration, groups }: ChartSpec): number {
  return exploration.chart === "line" ? 320 : 56 + rowHeight * groups.length;
}

/** Whether each bar has its value written at its end. */
export function hasLabels({ exploration, series, shown }: ChartSpec): boolean {
  return exploration.chart === "bars" && series.length === 0 &&
    shown.every(({ value }) => value >= 0);
}
