import { verdictColors } from "../look/verdict_colors.ts";
import type { Language } from "../model/label.ts";
import type { VerdictKind } from "../model/verdict.ts";
import { verdictWords } from "./verdict_words.ts";

const signs: Readonly<Record<VerdictKind, string>> = {
  exact: "=",
  "within-rounding": "≈",
  "other-rounding": "≃",
  inconsistent: "≠",
  unsupported: "?",
  qualitative: "…",
};

/** A kind of verdict as a badge: its sign and its word, in its colour. */
export function verdictBadge(
  kind: VerdictKind,
  language: Language,
): { readonly text: string; readonly color: string } {
  return { text: `${signs[kind]} ${verdictWords[kind][language]}`, color: verdictColors[kind] };
}
