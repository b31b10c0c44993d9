import { textWidth } from "../figures/text_width.ts";
import type { Language } from "../model/label.ts";
import { formatNumber } from "../numbers/format_number.ts";
import type { ChartSpec } from "./chart_spec.ts";

/** How high a row of a chart is, in pixels. */
export const rowHeight = 26;

/** Whether each bar has its value written at its end. */
export function hasLabels({ exploration, series, shown }: ChartSpec): boolean {
  return exploration.chart === "bars" && series.length === 0 &&
    shown.every(({ value }) => value >= 0);
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

/** Numbers of an axis in the language, all with as many decimals. */
export function tickTexts(ticks: readonly number[], language: Language): string[] {
  const decimals = Math.max(0, ...ticks.map((tick) => String(tick).split(".")[1]?.length ?? 0));
  const { format } = new Intl.NumberFormat(language === "ru" ? "ru-RU" : "en-GB", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: "always",
  });
  return ticks.map((tick) => format(tick).replace("-", "\u2212"));
}
