import type { Exact, Interval } from "../model/interval.ts";
import type { Observation } from "../model/observation.ts";
import { lastPlace } from "../numbers/rounding.ts";
import { meets } from "../numbers/interval.ts";
import { unitScale } from "../numbers/unit_scale.ts";
import { quantityOf } from "./quantities.ts";

/** The numbers that a cell could print, in steps of its last decimal; `null` is no limit. */
export interface Admissible {
  readonly least: Exact | null;
  readonly greatest: Exact | null;
}

/**
 * The numbers that a cell could print so that it stands for something within a domain, under some way of rounding.
 *
 * @param observation The cell, printed with as many decimals as it is.
 * @param domain What the quantity itself may be, in the base of its unit.
 * @param isRounded Whether the print is rounded.
 * @returns The least and the greatest; `undefined` if there is none.
 */
export function admissiblePrints(
  observation: Observation,
  domain: Interval,
  isRounded: boolean,
): Admissible | undefined {
  const unit = lastPlace(observation.decimals);
  const { scale } = unitScale(observation.unit);
  const fits = (value: Exact) =>
    meets(
      quantityOf({ ...observation, value: value.valueOf() }, isRounded).anyInterval(),
      domain,
    );
  const search = (end: Exact | null, direction: 1 | -1): Exact | null | undefined => {
    if (end === null) return null;
    const step = unit.mul(direction);
    const start = end.div(scale).div(unit).floor().mul(unit).sub(step.mul(3));
    return [0, 1, 2, 3, 4, 5, 6].map((steps) => start.add(step.mul(steps))).find(fits);
  };
  const { form } = observation;
  const least = form === "more-than" ? null : search(domain.low, 1);
  const greatest = form === "less-than" ? null : search(domain.high, -1);
  if (least === undefined || greatest === undefined) return undefined;
  return { least, greatest };
}

/** Whether a cell may print a number. */
export function isAdmissible({ least, greatest }: Admissible, value: Exact): boolean {
  return (least === null || value.compare(least) >= 0) &&
    (greatest === null || value.compare(greatest) <= 0);
}

/** The number nearest to the printed one that a cell may print. */
export function nearestAdmissible({ least, greatest }: Admissible, printed: Exact): Exact {
  if (least !== null && printed.compare(least) < 0) return least;
  return greatest !== null && printed.compare(greatest) > 0 ? greatest : printed;
}
