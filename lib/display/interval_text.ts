import type { Interval } from "../model/interval.ts";
import type { Language } from "../model/label.ts";
import { shownDecimals } from "../numbers/digits.ts";
import { formatNumber } from "../numbers/format_number.ts";

/**
 * An interval in figures: one number where it holds one, a dash where nothing is known.
 *
 * @param interval The interval; `null` where there is none.
 * @param language Language of the numbers.
 */
export function intervalText(interval: Interval | null, language: Language): string {
  const ends = [interval?.low ?? null, interval?.high ?? null] as const;
  const [from, to] = ends;
  let decimals = Math.max(...ends.map((end) => end === null ? 0 : shownDecimals(end)));
  const isApart = from && to && !from.equals(to);
  while (isApart && from.round(decimals).equals(to.round(decimals))) decimals++;
  const [low, high] = ends.map((end) => end && formatNumber(end, { language, decimals }));
  if (low === null && high === null) return "–";
  if (low === high) return low ?? "–";
  return low === null ? `≤ ${high}` : high === null ? `≥ ${low}` : `${low}–${high}`;
}
