import type { Exact, Interval } from "../model/interval.ts";
import type { Norm } from "../model/observation.ts";
import type { Observation } from "../model/observation.ts";
import type { ReportNumbers } from "../model/report.ts";
import type { RoundingMode } from "../model/verdict.ts";
import { exact } from "../numbers/exact.ts";
import { between } from "../numbers/interval.ts";
import { lastPlace, significantDecimals } from "../numbers/rounding.ts";
import { unitScale } from "../numbers/unit_scale.ts";
import { scaleInterval } from "./open_ended.ts";
import type { Units } from "./rounded_around.ts";
import { FixedQuantity, NumberQuantity } from "./quantity.ts";

/** A printed value as an audit sees it: its number, and every number that it may stand for, in the base of its unit. */
export interface Quantity {
  readonly id: string;
  readonly unit: string;
  readonly printed: string;
  readonly line: number | null;
  /** The number printed; `null` for a range or a limit. */
  readonly value: Exact | null;
  /** The number as printed, in units of its last decimal, where a float holds them for certain. */
  readonly units: Units | null;
  /** Whether it was rounded, so that what it stands for depends on the way of rounding. */
  readonly isRounded: boolean;
  /** Whether it counts things, so that it is a whole number exactly as printed. */
  readonly isCount: boolean;
  /** Every number that the print stands for under a way of rounding. */
  interval(mode: RoundingMode): Interval;
  /** Every number that the print stands for under some way of rounding. */
  anyInterval(): Interval;
}

/** Every number that a quantity stands for under a way of rounding, in its own unit. */
export function inOwnUnit(quantity: Quantity, mode: RoundingMode = "half-up"): Interval {
  return scaleInterval(quantity.interval(mode), unitScale(quantity.unit).scale.inverse());
}

/** The printed values that an audit of numbers reads, by id. */
export interface Quantities {
  get(id: string): Quantity | undefined;
}

/**
 * Every observation and norm of a report as a quantity, by id.
 *
 * Counts are exact; measures are known to the decimals that are printed, or to the thousands that were rounded to.
 */
export function quantities(
  report: Pick<ReportNumbers, "observations" | "indicators" | "norms">,
): Map<string, Quantity> {
  const rounded = roundedIndicators(report);
  const all = new Map<string, Quantity>();
  for (const norm of report.norms) all.set(norm.id, ofNorm(norm));
  for (const observation of report.observations) {
    all.set(observation.id, quantityOf(observation, rounded.has(observation.indicator)));
  }
  return all;
}

/** The indicators whose numbers were rounded. */
export function roundedIndicators({ indicators }: Pick<ReportNumbers, "indicators">): Set<string> {
  return new Set(
    indicators.filter(({ precision }) => precision !== "count").map(({ id }) => id),
  );
}

/** An observation as a quantity. */
export function quantityOf(observation: Observation, isRounded: boolean): Quantity {
  const { form, decimals, spread = 0 } = observation;
  const value = exact(observation.value);
  const fixed = (low: Exact | null, high: Exact | null, isClosed: boolean) => {
    const ends = { low, high, includesLow: isClosed, includesHigh: isClosed };
    const { scale } = unitScale(observation.unit);
    return new FixedQuantity(observation, scaleInterval(ends, scale), null);
  };
  switch (form) {
    case "more-than":
      return fixed(value, null, false);
    case "less-than":
      return fixed(null, value, false);
    case "about": {
      const reach = lastPlace(significantDecimals(value, decimals)).div(2);
      return fixed(value.sub(reach), value.add(reach), true);
    }
    case "range": {
      const reach = isRounded ? lastPlace(decimals).div(2) : exact(0);
      return fixed(value.sub(reach), value.add(exact(spread)).add(reach), true);
    }
    case "nil":
      return new NumberQuantity(observation, false);
    default:
      return new NumberQuantity(observation, isRounded || decimals < 0);
  }
}

function ofNorm(norm: Norm): Quantity {
  const { scale } = unitScale(norm.unit);
  const [low, high] = [norm.low, norm.high].map((end) =>
    end === null ? null : exact(end).mul(scale)
  );
  const value = low !== null && high !== null && low.equals(high) ? low : null;
  return new FixedQuantity(norm, between(low, high), value);
}
