import type { Label } from "../model/label.ts";
import { type IndicatorName, labelOf } from "../words/words.ts";
import type { Exact, Interval } from "../model/interval.ts";
import type { Observation } from "../model/observation.ts";
import { exact } from "../numbers/exact.ts";
import { point } from "../numbers/interval.ts";
import { divideIntervals, multiplyIntervals } from "../numbers/interval.ts";
import { unitScale } from "../numbers/unit_scale.ts";
import { UsageError } from "../errors/usage_error.ts";

/** What an indicator is computed from: an observation, or a bare number without provenance. */
export type Amount = number | Observation;

/** A computed indicator, with what it was computed from and what is doubtful about it. */
export interface Derived {
  /** Name of the indicator in this library, such as `loansPerUser`. */
  readonly indicator: IndicatorName;
  readonly value: number;
  /** Every value that the inputs allow: one number, as inputs are taken as printed. */
  readonly interval: Interval;
  readonly unit: string;
  readonly inputs: readonly Observation[];
  /** Doubts, such as a numerator and a denominator with different age bands; empty if there are none. */
  readonly issues: readonly Label[];
}

/** One amount by what it is called. */
type Named = Readonly<Record<string, Amount>>;

/** What a quotient is made of. */
export interface Quotient {
  /** The amount above, by its name: `{ loans }`. */
  readonly numerator: Named;
  /** The amount below, by its name. */
  readonly denominator: Named;
  readonly indicator: IndicatorName;
  readonly unit: string;
  /** What the quotient is multiplied by, 1 unless told; 100 makes per cents. */
  readonly factor?: number;
  /** Whether both must speak of the same people. */
  readonly samePopulation?: boolean;
  /** Whether both must be counted over the same institutions. */
  readonly sameScope?: boolean;
}

const vagueForms: ReadonlySet<string> = new Set(["more-than", "less-than", "about", "range"]);

/** Divides one amount by another, exactly, and notes where their dimensions do not fit. */
export function quotient(parts: Quotient): Derived {
  const { indicator, unit, factor = 1 } = parts;
  const named = [parts.numerator, parts.denominator].flatMap((part) => Object.entries(part));
  const [over, under] = named.map(([as, amount]) => baseAmount(amount, { of: indicator, as }));
  expectKinds(named, indicator);
  if (under.equals(0)) {
    throw new UsageError(
      `Cannot compute ${indicator}: expected a denominator other than 0, found 0`,
    );
  }
  const ratio = divideIntervals(point(over), point(under));
  const interval = multiplyIntervals(point(exact(factor)), ratio);
  const inputs = named.map(([, amount]) => amount).filter((amount) => typeof amount !== "number");
  const value = interval.low?.valueOf() ?? NaN;
  return { indicator, value, interval, unit, inputs, issues: doubts(parts, inputs) };
}

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
function expectKinds(named: readonly (readonly [string, Amount])[], of: IndicatorName): void {
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

function doubts(parts: Quotient, inputs: readonly Observation[]): Label[] {
  const vague = inputs.filter(({ form }) => vagueForms.has(form))
    .map(({ id, printed }) => labelOf(({ phrases }) => phrases.noOneNumber(printed.trim(), id)));
  return [...vague, ...misfits(parts, inputs)];
}

function misfits(parts: Quotient, inputs: readonly Observation[]): Label[] {
  if (inputs.length < 2) return [];
  const [first, second] = inputs;
  const compare = (field: "population" | "scope" | "territory" | "period") =>
    first[field] === second[field] ? [] : [
      labelOf(({ phrases }) => phrases.differs[field](named(first, field), named(second, field))),
    ];
  return [
    ...(parts.samePopulation ? compare("population") : []),
    ...(parts.sameScope ? compare("scope") : []),
    ...compare("territory"),
    ...(first.period.slice(0, 4) === second.period.slice(0, 4) ? [] : compare("period")),
  ];
}

/** What an observation is in a dimension: by the label that a row of a report has for it, else by its code. */
function named(
  observation: Observation,
  field: "population" | "scope" | "territory" | "period",
): string {
  const label: unknown = Reflect.get(observation, `${field}Label`);
  return typeof label === "string" ? label : observation[field];
}
