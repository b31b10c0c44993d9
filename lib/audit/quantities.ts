import type { Interval } from "../model/interval.ts";
import type { Norm } from "../model/norm.ts";
import type { Observation } from "../model/observation.ts";
import type { Report } from "../model/report.ts";
import { exact } from "../numbers/exact.ts";
import { between } from "../numbers/interval.ts";
import { FixedQuantity, NumberQuantity, type Quantity } from "./quantity.ts";

export type { Quantity } from "./quantity.ts";

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
