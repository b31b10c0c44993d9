import { words } from "../words/words.ts";
import type { Interval } from "../model/interval.ts";
import type { Label, Language } from "../model/label.ts";
import { comparisonKinds } from "../model/relation_shapes.ts";
import type { Verdict } from "../model/verdict.ts";
import { intervalPhrase, numberText } from "./limit_of.ts";
import { single } from "./recompute.ts";

/** What would turn a verdict over. */
export interface Reversal {
  /** What the verdict would then be; `open` where it could be either, once what is missing is printed. */
  readonly becomes: "agrees" | "holds" | "contradicts" | "open";
  /** The values, of what the text names, that would do so; none where something is missing. */
  readonly values: readonly Interval[];
  /** The same in words. */
  readonly text: Label;
}

/**
 * Says what would turn a verdict over: a change of another size, another printed or recomputed value.
 *
 * @param verdict The verdict.
 * @returns The values that would make a claim contradict the print that does not, or agree or hold that does not.
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
  const { claim, allowedInterval, kind, how } = verdict;
  if (allowedInterval === null) {
    const say = (language: Language) =>
      words[language].phrases.ifPrinted(claim.missing.map(({ label }) => label[language]));
    return {
      becomes: "open",
      values: [],
      text: { en: say("en"), ru: say("ru") },
    };
  }
  const isBroken = kind === "contradicts" || how === "other-rounding";
  const values = isBroken ? [allowedInterval] : complement(allowedInterval);
  const only = isBroken ? null : single(allowedInterval);
  const say = (language: Language) => {
    const style = { language, sign: verdict.sign };
    const { judged, phrases } = words[language];
    const others = only
      ? [phrases.otherThan(numberText(only, style))]
      : values.map((interval) => intervalPhrase(interval, style));
    return `${judged[claim.kind]} ${others.join(phrases.either)}`;
  };
  return {
    becomes: !isBroken ? "contradicts" : comparisonKinds.has(claim.kind) ? "holds" : "agrees",
    values,
    text: { en: say("en"), ru: say("ru") },
  };
}

/** What lies below and above an interval. */
function complement({ low, high, includesLow, includesHigh }: Interval): Interval[] {
  const none = { low: null, high: null, includesLow: false, includesHigh: false };
  return [
    ...(low === null ? [] : [{ ...none, high: low, includesHigh: !includesLow }]),
    ...(high === null ? [] : [{ ...none, low: high, includesLow: !includesHigh }]),
  ];
}
