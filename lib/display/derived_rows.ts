import type { TableRow } from "../tables/table_row.ts";
import { words } from "../words/words.ts";
import type { Derived } from "../indicators/indicators.ts";
import type { Language } from "../model/label.ts";
import type { Observation } from "../model/observation.ts";

/**
 * Computed indicators as the rows of a table: name, what each is computed from, value, unit, doubts.
 *
 * @param derived The computed indicators.
 * @param language Language of the words.
 * @param nameInputs Names all inputs so that they can be told apart; without it they are told as printed, with their period.
 */
export function derivedRows(
  derived: readonly Derived[],
  language: Language,
  { nameInputs = asPrinted }: {
    readonly nameInputs?: (inputs: readonly Observation[]) => readonly string[];
  } = {},
): TableRow[] {
  const { headings, indicators } = words[language];
  const inputs = [...new Set(derived.flatMap(({ inputs }) => inputs))];
  const names = new Map(nameInputs(inputs).map((name, index) => [inputs[index], name]));
  return derived.map(({ indicator, value, issues, inputs }) => ({
    [headings.indicator]: indicators[indicator].label,
    [headings.computedFrom]: inputs.map((input) => names.get(input)).join("; ") || "–",
    [headings.value]: value,
    [headings.unit]: indicators[indicator].unit,
    [headings.doubts]: issues.map((issue) => issue[language]).join("; ") || "–",
  }));
}

function asPrinted(inputs: readonly Observation[]): string[] {
  return inputs.map(({ printed, period }) => `${printed.trim()} (${period.replace("/", "–")})`);
}
