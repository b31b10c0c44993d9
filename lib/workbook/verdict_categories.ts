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
 * The verdicts that occur as categories for `tallyFigure`, from agreement to what no number can judge.
 *
 * @param found What was found of claims or findings.
 * @param language Language of the labels.
 * @returns One category for each kind of verdict among them.
 *
 * @example
 * ```ts
 * import { audit, loadReport, verdictCategories } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const { verdicts } = audit(await loadReport("kuzbass-2016"));
 * const labels = verdictCategories(verdicts, "en").map(({ label }) => label);
 * assertEquals(labels, ["agrees", "holds", "contradicts", "base missing"]);
 * ```
 */
export function verdictCategories(
  found: readonly { readonly kind: VerdictKind }[],
  language: Language,
): VerdictCategory[] {
  return verdictKinds.filter((id) => found.some(({ kind }) => kind === id)).map((id) => ({
    id,
    label: verdictWords[id][language],
    color: verdictColors[id],
  }));
}
