import type { Language } from "../model/label.ts";

/**
 * The row of an id.
 *
 * @param rows Rows of a table.
 * @param id The id.
 * @param what What a row is, for the error.
 * @returns The row.
 * @throws {RangeError} If there is none; the message names ids that begin alike.
 */
export function findRow<Row extends { readonly id: string }>(
  rows: readonly Row[],
  id: string,
  what: string,
): Row {
  const found = rows.find((row) => row.id === id);
  if (found) return found;
  const [head] = id.split(".");
  const near = rows.filter((row) => row.id.startsWith(head)).map((row) => row.id);
  const heads = [...new Set(rows.map((row) => row.id.split(".")[0]))];
  const known = (near.length > 0 ? near : heads).join(", ");
  throw new RangeError(`Cannot find ${what} "${id}": expected one of ${known}`);
}

/** The name of a row in a language. */
export function nameOf(
  rows: readonly { readonly id: string; readonly label_ru: string; readonly label_en: string }[],
  id: string,
  language: Language,
): string {
  const row = findRow(rows, id, "row");
  return language === "ru" ? row.label_ru : row.label_en;
}
