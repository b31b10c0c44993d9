import type { Exact, Interval } from "../model/interval.ts";
import type { RoundingMode } from "../model/verdict.ts";
import { exact } from "../numbers/exact.ts";
import { between, point } from "../numbers/interval.ts";
import { lastPlace, roundingInterval } from "../numbers/rounding.ts";
import { unitScale } from "../numbers/unit_scale.ts";
import { scaleInterval } from "./open_ended.ts";
import type { Quantity } from "./quantities.ts";
import { roundedAround, type Units, unitsOf } from "./rounded_around.ts";

/** Where and how a quantity is printed. */
export type Printed = Pick<Quantity, "id" | "unit" | "printed" | "line">;

/** A quantity that stands for the same numbers however one rounds: a norm, a limit, a range. */
export class FixedQuantity implements Quantity {
  readonly id: string;
  readonly unit: string;
  readonly printed: string;
  readonly line: number;
  readonly units = null;
  readonly isRounded = false;
  readonly isCount = false;

  /**
   * @param printed Where it is printed, and in which unit.
   * @param fixed Every number that it stands for, in the base of its unit.
   * @param value The one number that it is, if it is one, in the base of its unit.
   */
  constructor(
    { id, unit, printed, line }: Printed,
    readonly fixed: Interval,
    readonly value: Exact | null,
  ) {
    this.id = id;
    this.unit = unit;
    this.printed = printed;
    this.line = line;
  }

  interval(): Interval {
    return this.fixed;
  }

  anyInterval(): Interval {
    return this.fixed;
  }
}

/** A number as it is printed: a count, or a measure that was rounded. Its fraction is made when it is first read. */
export class NumberQuantity implements Quantity {
  readonly id: string;
  readonly unit: string;
  readonly printed: string;
  readonly line: number;
  readonly isRounded: boolean;
  readonly units: Units | null;
  readonly #number: number;
  readonly #decimals: number;
  #value: Exact | undefined;

  constructor(
    { id, unit, printed, line, value, decimals }: Printed & {
      readonly value: number;
      readonly decimals: number;
    },
    isRounded: boolean,
  ) {
    this.id = id;
    this.unit = unit;
    this.printed = printed;
    this.line = line;
    this.isRounded = isRounded;
    this.#number = value;
    this.#decimals = decimals;
    this.units = unitsOf(value, decimals);
  }

  get isCount(): boolean {
    return !this.isRounded && this.#decimals === 0;
  }

  get value(): Exact {
    return this.#value ??= this.#inUnit().mul(unitScale(this.unit).scale);
  }

  interval(mode: RoundingMode): Interval {
    if (!this.isRounded) return point(this.value);
    const around = this.units
      ? roundedAround(this.units, mode)
      : roundingInterval(this.#inUnit(), { decimals: this.#decimals, mode });
    return this.#scaled(around);
  }

  anyInterval(): Interval {
    if (!this.isRounded) return point(this.value);
    const step = lastPlace(this.#decimals), value = this.#inUnit();
    return this.#scaled(between(value.sub(step), value.add(step)));
  }

  #inUnit(): Exact {
    const { units } = this;
    return units === null
      ? exact(this.#number)
      : exact(BigInt(units.units)).div(exact(10n ** BigInt(units.decimals)));
  }

  #scaled(interval: Interval): Interval {
    return scaleInterval(interval, unitScale(this.unit).scale);
  }
}
