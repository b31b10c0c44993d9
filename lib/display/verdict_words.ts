import type { Label, Language } from "../model/label.ts";
import type { VerdictHow, VerdictKind } from "../model/verdict.ts";

/** What each verdict is called. */
export const verdictWords: Readonly<Record<VerdictKind, Label>> = {
  "agrees": { en: "agrees", ru: "сходится" },
  "holds": { en: "holds", ru: "выполняется" },
  "in-part": { en: "in part", ru: "отчасти" },
  "contradicts": { en: "contradicts", ru: "расходится" },
  "stated": { en: "stated", ru: "заявлено" },
  "base-missing": { en: "base missing", ru: "нет базы сравнения" },
  "not-for-numbers": { en: "not for numbers", ru: "не для чисел" },
};

const hows: Readonly<Record<VerdictHow, Label>> = {
  "exact": { en: "exact", ru: "точно" },
  "within-rounding": { en: "within rounding", ru: "в пределах округления" },
  "other-rounding": { en: "other rounding", ru: "при ином округлении" },
  "certain": { en: "certain", ru: "наверняка" },
  "possible": { en: "possible", ru: "возможно" },
};

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
  const word = verdictWords[kind][language];
  return how === null ? word : `${word}: ${hows[how][language]}`;
}
