import type { NumberFormat } from "../model/edition.ts";
import type { ObservationRow } from "../model/observation.ts";
import { exact } from "../numbers/exact.ts";
import { parseNumberWord } from "../numbers/numerals.ts";
import type { PrintedNumber } from "../numbers/parse_printed.ts";
import { readPrinted } from "../numbers/read_printed.ts";
import { parseRoman } from "../numbers/numerals.ts";

/** What a printed string stands for. */
export interface ParsedObservation extends PrintedNumber {
  /** How far a range reaches above its value. */
  readonly spread?: number;
}

/**
 * The number that a printed string stands for, by the form that the row declares.
 *
 * A list of names counts its names, which are parted by commas; a limit and an about may leave their word to the row.
 *
 * @returns The number and its decimals, or `undefined` if the string has not that form.
 */
export function parseObservation(
  { form, printed }: Pick<ObservationRow, "form" | "printed">,
  format: NumberFormat,
): ParsedObservation | undefined {
  switch (form) {
    case "words":
      return whole(parseNumberWord(printed));
    case "roman":
      return whole(parseRoman(printed));
    case "names":
      return /\d/.test(printed) ? undefined : whole(printed.split(/, (?=\S)/).length);
  }
  const read = readPrinted(printed, format);
  if (form === "nil") return read.form === "nil" || read.form === "blank" ? whole(0) : undefined;
  const mayBeBare = form === "more-than" || form === "less-than" || form === "about";
  if ("value" in read && (read.form === form || (mayBeBare && read.form === "number"))) {
    const { value, decimals, spread } = read;
    return read.form === "range"
      ? { value, decimals, spread: spread.valueOf() }
      : { value, decimals };
  }
  return mayBeBare ? whole(parseNumberWord(printed)) : undefined;
}

function whole(value: number | undefined): PrintedNumber | undefined {
  return value === undefined ? undefined : { value: exact(value), decimals: 0 };
}
