import type { Exact, Interval } from "../model/interval.ts";
import type { Observation } from "../model/observation.ts";
import type { Report } from "../model/report.ts";
import type { RoundingMode } from "../model/verdict.ts";
import { exact } from "../numbers/exact.ts";
import { between, point } from "../numbers/interval.ts";
import { roundingInterval } from "../numbers/rounding.ts";

/** A printed value as an audit sees it: its number, and every number that it may stand for. */
export interface Quantity {
  readonly id: string;
  readonly unit: string;
  readonly printed: string;
  readonly line: number;
  /** The number printed; `null` for a range or a limit. */
  readonly value: Exact | null;
  /** Every number that the print stands for under a way of rounding. */
  interval(mode: RoundingMode): Interval;
}

/** The part of a report that an audit of numbers reads. */
export type Quantities = ReadonlyMap<string, Quantity>;

/**
 * Every observation and norm of a report as a quantity, by id.
 *
 * Counts are exact; measures are known to the decimals that are printed.
 */
export function quantities(
  report: Pick<Report, "observations" | "indicators" | "norms">,
): Quantities {
  const rounded = new Set(
    report.indicators.filter(({ precision }) => precision === "rounded").map(({ id }) => id),
  );
  const all = new Map<string, Quantity>();
  for (const { id, unit, printed, line, low, high } of report.norms) {
    const lowest = low === null ? null : exact(low), highest = high === null ? null : exact(high);
    const interval = between(lowest, highest);
    const single = lowest !== null && highest !== null && lowest.equals(highest);
    all.set(id, {
      id,
      unit,
      printed,
      line,
      value: single ? lowest : null,
      interval: () => interval,
    });
  }
  for (const observation of report.observations) {
    all.set(observation.id, ofObservation(observation, rounded.has(observation.indicator)));
  }
  return all;
}

function ofObservation(observation: Observation, isRounded: boolean): Quantity {
  const { id, unit, printed, line, form, decimals } = observation;
  const value = exact(observation.value);
  if (form === "more-than" || form === "less-than") {
    const beyond: Interval = form === "more-than"
      ? { low: value, high: null, includesLow: false, includesHigh: false }
      : { low: null, high: value, includesLow: false, includesHigh: false };
    return { id, unit, printed, line, value: null, interval: () => beyond };
  }
  const exactly = point(value);
  const interval = (mode: RoundingMode) =>
    isRounded ? roundingInterval(value, { decimals, mode }) : exactly;
  return { id, unit, printed, line, value, interval };
}
