import type { Displayable } from "../model/displayable.ts";
import { type Indicator, indicators } from "../model/indicator.ts";
import { type Language, textIn } from "../model/label.ts";
import { card } from "./card.ts";
import { words } from "../words/words.ts";

/**
 * An indicator of the report as a card: its name, definition, unit and precision, and where it is defined.
 *
 * @param indicator A row of `indicators.csv`.
 * @param language Language of words; a definition that has no Russian is told in English.
 * @returns A value for `show`.
 *
 * @example
 * ```ts
 * import { display, indicatorCard, loadReport } from "report";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const { indicators } = await loadReport("kuzbass-2016");
 * const { [display]: bundle } = indicatorCard(indicators[0], "ru");
 * assertStringIncludes(String(bundle()["text/markdown"]), `**${indicators[0].label.ru}**`);
 * ```
 */
export function indicatorCard(indicator: Indicator, language: Language): Displayable {
  const { headings } = words[language];
  const { id, precision, label, unitLabel, definition } = indicator;
  return card({
    title: textIn(label, language),
    language,
    fields: [
      { name: headings.definition, value: textIn(definition, language) },
      { name: headings.unit, value: textIn(unitLabel, language) },
      {
        name: headings.precision,
        value: precision === "count" ? headings.count : headings.rounded,
      },
      { name: headings.code, value: id },
      { name: headings.source, value: `${indicators.name}.csv` },
    ],
  });
}
