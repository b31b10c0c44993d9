import type { Exact, Interval } from "../model/interval.ts";
import { between } from "../numbers/interval.ts";

/** Where a weighted mean lies for certain: between all that the least and the greatest part may be; `null` if nowhere. */
export function certainMean(parts: readonly Interval[]): Interval | null {
  const least = extreme(parts.map(({ high }) => high), -1);
  const greatest = extreme(parts.map(({ low }) => low), 1);
  if (least === null || greatest === null || least.compare(greatest) > 0) return null;
  return between(least, greatest);
}

/** The least (-1) or greatest (1) of ends; `null`, no limit, lies beyond all of them on the other side. */
function extreme(ends: readonly (Exact | null)[], direction: 1 | -1): Exact | null {
  return ends.reduce((found, end) => {
    if (found === null || end === null) return found ?? end;
    return end.compare(found) * direction > 0 ? end : found;
  });
}
