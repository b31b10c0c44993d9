import type { CellGrid } from "../look/write_table.ts";
import type { Language } from "../model/label.ts";
import { valueHeading } from "./value_heading.ts";
import { words } from "../words/words.ts";

/** The texts by which figures name what has a value. */
type Naming = "label" | "whole" | "part";

/** How rows of one value become cells. */
export interface ValueDataOptions<Name extends Naming> {
  /** The texts that name a value, each a column. */
  readonly named: readonly Name[];
  readonly unit: string;
  readonly language: Language;
}

/** Rows of one value as cells: what names it, and the value with its unit in the heading. */
export function valueData<Name extends Naming>(
  rows: readonly (Readonly<Record<Name, string>> & { readonly value: number })[],
  { named, unit, language }: ValueDataOptions<Name>,
): CellGrid {
  return {
    headings: [...named.map((name) => words[language].figures[name]), valueHeading(unit, language)],
    cells: rows.map((row) => [...named.map((name) => row[name]), row.value]),
  };
}
