import { textWidth } from "../figures/text_width.ts";
import { theme } from "../figures/theme.ts";
import type { Language } from "../model/label.ts";
import { formatNumber } from "../numbers/format_number.ts";
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

/** Widest a name of a group may be in print, in em; longer ones are wrapped. */
export const nameWidth = 18;

/** The room in print for the names of groups, from the edge of the figure. */
export function nameMargin({ groups }: ChartSpec): number {
  const widest = Math.max(0, ...groups.map((group) => textWidth(group)));
  return Math.ceil(theme.padding + Math.min(nameWidth * theme.textSize, widest)) + 10;
}

/** How many ticks an axis in print is asked for; `undefined` where its numbers are short. */
export function printTicks(spec: ChartSpec, language: Language): number | undefined {
  const room = 0.8 * theme.width, widest = widestNumber(spec, language);
  const ticks = Math.floor(tickCount(room, widest));
  return ticks < Math.floor(tickCount(room, 0)) ? ticks : undefined;
}

/** How many ticks fit beside each other; a scale may give up to 1.4 times as many as it is asked for. */
export function tickCount(room: number, widest: number): number {
  return Math.max(2, room / Math.max(80, 1.4 * (widest + 14)));
}

/** How wide the longest number of the axis is. */
export function widestNumber({ shown, decimals }: ChartSpec, language: Language): number {
  const numbers = shown.map(({ value }) => formatNumber(value, { language, decimals }));
  return Math.max(0, ...numbers.map((number) => textWidth(number)));
}
