import type { Label, Language } from "../model/label.ts";
import { type VerdictHow, type VerdictKind, verdictKinds } from "../model/verdict.ts";
import { labelOf, words } from "../words/words.ts";

/** What each verdict is called. */
export const verdictWords: Readonly<Record<VerdictKind, Label>> = Object.fromEntries(
  verdictKinds.map((kind) => [kind, labelOf(({ verdicts }) => verdicts[kind])]),
) as Record<VerdictKind, Label>;

/**
 * A verdict in words, with how it agrees or holds.
 *
 * @param verdict The verdict on a claim or on a finding.
 * @param language Which language.
 *
 * @example
 * ```ts
 * import { verdictText } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(verdictText({ kind: "agrees", how: "within-rounding" }, "en"), "agrees: within rounding");
 * assertEquals(verdictText({ kind: "stated", how: null }, "ru"), "заявлено");
 * ```
 */
export function verdictText(
  { kind, how }: { readonly kind: VerdictKind; readonly how: VerdictHow | null },
  language: Language,
): string {
  const { verdicts, hows } = words[language];
  return how === null ? verdicts[kind] : `${verdicts[kind]}: ${hows[how]}`;
}
