import type { Label, Language } from "../model/label.ts";
import { type Verdict, type VerdictKind, verdictKinds } from "../model/verdict.ts";
import { labelOf, words } from "../words/words.ts";
import type { Card } from "./card.ts";

/** A verdict on a claim or on a finding: which, and how it agrees or holds. */
type Ruling = Pick<Verdict, "kind" | "how">;

/** What each verdict is called. */
export const verdictWords: Readonly<Record<VerdictKind, Label>> = Object.fromEntries(
  verdictKinds.map((kind) => [kind, labelOf(({ verdicts }) => verdicts[kind])]),
) as Record<VerdictKind, Label>;

/** The colour of each verdict: agreement is blue, contradiction red, what cannot be checked grey. */
export const verdictColors: Readonly<Record<VerdictKind, string>> = {
  "agrees": "#1f4e8c",
  "holds": "#7fb3dc",
  "in-part": "#f0c25a",
  "contradicts": "#b3261e",
  "stated": "#5d8f7b",
  "base-missing": "#8f979f",
  "not-for-numbers": "#8d79b5",
};

const signs: Readonly<Record<VerdictKind, string>> = {
  "agrees": "=",
  "holds": "✓",
  "in-part": "½",
  "contradicts": "≠",
  "stated": "•",
  "base-missing": "?",
  "not-for-numbers": "…",
};

/** A verdict in words, with how it agrees or holds, such as `agrees: within rounding`. */
export function verdictText({ kind, how }: Ruling, language: Language): string {
  const { verdicts, hows } = words[language];
  return how === null ? verdicts[kind] : `${verdicts[kind]}: ${hows[how]}`;
}

/** A verdict as a badge: its sign and its words, in its colour. */
export function verdictBadge(found: Ruling, language: Language): NonNullable<Card["badge"]> {
  const text = `${signs[found.kind]} ${verdictText(found, language)}`;
  return { text, color: verdictColors[found.kind] };
}
