import type { TableRow } from "../look/table_row.ts";
import { wordsIn } from "./words.ts";
import type { Derived } from "../indicators/derived.ts";
import { indicatorWords } from "../indicators/indicator_words.ts";
import type { Language } from "../model/label.ts";

/** Computed indicators as the rows of a table: name, value, unit, doubts. */
export function derivedRows(derived: readonly Derived[], language: Language): TableRow[] {
  const words = wordsIn(language);
  return derived.map(({ indicator, value, issues }) => ({
    [words.indicator]: indicatorWords[indicator].label[language],
    [words.value]: value,
    [words.unit]: indicatorWords[indicator].unit[language],
    [words.doubts]: issues.join("; ") || "–",
  }));
}
