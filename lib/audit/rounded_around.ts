import type { Exact, Interval } from "../model/interval.ts";
import { type RoundingMode, roundingModes } from "../model/verdict.ts";
import { exact } from "../numbers/exact.ts";
import { roundingInterval } from "../numbers/rounding.ts";

/** A printed number as a whole number of units of its last decimal, such as 377 and 1 for `37,7`. */
export interface Units {
  readonly units: number;
  readonly decimals: number;
}

const powers = Array.from({ length: 16 }, (_, decimals) => 10 ** decimals);

/** A number as units of its last decimal, where a float holds them for certain. */
export function unitsOf(value: number, decimals: number): Units | null {
  const power = powers[decimals];
  if (power === undefined) return null;
  const units = Math.round(value * power);
  return Number.isSafeInteger(4 * units) && units / power === value ? { units, decimals } : null;
}

/** How far the numbers that are printed alike reach from the printed one, in halves of its last unit. */
interface Reach {
  readonly low: number;
  readonly high: number;
  readonly includesLow: boolean;
  readonly includesHigh: boolean;
}

/** Units that stand for each sort: how far a number reaches depends on its sign and on whether it is even. */
const samples = [0, 2, 1, -2, -1];

const reaches = Object.fromEntries(
  roundingModes.map((mode) => [mode, samples.map((units) => reachOf(units, mode))]),
) as unknown as Readonly<Record<RoundingMode, readonly Reach[]>>;

function reachOf(units: number, mode: RoundingMode): Reach {
  const { low, high, ...included } = roundingInterval(exact(units), { decimals: 0, mode });
  const halves = (end: Exact | null) => Number(end?.sub(units).mul(2).valueOf());
  return { low: halves(low), high: halves(high), ...included };
}

function reachAround(units: number, mode: RoundingMode): Reach {
  const sort = units === 0 ? 0 : (units < 0 ? 3 : 1) + Math.abs(units % 2);
  return reaches[mode][sort];
}

/** Every number that is printed so: the same as `roundingInterval`, without its arithmetic on fractions. */
export function roundedAround({ units, decimals }: Units, mode: RoundingMode): Interval {
  const { low, high, includesLow, includesHigh } = reachAround(units, mode);
  const halves = exact(2n * 10n ** BigInt(decimals));
  const end = (reach: number) => exact(BigInt(2 * units + reach)).div(halves);
  return { low: end(low), high: end(high), includesLow, includesHigh };
}

/**
 * Whether a quotient is one of the numbers that are printed so.
 *
 * @param printed The printed number.
 * @param excess The dividend less `divisor · printed`, all in last units of the print.
 * @param divisor The divisor, above 0.
 */
export function roundsTo(
  printed: Units,
  { excess, divisor }: { readonly excess: number; readonly divisor: number },
  mode: RoundingMode,
): boolean {
  const { low, high, includesLow, includesHigh } = reachAround(printed.units, mode);
  const fromLow = 2 * excess - low * divisor, toHigh = high * divisor - 2 * excess;
  return (fromLow > 0 || (fromLow === 0 && includesLow)) &&
    (toHigh > 0 || (toHigh === 0 && includesHigh));
}
