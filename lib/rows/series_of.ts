import { assertOptions } from "../errors/did_you_mean.ts";
import { chosenLanguage } from "../words/language.ts";
import { words } from "../words/words.ts";
import { type Aggregated, orderSeries } from "./group_rows.ts";

/**
 * The series of aggregated rows as the domain of a scale: that of the most rows first, the others last.
 *
 * @param parts What `aggregate` gives.
 * @param options What the others are called, where `aggregate` was told. @default "Others" in the language of the notebook
 * @returns Each series once.
 * @throws {UsageError} For an unknown option.
 *
 * @example
 * ```ts
 * import { aggregate, Plot, seriesOf } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const loans = [
 *   { place: "town", kind: "book" },
 *   { place: "village", kind: "film" },
 *   { place: "village", kind: "film" },
 * ];
 * const byPlace = aggregate(loans, { group: "place", series: "kind", order: "name" });
 * assertEquals(seriesOf(byPlace), ["film", "book"]);
 * Plot.barX(byPlace, { x: "value", y: "group", fill: "series" }).plot({
 *   color: { legend: true, domain: seriesOf(byPlace) },
 * });
 * ```
 */
export function seriesOf(
  parts: readonly Aggregated<unknown>[],
  options: { readonly others?: string } = {},
): string[] {
  assertOptions("order series", options, { others: null });
  const { others = words[chosenLanguage()].explorer.others } = options;
  return orderSeries(parts, others);
}
