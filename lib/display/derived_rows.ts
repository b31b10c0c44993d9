import type { TableRow } from "../look/table_row.ts";
import { words } from "../words/words.ts";
import type { Derived } from "../indicators/derived.ts";
import type { Language } from "../model/label.ts";

/** Computed indicators as the rows of a table: name, value, unit, doubts. */
export function derivedRows(derived: readonly Derived[], language: Language): TableRow[] {
  const { headings, indicators } = words[language];
  return derived.map(({ indicator, value, issues }) => ({
    [headings.indicator]: indicators[indicator].label,
    [headings.value]: value,
    [headings.unit]: indicators[indicator].unit,
    [headings.doubts]: issues.join("; ") || "–",
  }));
}
