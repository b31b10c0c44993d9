import type { PlainRow, PlainValue } from "../rows/group_rows.ts";
import type { ExplorerSettings } from "./chart_spec.ts";
import type { ColumnWords } from "./column.ts";
import type { Exploration } from "./exploration.ts";

/** What stands in the page for the explorer's script to read. */
export interface EmbeddedExplorer {
  readonly packed: PackedRows;
  readonly words: ColumnWords;
  readonly settings: ExplorerSettings;
  readonly start: Exploration;
}

/** Rows by column: numbers, or each text once and for each row the place of its text or of several. */
export type PackedRows = readonly {
  readonly key: string;
  readonly texts?: readonly string[];
  readonly at: readonly (number | null | readonly number[])[];
}[];

/**
 * Packs rows for a page.
 *
 * @param rows The rows.
 * @param keys The columns.
 * @returns The columns, about a third as long as the rows in JSON.
 */
export function packRows(rows: readonly PlainRow[], keys: readonly string[]): PackedRows {
  return keys.map((key) => {
    const values = rows.map((row) => row[key]);
    if (values.every(isNumber)) return { key, at: values };
    const texts = [...new Set(values.flatMap((value) => value === null ? [] : value).map(String))];
    const places = new Map(texts.map((text, place) => [text, place]));
    const place = (text: string | number) => places.get(String(text)) ?? -1;
    const at = values.map((value) =>
      value === null ? null : typeof value === "object" ? value.map(place) : place(value)
    );
    return { key, texts, at };
  });
}

/**
 * Gives packed rows back.
 *
 * @param packed The columns.
 * @returns The rows.
 */
export function unpackRows(packed: PackedRows): PlainRow[] {
  return (packed[0]?.at ?? []).map((_, row) =>
    Object.fromEntries(packed.map(({ key, texts, at }): [string, PlainValue] => {
      const place = at[row];
      if (texts === undefined || place === null) return [key, place as number | null];
      return [key, typeof place === "number" ? texts[place] : place.map((one) => texts[one])];
    }))
  );
}

function isNumber(value: PlainValue): value is number | null {
  return value === null || typeof value === "number";
}
