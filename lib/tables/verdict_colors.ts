import type { VerdictKind } from "../model/verdict.ts";

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
