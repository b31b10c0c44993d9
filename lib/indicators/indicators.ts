import { UsageError } from "../errors/usage_error.ts";
import type { Exact, Interval } from "../model/interval.ts";
import type { Label } from "../model/label.ts";
import type { Norm, Observation } from "../model/observation.ts";
import { exact, growthBaseProblem } from "../numbers/exact.ts";
import { point } from "../numbers/interval.ts";
import { unitScale } from "../numbers/unit_scale.ts";
import { labelOf, words } from "../words/words.ts";

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

/** A computed indicator, with what it was computed from and what is doubtful about it. */
export interface Derived {
  /** Name of the indicator in this library, such as `loansPerUser`. */
  readonly indicator: IndicatorName;
  /** The number, in its unit. */
  readonly value: number;
  /** Every value that the inputs allow: one number, as inputs are taken as printed. */
  readonly interval: Interval;
  /** The unit in English, such as `loans per user`. */
  readonly unit: string;
  /** The observations that it was computed from; plain numbers are not among them. */
  readonly inputs: readonly Observation[];
  /** Doubts, such as a numerator and a denominator with different age bands; empty if there are none. */
  readonly issues: readonly Label[];
}

/** In what the two amounts of an indicator must agree, but for one. */
const dimensions = ["population", "scope", "territory", "period"] as const;

/** How an indicator is computed: one amount over another, each by its name. Its words stand in `lib/words/`. */
interface Formula<Name extends string = string> {
  readonly over: Name;
  readonly under: Name;
  /** Whether it is told per hundred. */
  readonly isPercent?: boolean;
  /** In what the amounts may differ. */
  readonly except?: typeof dimensions[number];
  /** Whether it is the change of one quantity between two times, less the first value, which has to be above 0. */
  readonly isChange?: boolean;
}

/** Every indicator that this library computes. */
const formulas: { readonly [Name in IndicatorName]: Formula<IndicatorInputs[Name]> } = {
  collectionTurnover: { over: "loans", under: "stock", except: "population" },
  coverage: { over: "users", under: "residents", isPercent: true, except: "scope" },
  growth: { over: "to", under: "from", isPercent: true, isChange: true, except: "period" },
  loansPerUser: { over: "loans", under: "users" },
  renewalRate: { over: "acquisitions", under: "stock", isPercent: true, except: "population" },
  share: { over: "part", under: "whole", isPercent: true, except: "population" },
  stockPerResident: { over: "stock", under: "residents", except: "scope" },
  stockPerUser: { over: "stock", under: "users", except: "population" },
  visitsPerUser: { over: "visits", under: "users" },
};

/** What computes an indicator from its two amounts, each an observation or a number. */
export type Compute<Name extends IndicatorName> = (
  inputs: Readonly<Record<IndicatorInputs[Name], Amount>>,
) => Derived;

/** The function that computes an indicator, exactly, and notes where the dimensions of its amounts do not fit. */
function defineIndicator<Name extends IndicatorName>(indicator: Name): Compute<Name> {
  const { over, under, isPercent, isChange, except }: Formula = formulas[indicator];
  return (amounts: Readonly<Record<string, Amount>>) => {
    const named = [over, under].map((as) => ({ as, amount: amounts[as] }));
    const [above, below] = named.map(({ as, amount }) => baseAmount(amount, { of: indicator, as }));
    const expected = isChange
      ? growthBaseProblem(below)
      : below.equals(0)
      ? "expected a denominator other than 0"
      : undefined;
    const problems = [
      ...listMisuses(named),
      ...(expected ? [`${expected}, found ${below.valueOf()}`] : []),
    ];
    if (problems.length > 0) {
      throw new UsageError(`Cannot compute ${indicator}: ${problems.join("; ")}`);
    }
    const quotient = above.div(below).mul(isPercent ? 100 : 1);
    const computed = isChange ? quotient.sub(100) : quotient;
    const inputs = named.map(({ amount }) => amount).filter((amount) => typeof amount !== "number");
    const [one, other = one] = inputs;
    const apart = dimensions.filter((dimension) =>
      dimension !== except && valueIn(one, dimension) !== valueIn(other, dimension)
    );
    const isPastWhole = over === "part" && quotient.compare(100) > 0;
    return {
      indicator,
      value: computed.valueOf(),
      interval: point(computed),
      unit: words.en.indicators[indicator as IndicatorName].unit,
      inputs,
      issues: [
        ...inputs.filter(({ form }) => vagueForms.has(form)).map(({ id, printed }) =>
          labelOf(({ phrases }) => phrases.noOneNumber(printed.trim(), id))
        ),
        ...apart.map((dimension) =>
          labelOf(({ phrases: { differs, over } }) =>
            over(differs[dimension], nameIn(one, dimension), nameIn(other, dimension))
          )
        ),
        ...(isPastWhole ? [labelOf(({ phrases }) => phrases.partAboveWhole)] : []),
      ],
    };
  };
}

