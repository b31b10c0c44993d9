import type { CellGrid } from "../look/write_table.ts";
import type { Language } from "../model/label.ts";
import type { DumbbellInput } from "./dumbbell_figure.ts";
import { words } from "../words/words.ts";

/** Two values of each row as cells, with the unit in the headings. */
export function twoValueData(
  { rows, ends, unit }: Pick<DumbbellInput, "rows" | "ends" | "unit">,
  language: Language,
): CellGrid {
  const withUnit = (end: string) => unit === "" ? end : `${end}, ${unit}`;
  return {
    headings: [words[language].figures.label, ...ends.map(withUnit)],
    cells: rows.map(({ label, from, to }) => [label, from, to]),
  };
}
