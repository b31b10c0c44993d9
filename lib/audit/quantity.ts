import type { Exact, Interval } from "../model/interval.ts";
import type { Observation } from "../model/observation.ts";
import type { Relation } from "../model/relation.ts";
import type { ReportNumbers } from "../model/report.ts";
import type { RoundingMode } from "../model/verdict.ts";
import { exact } from "../numbers/exact.ts";
import { between, everything, point, scaleInterval } from "../numbers/interval.ts";
import { intervalAround, lastPlace, significantDecimals } from "../numbers/rounding.ts";
import { unitScale } from "../numbers/unit_scale.ts";

/** A printed value as an audit sees it: its number, and every number that it may stand for, in the base of its unit. */
export interface Quantity extends Pick<Observation, "id" | "unit" | "printed" | "line"> {
  /** The number printed, or every number within a range or a limit. */
  readonly asPrinted: Interval;
  /** One unit of its last decimal; `null` where it is no single number. */
  readonly place: Exact | null;
  /** The same, if it was rounded, so that what it stands for depends on the way of rounding; else `null`. */
  readonly step: Exact | null;
  /** Whether it counts things, so that it is a whole number exactly as printed. */
  readonly isCount: boolean;
}

/** The printed values that an audit of numbers reads, by id. */
export type Quantities = Pick<ReadonlyMap<string, Quantity>, "get">;

/** Every number that a quantity stands for under a way of rounding. */
export function intervalOf({ asPrinted, step }: Quantity, mode: RoundingMode): Interval {
  return step && asPrinted.low ? intervalAround(asPrinted.low, { step, mode }) : asPrinted;
}

/** Whether a quantity is known, and was rounded. */
export function isRounded(quantity: Quantity | undefined): boolean {
  return quantity !== undefined && quantity.step !== null;
}

/** Numbers in the base of a unit, in the unit itself. */
export function inUnit(interval: Interval, unit: string): Interval {
  return scaleInterval(interval, unitScale(unit).inverse);
}

/**
 * The quantities of a relation as they count in it.
 *
 * Computed as printed, only what is no sum is rounded: its result. Computed before rounding, every part of a sum was
 * rounded to its last decimal, and of a quotient the result and what is no count. A relation that does not tell leaves it
 * to the precision of each.
 */
export function asCounted<Found extends Quantity | undefined>(
  { kind, result, computed }: Relation,
  find: (id: string) => Found,
): (id: string) => Found {
  if (computed === undefined) return find;
  return (id) => {
    const quantity = find(id);
    if (quantity === undefined) return quantity;
    const { place, isCount } = quantity;
    const own = computed === "as-printed"
      ? isAdditive(kind) || id !== result ? null : place
      : isAdditive(kind) || id === result
      ? place
      : quantity.step;
    return { ...quantity, step: own, isCount: isCount && own === null };
  };
}

const additive = new Set<string>(["sum", "difference", "same", "shares", "roll-forward"]);

/** Whether a relation adds and takes away, so that nothing is rounded by it. */
export function isAdditive(kind: Relation["kind"]): boolean {
  return additive.has(kind);
}

/** Every number that a quantity stands for under some way of rounding. */
export function widestOf({ asPrinted, step }: Quantity): Interval {
  const { low } = asPrinted;
  return step && low ? between(low.sub(step), low.add(step)) : asPrinted;
}

/**
 * Every observation and norm of a report as a quantity, by id.
 *
 * Counts are exact; measures are known to the decimals that are printed, or to the thousands that were rounded to.
 */
export function quantities(
  { observations, indicators, norms }: Pick<ReportNumbers, "observations" | "indicators" | "norms">,
): Map<string, Quantity> {
  const measured = indicators.filter(({ precision }) => precision !== "count");
  const rounded = new Set(measured.map(({ id }) => id));
  const all = new Map<string, Quantity>();
  for (const norm of norms) {
    const [low, high] = [norm.low, norm.high].map((end) => end === null ? null : exact(end));
    all.set(norm.id, makeFixedQuantity(norm, between(low, high)));
  }
  for (const observation of observations) {
    all.set(observation.id, quantityOf(observation, rounded.has(observation.indicator)));
  }
  return all;
}

/** An observation as a quantity. */
export function quantityOf(observation: Observation, isRounded: boolean): Quantity {
  const { id, unit, printed, line, form, decimals } = observation;
  const { scale } = unitScale(unit);
  const isLimited = limited.has(form), isNumber = form !== "nil" && !isLimited;
  const place = isNumber ? lastPlace(decimals).mul(scale) : null;
  const isMeasure = isNumber && (isRounded || decimals < 0);
  return {
    id,
    unit,
    printed,
    line,
    asPrinted: scaleInterval(printedNumbers(observation, isRounded), scale),
    place,
    step: isMeasure ? place : null,
    isCount: !isMeasure && !isLimited && decimals <= 0,
  };
}

const limited = new Set<string>(["more-than", "less-than", "about", "range"]);

/** The number that is printed, or every number within a limit, a range, or the rounding of what is about. */
function printedNumbers(
  { form, value: number, decimals, spread = 0 }: Observation,
  isRounded: boolean,
): Interval {
  const value = exact(number);
  switch (form) {
    case "more-than":
      return { ...everything, low: value };
    case "less-than":
      return { ...everything, high: value };
    case "about": {
      const reach = lastPlace(significantDecimals(value, decimals)).div(2);
      return between(value.sub(reach), value.add(reach));
    }
    case "range": {
      const reach = isRounded ? lastPlace(decimals).div(2) : exact(0);
      return between(value.sub(reach), value.add(exact(spread)).add(reach));
    }
    default:
      return point(value);
  }
}

/** A quantity that stands for the same numbers of its unit however one rounds: a norm, or what is inferred. */
export function makeFixedQuantity(
  { id, unit, printed, line }: Pick<Quantity, "id" | "unit" | "printed" | "line">,
  numbers: Interval,
): Quantity {
  const asPrinted = scaleInterval(numbers, unitScale(unit).scale);
  return { id, unit, printed, line, asPrinted, place: null, step: null, isCount: false };
}