const vagueForms = new Set<string>(["more-than", "less-than", "about", "range"]);

/** What an observation is in a dimension; of a period only the year in which it begins counts. */
function valueIn(observation: Observation | undefined, dimension: typeof dimensions[number]) {
  return dimension === "period" ? observation?.period.slice(0, 4) : observation?.[dimension];
}

/** What an observation is in a dimension: by the label that a row of a report has for it, else by its code. */
function nameIn(observation: Observation, dimension: typeof dimensions[number]): string {
  const label: unknown = Reflect.get(observation, `${dimension}Label`);
  return typeof label === "string" ? label : observation[dimension];
}

/**
 * The number of an amount.
 *
 * @param amount A number, or an observation.
 * @param role What is computed of it, and which part it is, for the error.
 * @throws {RangeError} If it is neither: an id that is not there gives nothing, and a cell is not checked before it runs.
 */
function amountOf(
  amount: Amount,
  { of, as }: { readonly of: string; readonly as: string },
): number {
  const value = typeof amount === "number" ? amount : amount?.value;
  if (typeof value === "number") return value;
  throw new UsageError(
    `Cannot compute ${of}: expected an observation or a number as ${as}, found ${amount}`,
  );
}

/** The number of an amount in the base of its unit, so that thousands and units can be compared. */
function baseAmount(amount: Amount, role: { readonly of: string; readonly as: string }): Exact {
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
function listMisuses(named: readonly { readonly as: string; readonly amount: Amount }[]): string[] {
  const observed = named.flatMap(({ as, amount }) => {
    return typeof amount === "number" ? [] : [{ ...amount, as, ...unitScale(amount.unit) }];
  });
  const isKind = (indicator: string, kind: string) =>
    indicator === kind || indicator.startsWith(`${kind}-`);
  const misuses = observed.filter(({ as, indicator, base }) => {
    const kind = Object.values(kinds).find((kind) => isKind(indicator, kind));
    const isOther = kind !== undefined && kind !== kinds[as];
    return as in kinds && (base === "ratio" || base.includes(" per ") || isOther);
  }).map(({ as, id, indicator }) => `expected ${as}, found "${id}", which is ${indicator}`);
  const [first, second] = observed;
  const isSwapped = misuses.length === 2 &&
    observed.every(({ as }, at) => isKind(observed[1 - at].indicator, kinds[as]));
  if (isSwapped) misuses[1] += "; are they swapped?";
  if (second && !(first.as in kinds) && first.base !== second.base) {
    const units = `${first.base} and ${second.base}`;
    misuses.push(`expected ${first.as} and ${second.as} in one unit, found ${units}`);
  }
  return misuses;
}

/**
 * Collection turnover (обращаемость).
 *
 * Loans of the year divided by the stock at its end, as in ISO 11620.
 *
 * @param inputs Numerator `loans` and denominator `stock`, as observations or numbers.
 * @returns The indicator in loans per item, with doubts about its inputs.
 * @throws {RangeError} If `stock` is 0, or an observation is of something else, as when the two are swapped.
 *
 * @example
 * ```ts
 * import { collectionTurnover } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(collectionTurnover({ loans: 5_697_294, stock: 2_424_759 }).value.toFixed(2), "2.35");
 * ```
 */
export const collectionTurnover: Compute<"collectionTurnover"> = defineIndicator(
  "collectionTurnover",
);

/**
 * Coverage (охват обслуживанием).
 *
 * Users per hundred residents; both must have one age band.
 *
 * @param inputs Numerator `users` and denominator `residents`, as observations or numbers.
 * @returns The indicator in per cent, with doubts about its inputs.
 * @throws {RangeError} If `residents` is 0, or an observation is of something else, as when the two are swapped.
 *
 * @example
 * ```ts
 * import { coverage } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(coverage({ users: 364_347, residents: 519_716 }).value.toFixed(1), "70.1");
 * ```
 */
export const coverage: Compute<"coverage"> = defineIndicator("coverage");

/**
 * Growth in per cent (темп прироста).
 *
 * The change from the first value to the second, per hundred of the first.
 *
 * @param inputs The earlier value `from` and the later value `to`.
 * @returns The growth in per cent, negative for a decrease.
 * @throws {RangeError} If `from` is not above 0: from a loss or from nothing no growth can be told; or if the two are in different units.
 *
 * @example
 * ```ts
 * import { growth } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(growth({ from: 268_283, to: 267_826 }).value.toFixed(2), "-0.17");
 * ```
 */
export const growth: Compute<"growth"> = defineIndicator("growth");

/**
 * Loans per user (читаемость).
 *
 * Loans of the year divided by the users of the year. ISO 11620 divides loans per capita by population: that is another quantity.
 *
 * @param inputs Numerator `loans` and denominator `users`, as observations or numbers.
 * @returns The indicator in loans per user, with doubts about its inputs.
 * @throws {RangeError} If `users` is 0, or an observation is of something else, as when the two are swapped.
 *
 * @example
 * ```ts
 * import { loansPerUser } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(loansPerUser({ loans: 5_697_294, users: 267_826 }).value.toFixed(2), "21.27");
 * ```
 */
export const loansPerUser: Compute<"loansPerUser"> = defineIndicator("loansPerUser");

/**
 * Renewal rate (обновляемость).
 *
 * Items acquired in the year per hundred items of stock at its end.
 *
 * @param inputs Numerator `acquisitions` and denominator `stock`, as observations or numbers.
 * @returns The indicator in per cent, with doubts about its inputs.
 * @throws {RangeError} If `stock` is 0, or an observation is of something else, as when the two are swapped.
 *
 * @example
 * ```ts
 * import { renewalRate } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(renewalRate({ acquisitions: 70_032, stock: 2_424_759 }).value.toFixed(2), "2.89");
 * ```
 */
export const renewalRate: Compute<"renewalRate"> = defineIndicator("renewalRate");

/**
 * Share (доля).
 *
 * A part per hundred of its whole.
 *
 * @param inputs Numerator `part` and denominator `whole`, as observations or numbers.
 * @returns The indicator in per cent, with doubts about its inputs.
 * @throws {RangeError} If `whole` is 0, or the two are in different units.
 *
 * @example
 * ```ts
 * import { share } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(share({ part: 364_347, whole: 923_947 }).value.toFixed(2), "39.43");
 * ```
 */
export const share: Compute<"share"> = defineIndicator("share");

/**
 * Stock per resident (книгообеспеченность на одного жителя).
 *
 * Stock at the end of the year divided by the residents whom it is meant for.
 *
 * @param inputs Numerator `stock` and denominator `residents`, as observations or numbers.
 * @returns The indicator in items per resident, with doubts about its inputs.
 * @throws {RangeError} If `residents` is 0, or an observation is of something else, as when the two are swapped.
 *
 * @example
 * ```ts
 * import { stockPerResident } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(stockPerResident({ stock: 2_424_759, residents: 519_716 }).value.toFixed(2), "4.67");
 * ```
 */
export const stockPerResident: Compute<"stockPerResident"> = defineIndicator("stockPerResident");

/**
 * Stock per user (книгообеспеченность на одного читателя).
 *
 * Stock at the end of the year divided by the users of the year.
 *
 * @param inputs Numerator `stock` and denominator `users`, as observations or numbers.
 * @returns The indicator in items per user, with doubts about its inputs.
 * @throws {RangeError} If `users` is 0, or an observation is of something else, as when the two are swapped.
 *
 * @example
 * ```ts
 * import { stockPerUser } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(stockPerUser({ stock: 2_424_759, users: 267_826 }).value.toFixed(2), "9.05");
 * ```
 */
export const stockPerUser: Compute<"stockPerUser"> = defineIndicator("stockPerUser");

/**
 * Visits per user (посещаемость).
 *
 * Visits of the year divided by the users of the year. Whether events and the web are counted is the observation's definition.
 *
 * @param inputs Numerator `visits` and denominator `users`, as observations or numbers.
 * @returns The indicator in visits per user, with doubts about its inputs.
 * @throws {RangeError} If `users` is 0, or an observation is of something else, as when the two are swapped.
 *
 * @example
 * ```ts
 * import { visitsPerUser } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(visitsPerUser({ visits: 2_188_449, users: 267_826 }).value.toFixed(2), "8.17");
 * ```
 */
export const visitsPerUser: Compute<"visitsPerUser"> = defineIndicator("visitsPerUser");

/** Where a value lies against a recommended range. */
export interface AgainstNorm {
  /** Where the value lies to what is recommended. */
  readonly position: "below" | "within" | "above";
  /** How much is missing to the low end, in the value's unit; 0 unless below. */
  readonly shortfall: number;
  /** The value per hundred of the low end; `null` if the norm has none. */
  readonly percentOfLow: number | null;
}

/**
 * Compares a value with a norm.
 *
 * @param value The value, in the norm's unit.
 * @param norm The recommended range.
 * @returns Where the value lies, and how much it lacks.
 * @throws {RangeError} If the norm has no limit.
 *
 * @example
 * ```ts
 * import { againstNorm } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const { position, shortfall } = againstNorm(3, { low: 7, high: 9 });
 * assertEquals([position, shortfall], ["below", 4]);
 * ```
 */
export function againstNorm(value: Amount, norm: Pick<Norm, "low" | "high">): AgainstNorm {
  const { low = null, high = null } = norm;
  if (low === null && high === null) {
    throw new UsageError(
      `Cannot compute againstNorm: expected a norm with low or high, found ${JSON.stringify(norm)}`,
    );
  }
  const amount = amountOf(value, { of: "againstNorm", as: "value" });
  const below = low !== null && amount < low;
  const above = high !== null && amount > high;
  return {
    position: below ? "below" : above ? "above" : "within",
    shortfall: below ? low - amount : 0,
    percentOfLow: low ? 100 * amount / low : null,
  };
}

/**
 * Acquisitions that a guideline recommends for a year (норматив комплектования): a fixed number of items per loan.
 *
 * @param loans Loans of the year.
 * @param itemsPerLoan Items to acquire for each loan, such as the 0.038 of the guidelines for Russian children's libraries of 2009.
 * @returns Items a year, not rounded.
 *
 * @example
 * ```ts
 * import { acquisitionsNorm } from "report";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * assertAlmostEquals(acquisitionsNorm(5_697_294, 0.038), 216_497.172);
 * ```
 */
export function acquisitionsNorm(loans: Amount, itemsPerLoan: number): number {
  const amount = baseAmount(loans, { of: "acquisitionsNorm", as: "loans" });
  return amount.mul(exact(itemsPerLoan)).valueOf();
}
