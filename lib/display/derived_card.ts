import type { Derived } from "../indicators/derived.ts";
import { indicatorWords } from "../indicators/indicator_words.ts";
import type { Displayable } from "../model/displayable.ts";
import type { Language } from "../model/label.ts";
import type { Observation } from "../model/observation.ts";
import { formatNumber } from "../numbers/format_number.ts";
import { card } from "./card.ts";
import { wordsIn } from "./words.ts";

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
  const words = wordsIn(language);
  const { label, unit, definition, formula } = indicatorWords[derived.indicator];
  const value = formatNumber(derived.value, { language });
  return card({
    title: label[language],
    language,
    fields: [
      { name: words.value, value: `${value}\u00a0${unit[language]}` },
      { name: words.definition, value: definition[language] },
      { name: words.formula, value: formula[language] },
      {
        name: words.computedFrom,
        value: derived.inputs.map((input) => inputText(input, language)),
      },
      { name: words.doubts, value: derived.issues },
    ],
  });
}

function inputText({ id, printed, period, line }: Observation, language: Language): string {
  const place = `${wordsIn(language).line.toLowerCase()} ${line}`;
  return `${id} = ${printed.trim()} (${period.replace("/", "–")}, ${place})`;
}
