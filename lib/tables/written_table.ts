import { words } from "../words/words.ts";
import type { Language } from "../model/label.ts";

/** A cell as it is written, and what it stands for. */
export interface WrittenCell {
  readonly text: string;
  /** Where the text leads. */
  readonly href?: string;
  /** The number that is written, in full; `null` for a cell without a value. */
  readonly value?: number | null;
}

/** A column of a table that is written. */
export interface WrittenColumn {
  readonly label: string;
  readonly align: "left" | "right";
}

/** A table as text: written cells, with the alignment of each column. */
export interface WrittenTable {
  /** File name without extension, for a download. */
  readonly name?: string;
  readonly title?: string;
  readonly source?: string;
  readonly language: Language;
  readonly columns: readonly WrittenColumn[];
  readonly rows: readonly (readonly WrittenCell[])[];
  /** How many rows there are, where not all of them are written. */
  readonly total?: number;
}

/** How many rows of a long table stand before the fold. */
export const foldedRows = 12;

/** Whether a table has a fold; one of a few rows more than those before it has none. */
export function isLong({ rows }: Pick<WrittenTable, "rows">): boolean {
  return rows.length > foldedRows + 3;
}

/** How many rows stand behind the fold of a long table, in words. */
export function moreRows(
  { rows, total = rows.length, language }: Pick<WrittenTable, "rows" | "total" | "language">,
): string {
  return words[language].phrases.moreRows(total - foldedRows);
}
