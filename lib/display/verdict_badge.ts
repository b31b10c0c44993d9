import { verdictColors } from "../tables/verdict_colors.ts";
import type { Language } from "../model/label.ts";
import type { VerdictHow, VerdictKind } from "../model/verdict.ts";
import { verdictText } from "./verdict_words.ts";

const signs: Readonly<Record<VerdictKind, string>> = {
  "agrees": "=",
  "holds": "✓",
  "in-part": "½",
  "contradicts": "≠",
  "stated": "•",
  "base-missing": "?",
  "not-for-numbers": "…",
};

/** A verdict as a badge: its sign and its words, in its colour. */
export function verdictBadge(
  verdict: { readonly kind: VerdictKind; readonly how: VerdictHow | null },
  language: Language,
): { readonly text: string; readonly color: string } {
  const { kind } = verdict;
  return { text: `${signs[kind]} ${verdictText(verdict, language)}`, color: verdictColors[kind] };
}
