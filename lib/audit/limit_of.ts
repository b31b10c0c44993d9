import type { Exact, Interval } from "../model/interval.ts";
import type { Label, Language } from "../model/label.ts";
import { comparisonKinds } from "../model/relation.ts";
import type { UnitSign, Verdict } from "../model/verdict.ts";
import { decimalsIn, formatNumber } from "../numbers/format_number.ts";
import { complement, single } from "../numbers/interval.ts";
import { withSign } from "../numbers/unit_scale.ts";
import { labelOf, words } from "../words/words.ts";

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
  return labelOf(({ judged, phrases }, language) => {
    const style = { language, sign: verdict.sign };
    const ends = chosen.flatMap((end) => end ? [numberText(end, style)] : []);
    const limit = `${judged[claim.kind]} ${intervalPhrase(allowedInterval, style)}`;
    return ends.length > 0 ? `${limit}; ${phrases.ours(ends.join(phrases.and))}` : limit;
  });
}

/**
 * Says what would turn a verdict over: a change of another size, another printed or recomputed value, or what is missing.
 *
 * @param verdict The verdict.
 * @returns In words the values that would make a claim contradict the print that does not, or agree or hold that does not.
 *
 * @example
 * ```ts
 * import { audit, loadReport, whatWouldChange } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const { verdicts } = audit(await loadReport("kuzbass-2016"));
 * const trend = verdicts.find(({ claim }) => claim.id === "table1.users.trend")!;
 * assertEquals(whatWouldChange(trend).en, "a change of −5\u00a0% or less, or of 0\u00a0% or more");
 * ```
 */
export function whatWouldChange({ claim, allowedInterval, kind, how, sign }: Verdict): Label {
  if (allowedInterval === null) {
    return labelOf(({ phrases }, language) =>
      phrases.ifPrinted(claim.missing.map(({ label }) => label[language]).join(", "))
    );
  }
  const isBroken = kind === "contradicts" || how === "other-rounding";
  const only = isBroken ? null : single(allowedInterval);
  return labelOf(({ judged, phrases }, language) => {
    const style = { language, sign };
    const values = isBroken ? [allowedInterval] : complement(allowedInterval);
    const others = only
      ? [phrases.otherThan(numberText(only, style))]
      : values.map((interval) => intervalPhrase(interval, style));
    return `${judged[claim.kind]} ${others.join(phrases.either)}`;
  });
}

/** In which language a number is written, and with which sign for per cent after it. */
interface PhraseStyle {
  readonly language: Language;
  readonly sign: UnitSign;
}

/** A number within a phrase: a limit as it is, up to six decimals; a recurring one as any number. */
function numberText(value: Exact, { language, sign }: PhraseStyle): string {
  const decimals = Number.isFinite(decimalsIn(value)) ? 6 : undefined;
  return withSign(formatNumber(value, { language, decimals }), sign);
}

/** An interval as words that follow what lies in it, such as `of 5 or more`. */
function intervalPhrase(
  { low, high, includesLow, includesHigh }: Interval,
  style: PhraseStyle,
): string {
  const said = words[style.language].phrases.interval;
  const [least, most] = [low, high].map((end) => end && numberText(end, style));
  if (least === null) {
    return most === null ? said.any : includesHigh ? said.orLess(most) : said.below(most);
  }
  if (most === null) return includesLow ? said.orMore(least) : said.above(least);
  if (least === most) return said.one(least);
  const from = includesLow ? said.from : said.above, to = includesHigh ? said.to : said.andBelow;
  return `${from(least)} ${to(most)}`;
}
