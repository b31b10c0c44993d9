import type { Interval } from "../model/interval.ts";
import type { Language } from "../model/label.ts";
import { formatNumber } from "../numbers/format_number.ts";

/**
 * An interval in figures: one number where it holds one, a dash where nothing is known.
 *
 * @param interval The interval; `null` where there is none.
 * @param language Language of the numbers.
 *
 * @example
 * ```ts
 * import { between, exact, intervalText } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(intervalText(between(exact("4.65"), exact("4.75")), "ru"), "4,65\u20134,75");
 * assertEquals(intervalText(null, "en"), "\u2013");
 * ```
 */
export function intervalText(interval: Interval | null, language: Language): string {
  const write = (end: Interval["low"]) => end && formatNumber(end.round(2), { language });
  const low = write(interval?.low ?? null), high = write(interval?.high ?? null);
  if (low === null && high === null) return "–";
  if (low === high) return low ?? "–";
  return low === null ? `≤ ${high}` : high === null ? `≥ ${low}` : `${low}–${high}`;
}
