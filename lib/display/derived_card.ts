import type { Derived } from "../indicators/indicators.ts";
import type { Displayable } from "../model/displayable.ts";
import type { Language } from "../model/label.ts";
import type { Observation } from "../model/observation.ts";
import { formatNumber } from "../numbers/format_number.ts";
import { card } from "./card.ts";
import { words } from "../words/words.ts";

/**
 * A computed indicator as a card: its value, what it means, how and from what it was computed, and what is doubtful.
 *
 * @param derived The computed indicator.
 * @param language Language of words and numbers; doubts are told in English.
 * @returns A value for `show`.
 *
 * @example
 * ```ts
 * import { derivedCard, display, loansPerUser } from "report";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const derived = loansPerUser({ loans: 5_697_294, users: 267_826 });
 * assertStringIncludes(String(derivedCard(derived, "en")[display]()["text/plain"]), "21.27\u00a0loans per user");
 * ```
 */
export function derivedCard(derived: Derived, language: Language): Displayable {
  const { headings } = words[language];
  const { label, unit, definition, formula } = words[language].indicators[derived.indicator];
  const value = formatNumber(derived.value, { language });
  return card({
    title: label,
    language,
    fields: [
      { name: headings.value, value: `${value}\u00a0${unit}` },
      { name: headings.definition, value: definition },
      { name: headings.formula, value: formula },
      {
        name: headings.computedFrom,
        value: derived.inputs.map((input) => inputText(input, language)),
      },
      { name: headings.doubts, value: derived.issues.map((issue) => issue[language]) },
    ],
  });
}

function inputText({ id, printed, period, line }: Observation, language: Language): string {
  const place = `${words[language].headings.line.toLowerCase()} ${line}`;
  return `${id} = ${printed.trim()} (${period.replace("/", "–")}, ${place})`;
}
