import type { Exact, Interval } from "../model/interval.ts";
import type { Norm } from "../model/norm.ts";
import type { Observation } from "../model/observation.ts";
import type { Report } from "../model/report.ts";
import type { RoundingMode } from "../model/verdict.ts";
import { exact } from "../numbers/exact.ts";
import { between } from "../numbers/interval.ts";
import type { Units } from "./rounded_around.ts";
import { FixedQuantity, NumberQuantity } from "./quantity.ts";

/** A printed value as an audit sees it: its number, and every number that it may stand for. */
export interface Quantity {
  readonly id: string;
  readonly unit: string;
  readonly printed: string;
  readonly line: number;
  /** The number printed; `null` for a range or a limit. */
  readonly value: Exact | null;
  /** The number printed as units of its last decimal, where a float holds them for certain. */
  readonly units: Units | null;
  /** Whether it was rounded, so that what it stands for depends on the way of rounding. */
  readonly isRounded: boolean;
  /** Every number that the print stands for under a way of rounding. */
  interval(mode: RoundingMode): Interval;
  /** Every number that the print stands for under some way of rounding. */
  anyInterval(): Interval;
}

/** The printed values that an audit of numbers reads, by id. */
export interface Quantities {
  get(id: string): Quantity | undefined;
}

/**
 * Every observation and norm of a report as a quantity, by id.
 *
 * Counts are exact; measures are known to the decimals that are printed.
 */
export function quantities(
  report: Pick<Report, "observations" | "indicators" | "norms">,
): Map<string, Quantity> {
  const rounded = roundedIndicators(report);
  const all = new Map<string, Quantity>();
  for (const norm of report.norms) all.set(norm.id, ofNorm(norm));
  for (const observation of report.observations) {
    all.set(observation.id, quantityOf(observation, rounded.has(observation.indicator)));
  }
  return all;
}

/** The indicators whose numbers were rounded to the decimals that are printed. */
export function roundedIndicators({ indicators }: Pick<Report, "indicators">): Set<string> {
  return new Set(
    indicators.filter(({ precision }) => precision === "rounded").map(({ id }) => id),
  );
}

/** An observation as a quantity. */
export function quantityOf(observation: Observation, isRounded: boolean): Quantity {
  const { form } = observation;
  if (form !== "more-than" && form !== "less-than") {
    return new NumberQuantity(observation, isRounded);
  }
  const limit = exact(observation.value);
  const beyond: Interval = form === "more-than"
    ? { low: limit, high: null, includesLow: false, includesHigh: false }
    : { low: null, high: limit, includesLow: false, includesHigh: false };
  return new FixedQuantity(observation, beyond, null);
}

function ofNorm(norm: Norm): Quantity {
  const low = norm.low === null ? null : exact(norm.low);
  const high = norm.high === null ? null : exact(norm.high);
  const value = low !== null && high !== null && low.equals(high) ? low : null;
  return new FixedQuantity(norm, between(low, high), value);
}
