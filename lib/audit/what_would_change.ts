import type { Exact, Interval } from "../model/interval.ts";
import type { Label, Language } from "../model/label.ts";
import type { Verdict } from "../model/verdict.ts";
import { formatNumber } from "../numbers/format_number.ts";
import { single } from "./recompute.ts";

/** What would turn a verdict over. */
export interface Reversal {
  /** Whether the claim would then agree, contradict itself, or be open to a verdict at all. */
  readonly becomes: "consistent" | "inconsistent" | "supported";
  /** What would have to be otherwise: the change in per cent, the judged, recomputed or printed value, or what is missing. */
  readonly quantity: "change" | "judged" | "recomputed" | "printed" | "missing";
  /** The values of it that would do so; none where something is missing. */
  readonly values: readonly Interval[];
  /** The same in words. */
  readonly text: Label;
}

const names = {
  change: { en: "a change", ru: "изменение" },
  judged: { en: "a value", ru: "значение" },
  recomputed: { en: "a recomputed value", ru: "вычисленное значение" },
  printed: { en: "a printed value", ru: "напечатанное значение" },
} as const;

/**
 * Says what would turn a verdict over: a change of another size, another printed or recomputed value.
 *
 * @param verdict The verdict.
 * @returns The quantity and its values that would make a claim inconsistent that holds, or hold one that does not.
 *
 * @example
 * ```ts
 * import { audit, loadReport, whatWouldChange } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const { verdicts } = audit(await loadReport("kuzbass-2016"));
 * const trend = verdicts.find(({ claim }) => claim.id === "table1.users.trend")!;
 * assertEquals(whatWouldChange(trend).text.en, "a change of −5\u00a0% or less, or of 0\u00a0% or more");
 * ```
 */
export function whatWouldChange(verdict: Verdict): Reversal {
  const { claim, allowedInterval, kind } = verdict;
  if (allowedInterval === null) {
    return {
      becomes: "supported",
      quantity: "missing",
      values: [],
      text: {
        en: `a print of ${claim.missing.map(({ label }) => label.en).join(", ")}`,
        ru: `если бы было напечатано ${claim.missing.map(({ label }) => label.ru).join(", ")}`,
      },
    };
  }
  const quantity = quantityOf(verdict);
  const isBroken = kind === "inconsistent" || kind === "other-rounding";
  const values = isBroken ? [allowedInterval] : complement(allowedInterval);
  const isPercent = claim.kind === "trend" ||
    (claim.kind === "norm" && claim.divisors.length > 0);
  const only = isBroken ? null : single(allowedInterval);
  const say = (language: Language) => {
    const style = { language, isPercent };
    const phrases = only
      ? [`${language === "en" ? "other than" : "не"} ${number(only, style)}`]
      : values.map((interval) => phrase(interval, style));
    return `${names[quantity][language]} ${phrases.join(language === "en" ? ", or " : " либо ")}`;
  };
  return {
    becomes: isBroken ? "consistent" : "inconsistent",
    quantity,
    values,
    text: { en: say("en"), ru: say("ru") },
  };
}

function quantityOf({ claim }: Verdict): keyof typeof names {
  switch (claim.kind) {
    case "trend":
      return "change";
    case "norm":
    case "mean":
      return "judged";
    case "bound":
      return "printed";
    default:
      return "recomputed";
  }
}

/** What lies below and above an interval. */
function complement({ low, high, includesLow, includesHigh }: Interval): Interval[] {
  const none = { low: null, high: null, includesLow: false, includesHigh: false };
  return [
    ...(low === null ? [] : [{ ...none, high: low, includesHigh: !includesLow }]),
    ...(high === null ? [] : [{ ...none, low: high, includesLow: !includesHigh }]),
  ];
}

interface PhraseStyle {
  readonly language: Language;
  readonly isPercent: boolean;
}

function number(value: Exact, { language, isPercent }: PhraseStyle): string {
  return `${formatNumber(value, { language })}${isPercent ? "\u00a0%" : ""}`;
}

function phrase(interval: Interval, style: PhraseStyle): string {
  const { low, high, includesLow, includesHigh } = interval;
  const isEnglish = style.language === "en";
  if (low !== null && high !== null) {
    const from = number(low, style), to = number(high, style);
    if (low.equals(high)) return isEnglish ? `of ${from}` : from;
    return isEnglish
      ? `${includesLow ? "from" : "above"} ${from} ${includesHigh ? "to" : "and below"} ${to}`
      : `${includesLow ? "от" : "больше"} ${from} ${includesHigh ? "до" : "и меньше"} ${to}`;
  }
  if (low !== null) {
    const from = number(low, style);
    if (includesLow) return isEnglish ? `of ${from} or more` : `${from} и более`;
    return `${isEnglish ? "above" : "больше"} ${from}`;
  }
  if (high === null) return isEnglish ? "of any size" : "любое";
  const to = number(high, style);
  if (includesHigh) return isEnglish ? `of ${to} or less` : `${to} и менее`;
  return `${isEnglish ? "below" : "меньше"} ${to}`;
}
