import type { NumberFormat } from "../model/edition.ts";
import type { ObservationRow } from "../model/observation.ts";
import { exact } from "../numbers/exact.ts";
import { parseNumberWord } from "../numbers/number_words.ts";
import { parsePrinted, type PrintedNumber } from "../numbers/parse_printed.ts";
import { parseRoman } from "../numbers/roman.ts";

/**
 * The number that a printed string stands for, by the form that the row declares.
 *
 * A list of names counts its names, which are parted by commas.
 *
 * @returns The number and its decimals, or `undefined` if the string has not that form.
 */
export function parseObservation(
  { form, printed }: Pick<ObservationRow, "form" | "printed">,
  format: NumberFormat,
): PrintedNumber | undefined {
  switch (form) {
    case "number":
      return parsePrinted(printed, format);
    case "more-than":
    case "less-than":
      return parsePrinted(printed, format) ?? whole(parseNumberWord(printed));
    case "words":
      return whole(parseNumberWord(printed));
    case "roman":
      return whole(parseRoman(printed));
    case "names":
      return /\d/.test(printed) ? undefined : whole(printed.split(/, (?=\S)/).length);
  }
}

function whole(value: number | undefined): PrintedNumber | undefined {
  return value === undefined ? undefined : { value: exact(value), decimals: 0 };
}
