import type { Inferred } from "../audit/infer.ts";
import type { TableRow } from "../look/table_row.ts";
import { words } from "../words/words.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Language } from "../model/label.ts";
import { intervalText } from "../display/interval_text.ts";

/**
 * What the report implies as the rows of a table: statement, every value that it may have, unit, lines.
 *
 * @param inferred The quantities with their bounds.
 * @param indicators The indicators, which name the units.
 * @param language Language of headings and texts.
 * @returns Rows for `table`.
 *
 * @example
 * ```ts
 * import { infer, inferredRows, loadReport } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const report = await loadReport("kuzbass-2016");
 * const unnamed = infer(report).filter(({ id }) => id === "network.unnamed");
 * assertEquals(inferredRows(unnamed, report.indicators, "en")[0].Value, "56");
 * ```
 */
export function inferredRows(
  inferred: readonly Inferred[],
  indicators: readonly Indicator[],
  language: Language,
): TableRow[] {
  const { headings } = words[language];
  const units = new Map(
    indicators.map(({ unit, unit_ru, unit_en }) => [unit, language === "ru" ? unit_ru : unit_en]),
  );
  return inferred.map(({ statement, interval, unit, lines }) => ({
    [headings.quantity]: statement[language],
    [headings.value]: intervalText(interval, language),
    [headings.unit]: units.get(unit) ?? "–",
    [headings.lines]: lines.join(", "),
  }));
}
