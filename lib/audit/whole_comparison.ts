import type { Exact, Interval } from "../model/interval.ts";
import type { RelationKind } from "../model/relation_shapes.ts";
import { type RoundingMode, roundingModes } from "../model/verdict.ts";
import { exact } from "../numbers/exact.ts";
import { point } from "../numbers/interval.ts";
import type { Comparison, Parts } from "./comparison.ts";
import type { Quantity } from "./quantities.ts";
import { unitScale } from "../numbers/unit_scale.ts";
import { roundsTo } from "./rounded_around.ts";

/**
 * Compares where all operands are whole numbers: the same as over intervals, by plain integers.
 *
 * @param kind The relation; sums, differences and quotients of whole numbers have this short way.
 * @param parts The quantities that it names.
 * @returns The comparison; `undefined` where the relation needs intervals.
 */
export function compareWhole(kind: RelationKind, parts: Parts): Comparison | undefined {
  const { result, operands, divisors } = parts;
  const above = total(operands), below = total(divisors);
  if (above === undefined || below === undefined) return undefined;
  switch (kind) {
    case "sum":
    case "same":
      return compareQuotient(result, above, 1);
    case "roll-forward":
      return compareQuotient(result, above - below, 1);
    case "difference":
      return compareQuotient(result, 2 * wholeOf(operands[0]) - above, 1);
    case "ratio":
    case "share":
      return compareQuotient(result, above, below);
    case "growth":
      return compareQuotient(result, above - below, below);
    default:
      return undefined;
  }
}

function wholeOf({ units, unit, isRounded }: Quantity): number {
  const isWhole = units !== null && units.decimals === 0 && !isRounded;
  return isWhole && unitScale(unit).perBase === 1 ? units.units : NaN;
}

/** The sum of whole numbers, where a float holds it for certain. */
function total(quantities: readonly Quantity[]): number | undefined {
  let sum = 0, size = 0;
  for (const quantity of quantities) {
    const whole = wholeOf(quantity);
    sum += whole;
    size += Math.abs(whole);
  }
  return Number.isSafeInteger(4 * size) ? sum : undefined;
}

/** Compares a quotient with the print of the result; `undefined` if its integers are too large. */
function compareQuotient(
  result: Quantity,
  above: number,
  below: number,
): Comparison | undefined {
  const { units } = result;
  if (below <= 0 || units === null) return undefined;
  const { perBase } = unitScale(result.unit);
  const scaled = above * perBase * 10 ** units.decimals, printed = units.units * below;
  if (!Number.isSafeInteger(4 * (Math.abs(scaled) + Math.abs(printed) + below))) return undefined;
  const excess = scaled - printed;
  const fits = (mode: RoundingMode) => roundsTo(units, { excess, divisor: below }, mode);
  const modes = result.isRounded ? fittingModes(fits) : excess === 0 ? roundingModes : nothing;
  return new WholeComparison(result, { above, below, isEqual: excess === 0, modes });
}

const nothing: readonly RoundingMode[] = [];

function fittingModes(fits: (mode: RoundingMode) => boolean): readonly RoundingMode[] {
  if (roundingModes.every(fits)) return roundingModes;
  const found = roundingModes.filter(fits);
  return found.length > 0 ? found : nothing;
}

/** A comparison of whole numbers, whose fractions are made when they are read. */
class WholeComparison implements Comparison {
  readonly modes: readonly RoundingMode[];
  readonly isEqual: boolean;
  readonly #result: Quantity;
  readonly #above: number;
  readonly #below: number;

  constructor(
    result: Quantity,
    { above, below, isEqual, modes }: Pick<Comparison, "isEqual" | "modes"> & {
      readonly above: number;
      readonly below: number;
    },
  ) {
    this.#result = result;
    this.#above = above;
    this.#below = below;
    this.isEqual = isEqual;
    this.modes = modes;
  }

  get fitsHalfUp(): boolean {
    return this.modes[0] === "half-up";
  }

  get isCertain(): boolean {
    return this.fitsHalfUp;
  }

  get computed(): Exact {
    return exact(BigInt(this.#above)).div(exact(BigInt(this.#below)));
  }

  get computedInterval(): Interval {
    return point(this.computed);
  }

  get allowed(): Interval {
    return this.#result.interval("half-up");
  }
}
