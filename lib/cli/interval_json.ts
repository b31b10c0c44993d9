import type { Interval } from "../model/interval.ts";
import { decimalString } from "../numbers/decimal_string.ts";

/** An interval for machines: its ends as decimals, `null` for no limit, and as mathematicians write it. */
export interface IntervalJson {
  readonly low: string | null;
  readonly high: string | null;
  readonly text: string;
}

/** An interval as plain data. */
export function intervalJson(interval: Interval | null): IntervalJson | null {
  if (interval === null) return null;
  const low = interval.low && decimalString(interval.low);
  const high = interval.high && decimalString(interval.high);
  const text = `${interval.includesLow ? "[" : "("}${low ?? "-inf"}, ${high ?? "inf"}${
    interval.includesHigh ? "]" : ")"
  }`;
  return { low, high, text };
}
