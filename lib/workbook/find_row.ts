import { didYouMean } from "../model/did_you_mean.ts";
import type { Language } from "../model/label.ts";
import { UsageError } from "../model/usage_error.ts";

/**
 * The row of an id.
 *
 * @param rows Rows of a table.
 * @param id The id.
 * @param what What a row is, for the error.
 * @returns The row.
 * @throws {RangeError} If there is none; the message names the ids that are most alike.
 */
export function findRow<Row extends { readonly id: string }>(
  rows: readonly Row[],
  id: string,
  what: string,
): Row {
  const found = rows.find((row) => row.id === id);
  if (found) return found;
  throw new UsageError(
    `Cannot find ${what} "${id}": ${didYouMean(id, rows.map((row) => row.id))}`,
  );
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
