import type { Caption } from "./caption.ts";
import { checkCaption } from "./caption.ts";
import { UsageError } from "../model/usage_error.ts";

/** Which fields of a row a figure draws. */
export interface DrawnFields<Row> {
  readonly texts: readonly (keyof Row & string)[];
  readonly numbers: readonly (keyof Row & string)[];
}

/**
 * What keeps rows from being drawn.
 *
 * @param rows The rows.
 * @param fields Fields that must be texts, and fields that must be finite numbers.
 * @returns One sentence for each problem.
 */
export function checkRows<Row extends object>(
  rows: readonly Row[],
  fields: DrawnFields<Row>,
): string[] {
  if (rows.length === 0) return ["wanted at least one row, found none"];
  return rows.flatMap((row, index) => [
    ...fields.texts.filter((field) => typeof row[field] !== "string" || row[field] === "")
      .map((field) => `row ${index + 1}: wanted a text as ${field}, found ${shown(row[field])}`),
    ...fields.numbers.filter((field) => !Number.isFinite(row[field]))
      .map((field) => `row ${index + 1}: wanted a number as ${field}, found ${shown(row[field])}`),
  ]);
}

/**
 * Refuses to draw a figure that has problems, with all of them at once.
 *
 * @param caption The figure's caption, which is checked too.
 * @param problems Problems of its rows.
 * @throws {RangeError} If there is any.
 */
export function refuse(caption: Caption, problems: readonly string[]): void {
  const all = [...checkCaption(caption), ...problems];
  if (all.length === 0) return;
  throw new UsageError(`Cannot draw figure "${caption.name ?? ""}": ${all.join("; ")}`);
}

function shown(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
