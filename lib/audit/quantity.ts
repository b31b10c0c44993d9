import type { Exact, Interval } from "../model/interval.ts";
import type { RoundingMode } from "../model/verdict.ts";
import { exact } from "../numbers/exact.ts";
import { between, point } from "../numbers/interval.ts";
import { roundingInterval } from "../numbers/rounding.ts";
import type { Quantity } from "./quantities.ts";
import { roundedAround, type Units, unitsOf } from "./rounded_around.ts";

/** Where and how a quantity is printed. */
export type Printed = Pick<Quantity, "id" | "unit" | "printed" | "line">;

/** A quantity that stands for the same numbers however one rounds: a norm, or a limit. */
export class FixedQuantity implements Quantity {
  readonly id: string;
  readonly unit: string;
  readonly printed: string;
  readonly line: number;
  readonly units = null;
  readonly isRounded = false;

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

  get value(): Exact {
    if (this.#value !== undefined) return this.#value;
    const { units } = this;
    this.#value = units === null
      ? exact(this.#number)
      : exact(BigInt(units.units)).div(exact(10n ** BigInt(units.decimals)));
    return this.#value;
  }

  interval(mode: RoundingMode): Interval {
    if (!this.isRounded) return point(this.value);
    return this.units
      ? roundedAround(this.units, mode)
      : roundingInterval(this.value, { decimals: this.#decimals, mode });
  }

  anyInterval(): Interval {
    if (!this.isRounded) return point(this.value);
    const scale = exact(10n ** BigInt(this.#decimals));
    const { units } = this;
    if (units === null) {
      return between(this.value.sub(scale.inverse()), this.value.add(scale.inverse()));
    }
    const end = (step: number) => exact(BigInt(units.units + step)).div(scale);
    return between(end(-1), end(1));
  }
}
