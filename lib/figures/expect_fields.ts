import { didYouMean } from "../errors/did_you_mean.ts";
import { UsageError } from "../errors/usage_error.ts";
import { isRecord } from "../tables/cell.ts";
import type { InnerMark, MarkState } from "./inner_mark.ts";

/**
 * Refuses what Plot draws without a word as nothing: a field that no row has, which leaves a mark empty or stacks nothing on
 * nothing, and records in place of numbers.
 *
 * @param mark The mark, for the error.
 * @param state Its rows, and its channels by the fields that they are made of.
 * @throws {UsageError} With the field that was probably meant.
 */
export function expectFields(
  mark: InnerMark,
  { data, channels }: MarkState = { channels: {} },
): void {
  const rows = Array.isArray(data) ? data as readonly unknown[] : [];
  if (rows.length === 0 || !rows.every(isRecord)) return;
  const drawn = Object.entries(channels)
    .filter(([name]) => /^(f?[xy][12]?|text|geometry|fill|stroke|symbol|r)$/.test(name));
  const at = (name: string) =>
    `${mark.ariaLabel ?? "a mark"}: expected for ${name.replace(/[12]$/, "")}`;
  for (const [name, { label }] of drawn) {
    if (label === undefined) continue;
    const record = /^f?[xy]/.test(name) && rows.map((row) => Reflect.get(row as object, label))
      .find(isPlain);
    if (record) {
      const fields = Object.keys(record).join(", ");
      throw new UsageError(
        `Cannot draw ${
          at(name)
        } numbers, dates or texts, found records of ${fields}; choose one of these fields`,
      );
    }
    if (rows.some((row) => label in (row as object))) continue;
    const values = drawn.filter(([, channel]) => channel.label === label)
      .flatMap(([, { value = [] }]) => Array.from(value));
    if (values.length === 0 || values.some(Boolean)) continue;
    const fields = [...new Set(rows.flatMap((row) => Object.keys(row as object)))];
    throw new UsageError(
      `Cannot draw ${at(name)} a field of the rows, found "${label}"; ${didYouMean(label, fields)}`,
    );
  }
}

/** Whether a value is a record that stands for no number or day. */
function isPlain(value: unknown): value is object {
  return isRecord(value) && Object.getPrototypeOf(value) === Object.prototype;
}
