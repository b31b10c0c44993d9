import type { Exact } from "../model/interval.ts";
import type { Observation } from "../model/observation.ts";
import { decimalString } from "../numbers/digits.ts";
import { exact } from "../numbers/exact.ts";

/** Ways in which a number is miscopied; each is what would turn the other number into the printed one. */
export const slipKinds = [
  "swapped-digits",
  "changed-digit",
  "doubled-digit",
  "dropped-digit",
  "surplus-digit",
  "sign",
  "shifted-decimal",
] as const;

/** All of these, and two digits too many: found in tables that were typed, and too much for a short report. */
export const tableSlipKinds = [...slipKinds, "surplus-digits"] as const;

/** A way in which a number is miscopied. */
export type SlipKind = typeof tableSlipKinds[number];

/** A number that a slip would have turned into the printed one. */
export interface Slip {
  readonly kind: SlipKind;
  readonly value: Exact;
}

/** What of an observation tells which slips there can be. */
export type Misprintable = Pick<Observation, "printed" | "value" | "decimals" | "period">;

/** Whether a quantity may be below 0: a change between two periods may, and a balance that is. */
export function mayBeNegative(
  { period, value }: Pick<Observation, "period" | "value">,
): boolean {
  return value < 0 || period.includes("/");
}

/**
 * Every number that one slip would have turned into the printed one, each once.
 *
 * @param observation What is printed; without digits, as in a number in words, there is no such number.
 * @param kinds The slips that are looked for; all unless told.
 * @returns The numbers with their slips, the simplest slip first.
 */
export function slipsOf(
  observation: Misprintable,
  kinds: readonly SlipKind[] = slipKinds,
): Slip[] {
  const { printed, value, decimals } = observation;
  if (!/\d/.test(printed)) return [];
  const number = exact(value), size = Math.abs(value).toFixed(Math.max(0, decimals));
  const signed = (text: string) => value < 0 ? exact(text).neg() : exact(text);
  const seen = new Set([number.toFraction()]);
  return kinds.flatMap((kind) => {
    const values = kind === "sign"
      ? mayBeNegative(observation) ? [number.neg()] : []
      : kind === "shifted-decimal"
      ? shifted(number, decimals)
      : digitSlips[kind]([...size]).filter(isNumeral).map(signed);
    return values.flatMap((other) => {
      const key = other.toFraction();
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ kind, value: other }];
    });
  });
}

const digits = "0123456789";

function isNumeral(text: string): boolean {
  return /^(0|[1-9]\d*)(\.\d+)?$/.test(text);
}

function shifted(value: Exact, decimals: number): Exact[] {
  return [1, 2, 3, -1, -2, -3].map((places) =>
    places > 0 ? value.mul(10 ** places) : value.div(10 ** -places)
  ).filter((other) =>
    exact(decimalString(other, 12)).equals(other) && (decimals > 0 || other.isWhole)
  );
}

/** Every text that a slip of digits makes of the characters of a number. */
const digitSlips: Readonly<
  Record<Exclude<SlipKind, "sign" | "shifted-decimal">, (text: readonly string[]) => string[]>
> = {
  "swapped-digits": (text) =>
    places(text).slice(1).map((place, index) => {
      const before = places(text)[index];
      return text.with(before, text[place]).with(place, text[before]).join("");
    }),
  "changed-digit": (text) =>
    places(text).flatMap((place) => [...digits].map((digit) => text.with(place, digit).join(""))),
  "doubled-digit": (text) =>
    places(text).filter((place) => text[place] === text[place - 1]).map((place) =>
      text.toSpliced(place, 1).join("")
    ),
  "dropped-digit": (text) =>
    [...places(text), text.length].flatMap((place) =>
      [...digits].map((digit) => text.toSpliced(place, 0, digit).join(""))
    ),
  "surplus-digit": (text) => places(text).map((place) => text.toSpliced(place, 1).join("")),
  "surplus-digits": (text) =>
    places(text).flatMap((place) =>
      places(text).filter((other) => other > place)
        .map((other) => text.filter((_, at) => at !== place && at !== other).join(""))
    ),
};

/** Where the digits of a text stand. */
function places(text: readonly string[]): number[] {
  return [...text.keys()].filter((place) => text[place] !== ".");
}

/** How many digits of two numbers differ, place by place. */
export function digitsApart(a: Exact, b: Exact): number {
  const digits = (number: Exact) => number.abs().toString().padStart(16, "0");
  const other = digits(b);
  return [...digits(a)].filter((digit, place) => digit !== other[place]).length;
}
