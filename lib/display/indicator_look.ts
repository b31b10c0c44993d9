import { textIn } from "../model/label.ts";
import type { Derived } from "../indicators/indicators.ts";
import { type Indicator, indicators } from "../model/indicator.ts";
import { formatNumber } from "../numbers/format_number.ts";
import { words } from "../words/words.ts";
import { has, type Look } from "./card.ts";

/** A computed indicator: its value, what it means, how and from what it was computed, and what is doubtful. */
export const derivedLook: Look<Derived> = {
  is: (value): value is Derived =>
    has(value, "indicator", "value", "interval", "inputs", "issues") &&
    typeof value.indicator === "string" && value.indicator in words.en.indicators,
  card({ indicator, value, inputs, issues }, language) {
    const { headings, indicators } = words[language];
    const { label, unit, definition, formula } = indicators[indicator];
    return {
      title: label,
      fields: [
        [headings.value, `${formatNumber(value, { language })}\u00a0${unit}`],
        [headings.definition, definition],
        [headings.formula, formula],
        [
          headings.computedFrom,
          inputs.map(({ id, printed, period, line }) =>
            `${id} = ${printed.trim()} (${when(period)}, ${headings.line.toLowerCase()} ${line})`
          ),
        ],
        [headings.doubts, issues.map((issue) => issue[language])],
      ],
    };
  },
  row({ indicator, value, inputs, issues }, language) {
    const { headings, indicators } = words[language];
    const told = inputs.map(({ printed, period }) => `${printed.trim()} (${when(period)})`);
    return {
      [headings.indicator]: indicators[indicator].label,
      [headings.computedFrom]: told.join("; ") || "–",
      [headings.value]: value,
      [headings.unit]: indicators[indicator].unit,
      [headings.doubts]: issues.map((issue) => issue[language]).join("; ") || "–",
    };
  },
};

/** An indicator of the report: its definition, which is told in English if it has no Russian, unit and precision. */
export const indicatorLook: Look<Indicator> = {
  is: (value): value is Indicator =>
    has(value, "id", "precision", "label", "unitLabel", "definition"),
  card({ id, precision, label, unitLabel, definition }, language) {
    const { headings } = words[language];
    return {
      title: textIn(label, language),
      fields: [
        [headings.definition, textIn(definition, language)],
        [headings.unit, textIn(unitLabel, language)],
        [headings.precision, precision === "count" ? headings.count : headings.rounded],
        [headings.code, id],
        [headings.source, `${indicators.name}.csv`],
      ],
    };
  },
};

/** A period as it is read: `2015–2016`. */
function when(period: string): string {
  return period.replace("/", "–");
}
