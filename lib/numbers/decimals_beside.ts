import type { Exact, Interval } from "../model/interval.ts";
import { decimalsIn, shownDecimals } from "./digits.ts";
import { contains } from "./interval.ts";

/**
 * With how many decimals a number is shown beside what it is compared with, so that what is shown lies within or
 * without as the number itself does: 37.748 beside 37.7, since 37.75 would be printed as 37.8.
 *
 * @param value The number.
 * @param compared Every value that it is compared with.
 * @returns One more than those values are known to, at least, unless the number has fewer.
 */
export function decimalsBeside(value: Exact, compared: Interval): number {
  const has = decimalsIn(value), isWithin = contains(compared, value);
  const { low, high } = compared;
  const width = low && high ? high.sub(low).valueOf() : Infinity;
  const known = width > 0 ? Math.ceil(-Math.log10(width)) : decimalsIn(low ?? value);
  let places = Math.max(shownDecimals(value), Math.min(known, 12) + 1);
  while (places < has && places < 12 && contains(compared, value.round(places)) !== isWithin) {
    places++;
  }
  return Math.min(places, has);
}
