import type { ClaimKind } from "../model/claim.ts";
import type { Exact, Interval } from "../model/interval.ts";
import type { Label, Language } from "../model/label.ts";
import { comparisonKinds } from "../model/relation_shapes.ts";
import type { UnitSign, Verdict } from "../model/verdict.ts";
import { formatNumber } from "../numbers/format_number.ts";
import { withSign } from "../numbers/unit_scale.ts";

/**
 * The limit by which a comparison holds or does not, in words; of a trend also whether the limit is of our choosing.
 *
 * @param verdict The verdict.
 * @returns The limit; `null` for an equality, and where something is not printed.
 *
 * @example
 * ```ts
 * import { audit, limitOf, loadReport } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const { verdicts } = audit(await loadReport("kuzbass-2016"));
 * const trend = verdicts.find(({ claim }) => claim.id === "table1.users.trend")!;
 * assertEquals(limitOf(trend)?.en, "a change above −5\u00a0% and below 0\u00a0%; the limit of −5\u00a0% is ours");
 * ```
 */
export function limitOf(verdict: Verdict): Label | null {
  const { allowedInterval, claim } = verdict;
  if (allowedInterval === null || !comparisonKinds.has(claim.kind)) return null;
  const chosen = claim.kind === "trend" || claim.kind === "part"
    ? [allowedInterval.low, allowedInterval.high].filter((end) => end !== null && !end.equals(0))
    : [];
  const say = (language: Language) => {
    const style = { language, sign: verdict.sign };
    const ends = chosen.flatMap((end) => end ? [numberText(end, style)] : []);
    const ours = language === "en" ? "; the limit of X is ours" : "; предел X выбран нами";
    return `${judgedNames[claim.kind][language]} ${intervalPhrase(allowedInterval, style)}${
      ends.length > 0 ? ours.replace("X", ends.join(language === "en" ? " and " : " и ")) : ""
    }`;
  };
  return { en: say("en"), ru: say("ru") };
}

/** What of each kind of relation is recomputed and held against the print, or against a limit. */
export const judgedNames: Readonly<Record<ClaimKind, Label>> = {
  sum: { en: "a sum", ru: "сумма" },
  difference: { en: "a difference", ru: "разность" },
  share: { en: "a share", ru: "доля" },
  shares: { en: "a remainder to 100", ru: "остаток до 100" },
  ratio: { en: "a quotient", ru: "частное" },
  product: { en: "a product", ru: "произведение" },
  growth: { en: "a growth", ru: "прирост" },
  "roll-forward": { en: "a balance", ru: "остаток" },
  mixture: { en: "a weighted mean", ru: "взвешенное среднее" },
  same: { en: "a second print", ru: "второе напечатанное число" },
  mean: { en: "a value", ru: "значение" },
  norm: { en: "a value", ru: "значение" },
  bound: { en: "a printed value", ru: "напечатанное значение" },
  trend: { en: "a change", ru: "изменение" },
  part: { en: "a part", ru: "часть" },
};

/** In which language a number is written, and with which sign for per cent after it. */
export interface PhraseStyle {
  readonly language: Language;
  readonly sign: UnitSign;
}

/** A number within a phrase. */
export function numberText(value: Exact, { language, sign }: PhraseStyle): string {
  return withSign(formatNumber(value, { language, decimals: 6 }), sign);
}

/** An interval as words that follow what lies in it, such as `of 5 or more`. */
export function intervalPhrase(interval: Interval, style: PhraseStyle): string {
  const { low, high, includesLow, includesHigh } = interval;
  const isEnglish = style.language === "en";
  if (low !== null && high !== null) {
    const from = numberText(low, style), to = numberText(high, style);
    if (low.equals(high)) return isEnglish ? `of ${from}` : from;
    return isEnglish
      ? `${includesLow ? "from" : "above"} ${from} ${includesHigh ? "to" : "and below"} ${to}`
      : `${includesLow ? "от" : "больше"} ${from} ${includesHigh ? "до" : "и меньше"} ${to}`;
  }
  if (low !== null) {
    const from = numberText(low, style);
    if (includesLow) return isEnglish ? `of ${from} or more` : `${from} и более`;
    return `${isEnglish ? "above" : "больше"} ${from}`;
  }
  if (high === null) return isEnglish ? "of any size" : "любое";
  const to = numberText(high, style);
  if (includesHigh) return isEnglish ? `of ${to} or less` : `${to} и менее`;
  return `${isEnglish ? "below" : "меньше"} ${to}`;
}
