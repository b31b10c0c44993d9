const one = String
  .raw`\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|-[Qq][1-4]|-[Hh][12]|\/\d{2})?`;

/**
 * How a period is written: a year (`2016`), half (`2016-H1`), quarter (`2016-Q1`), month (`2016-01`), day (`2016-01-01`), a school or
 * fiscal year (`2016/17`), or a change or range between two of them (`2015/2016`).
 */
export const periodPattern: RegExp = new RegExp(`^(${one})(?:\\/(${one}))?$`);

/**
 * Whether a period that is written so can be.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { isPeriod } from "./period.ts";
 *
 * const periods = ["2016", "2016-Q1", "2016/17", "2015/2016", "2016-02-30", "2016/18", "2016/2015"];
 * assertEquals(periods.filter(isPeriod), ["2016", "2016-Q1", "2016/17", "2015/2016"]);
 * ```
 */
export function isPeriod(period: string): boolean {
  const [, first, second] = periodPattern.exec(period) ?? [];
  if (first === undefined || !isOne(first)) return false;
  return second === undefined ||
    (isOne(second) && kindOf(first) === kindOf(second) && first < second);
}

function isOne(period: string): boolean {
  const [year, month, day] = period.split("-").map(Number);
  if (period.startsWith("0000")) return false;
  const [start, end] = period.split("/");
  if (end !== undefined) return (Number(start) + 1) % 100 === Number(end);
  return day === undefined || new Date(Date.UTC(year, month, 0)).getUTCDate() >= day;
}

function kindOf(period: string): string {
  return period.replaceAll(/\d/g, "0").replace(/-0$/, "");
}
