import type { VerdictKind } from "../model/verdict.ts";

/** The colour of each verdict: agreement is blue, disagreement red, what cannot be judged grey. */
export const verdictColors: Readonly<Record<VerdictKind, string>> = {
  "exact": "#1f4e8c",
  "within-rounding": "#7fb3dc",
  "other-rounding": "#f0c25a",
  "inconsistent": "#b3261e",
  "unsupported": "#8f979f",
  "qualitative": "#8d79b5",
};
