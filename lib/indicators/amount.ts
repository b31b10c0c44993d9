import type { Exact } from "../model/interval.ts";
import type { Observation } from "../model/observation.ts";
import { UsageError } from "../errors/usage_error.ts";
import { exact } from "../numbers/exact.ts";
import { unitScale } from "../numbers/unit_scale.ts";

/** The indicators that this library computes, each with the names of its two amounts. */
export interface IndicatorInputs {
  /** Loans per item of stock. */
  collectionTurnover: "loans" | "stock";
  /** Users per hundred residents. */
  coverage: "users" | "residents";
  /** The change from one value to another, per hundred of the first. */
  growth: "to" | "from";
  /** Loans per user. */
  loansPerUser: "loans" | "users";
  /** Acquisitions per hundred items of stock. */
  renewalRate: "acquisitions" | "stock";
  /** A part per hundred of its whole. */
  share: "part" | "whole";
  /** Stock per resident. */
  stockPerResident: "stock" | "residents";
  /** Stock per user. */
  stockPerUser: "stock" | "users";
  /** Visits per user. */
  visitsPerUser: "visits" | "users";
}

/** An indicator that this library computes. */
export type IndicatorName = keyof IndicatorInputs;

/** What an indicator is computed from: an observation, or a bare number without provenance. */
export type Amount = number | Observation;

/**
 * The number of an amount.
 *
 * @param amount A number, or an observation.
 * @param role What is computed of it, and which part it is, for the error.
 * @throws {RangeError} If it is neither: an id that is not there gives nothing, and a cell is not checked before it runs.
 */
export function amountOf(
  amount: Amount,
  { of, as }: { readonly of: string; readonly as: string },
): number {
  if (typeof amount === "number") return amount;
  if (typeof amount?.value === "number") return amount.value;
  throw new UsageError(
    `Cannot compute ${of}: expected an observation or a number as ${as}, found ${amount}`,
  );
}

/** The number of an amount in the base of its unit, so that thousands and units can be compared. */
export function baseAmount(
  amount: Amount,
  role: { readonly of: string; readonly as: string },
): Exact {
  const value = exact(amountOf(amount, role));
  return typeof amount === "number" ? value : value.mul(unitScale(amount.unit).scale);
}

/** What amounts are that are called so; an edition may have more kinds of each, such as `loans-remote`. */
const kinds: Readonly<Record<string, string>> = {
  loans: "loans",
  users: "users",
  visits: "visits",
  stock: "stock",
  acquisitions: "acquisitions",
  residents: "population",
};

/** Refuses an observation of something else that this library knows, and amounts whose quotient would mean nothing. */
export function expectKinds(
  named: readonly (readonly [string, Amount])[],
  of: IndicatorName,
): void {
  const observed = named.flatMap(([as, amount]) =>
    typeof amount === "number" ? [] : [{ as, ...amount }]
  );
  const isKind = (indicator: string, kind: string) =>
    indicator === kind || indicator.startsWith(`${kind}-`);
  const others = observed.filter(({ as, indicator, unit }) => {
    if (!(as in kinds)) return false;
    const kind = Object.values(kinds).find((kind) => isKind(indicator, kind));
    const { base } = unitScale(unit);
    return base === "ratio" || base.includes(" per ") || (kind !== undefined && kind !== kinds[as]);
  }).map(({ as, id, indicator }) => `expected ${as}, found "${id}", which is ${indicator}`);
  const [first, second] = observed.map(({ as, unit }) => ({ as, base: unitScale(unit).base }));
  if (second && !(first.as in kinds) && first.base !== second.base) {
    others.push(
      `expected ${first.as} and ${second.as} in one unit, found ${first.base} and ${second.base}`,
    );
  }
  if (others.length === 0) return;
  const isSwapped = observed.length === 2 && others.length === 2 &&
    observed.every(({ as }, at) => isKind(observed[1 - at].indicator, kinds[as]));
  const meant = isSwapped ? "; are they swapped?" : "";
  throw new UsageError(`Cannot compute ${of}: ${others.join("; ")}${meant}`);
}
