import type { Exact, Interval } from "../model/interval.ts";
import type { Observation } from "../model/observation.ts";
import { exact } from "../numbers/exact.ts";
import { contains, everything } from "../numbers/interval.ts";

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

/** Which slips are looked for. */
export interface SlipOptions {
  /** @default All of {@linkcode slipKinds}. */
  readonly kinds?: readonly SlipKind[];
  /** Where the other number has to lie. @default Anywhere. */
  readonly within?: Interval;
}

/**
 * Every number that one slip would have turned into the printed one, each once.
 *
 * @param observation What is printed; without digits, as in a number in words, there is no such number.
 * @param options Which slips are looked for, and where.
 * @returns The numbers with their slips, the simplest slip first.
 */
export function slipsOf(
  observation: Misprintable,
  { kinds = slipKinds, within = everything }: SlipOptions = {},
): Slip[] {
  const { printed, value, decimals } = observation;
  if (!/\d/.test(printed)) return [];
  const size = Math.abs(value).toFixed(Math.max(0, decimals));
  const places = [...size.matchAll(/\d/g)].map(({ index }) => index);
  // Of some hundred numbers few lie within: floats tell most of the others, and no number is read for them.
  const [low, high] = [within.low?.valueOf() ?? -Infinity, within.high?.valueOf() ?? Infinity];
  const seen = new Set([value]);
  return kinds.flatMap((kind) => {
    const others = kind === "sign"
      ? mayBeNegative(observation) ? [-value] : []
      : kind === "shifted-decimal"
      ? [1, 2, 3, -1, -2, -3].map((places) => Number(`${value}e${places}`))
        .filter((other) => decimals > 0 || Number.isInteger(other))
      : digitSlips[kind](size, places).filter((text) => numeral.test(text))
        .map((text) => value < 0 ? -Number(text) : Number(text));
    return others.flatMap((other) => {
      if (other < low || other > high || seen.has(other)) return [];
      seen.add(other);
      const found = exact(other);
      return contains(within, found) ? [{ kind, value: found }] : [];
    });
  });
}

const digits = [..."0123456789"];
const numeral = /^(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** Every text that a slip of digits makes of a number, of which digits stand at some places. */
const digitSlips: Readonly<
  Record<
    Exclude<SlipKind, "sign" | "shifted-decimal">,
    (text: string, at: readonly number[]) => string[]
  >
> = {
  "swapped-digits": (text, at) =>
    at.slice(1).map((place, index) =>
      replaceAt(replaceAt(text, at[index], text[place]), place, text[at[index]])
    ),
  "changed-digit": (text, at) =>
    at.flatMap((place) => digits.map((digit) => replaceAt(text, place, digit))),
  "doubled-digit": (text, at) =>
    at.filter((place) => text[place] === text[place - 1]).map((place) =>
      replaceAt(text, place, "")
    ),
  "dropped-digit": (text, at) =>
    [...at, text.length].flatMap((place) =>
      digits.map((digit) => replaceAt(text, place, digit + (text[place] ?? "")))
    ),
  "surplus-digit": (text, at) => at.map((place) => replaceAt(text, place, "")),
  "surplus-digits": (text, at) =>
    at.flatMap((place, index) =>
      at.slice(index + 1).map((other) => replaceAt(replaceAt(text, other, ""), place, ""))
    ),
};

/** A text with something else in one place. */
function replaceAt(text: string, place: number, by: string): string {
  return text.slice(0, place) + by + text.slice(place + 1);
}

/** How many digits of two numbers differ, place by place. */
export function digitsApart(a: Exact, b: Exact): number {
  const digits = (number: Exact) => number.abs().toString().padStart(16, "0");
  const other = digits(b);
  return [...digits(a)].filter((digit, place) => digit !== other[place]).length;
}
