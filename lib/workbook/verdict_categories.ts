import { verdictWords } from "../display/verdict_words.ts";
import { verdictColors } from "../look/verdict_colors.ts";
import type { Language } from "../model/label.ts";
import { type VerdictKind, verdictKinds } from "../model/verdict.ts";

/** A verdict as a category of a figure. */
export interface VerdictCategory {
  readonly id: VerdictKind;
  readonly label: string;
  readonly color: string;
}

/**
 * The verdicts as categories for `tallyFigure`, from agreement to what no number can judge.
 *
 * @param language Language of the labels.
 * @returns One category for each kind of verdict.
 *
 * @example
 * ```ts
 * import { verdictCategories } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(verdictCategories("en")[0].label, "agrees");
 * ```
 */
export function verdictCategories(language: Language): VerdictCategory[] {
  return verdictKinds.map((id) => ({
    id,
    label: verdictWords[id][language],
    color: verdictColors[id],
  }));
}
