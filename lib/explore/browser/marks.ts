import { palette } from "../../figures/theme.ts";
import type { ChartSpec } from "../chart_spec.ts";
import type { Aggregated } from "../../rows/group_rows.ts";
import type { PlainRow } from "../../rows/plain_value.ts";

/** A mark of a chart with what it stands for: where it begins and ends on the scale of values. */
export interface Mark {
  readonly of: Aggregated<PlainRow>;
  readonly from: number;
  readonly to: number;
  readonly color: string;
}

/**
 * The marks of a chart; bars of one group stand one after another, those below zero to the left.
 *
 * @param spec What is shown.
 * @returns One mark for each part of a group.
 */
export function marksOf({ exploration: { chart }, shown, series }: ChartSpec): Mark[] {
  const colors = new Map(series.map(({ label, color }) => [label, color]));
  const ends = new Map<string, number>();
  return shown.map((of) => {
    const color = colors.get(of.series) ?? palette[0];
    if (chart !== "bars" && chart !== "shares") return { of, from: of.value, to: of.value, color };
    const side = `${of.value < 0} ${of.group}`;
    const length = chart === "shares" ? shareOf(of, shown) : of.value;
    const from = ends.get(side) ?? 0, to = from + length;
    ends.set(side, to);
    return { of, from, to, color };
  });
}

/** What a part is of its group, in per cent. */
export function shareOf(
  { group, value }: { readonly group: string; readonly value: number },
  shown: ChartSpec["shown"],
): number {
  const whole = shown.reduce((sum, one) => one.group === group ? sum + one.value : sum, 0);
  return whole === 0 ? 0 : 100 * value / whole;
}

/** The ends of the scale of values. */
export function domainOf(marks: readonly Mark[], zero: boolean): [number, number] {
  const all = [...(zero ? [0] : []), ...marks.flatMap(({ from, to }) => [from, to])];
  const low = Math.min(...all), high = Math.max(...all);
  return low < high ? [low, high] : [Math.min(0, low), Math.max(1, high)];
}
