import type { CellGrid } from "../look/write_table.ts";
import type { Language } from "../model/label.ts";
import type { IntervalRow } from "./interval_figure.ts";
import { valueHeading } from "./value_heading.ts";
import { words } from "../words/words.ts";

/** Intervals as cells: value, ends and norm. */
export function intervalData(
  { rows, unit }: { readonly rows: readonly IntervalRow[]; readonly unit: string },
  language: Language,
): CellGrid {
  const { label, low, high, norm } = words[language].figures;
  return {
    headings: [label, valueHeading(unit, language), low, high, norm],
    cells: rows.map(({ label, low, high, value = null, norm }) => [
      label,
      value,
      low,
      high,
      norm?.label ?? null,
    ]),
  };
}
