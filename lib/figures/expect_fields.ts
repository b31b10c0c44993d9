import { didYouMean } from "../errors/did_you_mean.ts";
import { UsageError } from "../errors/usage_error.ts";
import { isRecord } from "../tables/cell.ts";
import type { InnerMark, MarkState } from "./inner_mark.ts";

/** Channels of shapes that rows have whole, and of what is told beside the picture. */
const undrawn: ReadonlySet<string> = new Set(["geometry", "title", "href", "ariaLabel"]);

/**
 * Refuses what Plot draws without a word as nothing, or as one bar: a field that no row has, and records in place of numbers.
 *
 * @param mark The mark, with the rows and channels that it was given.
 * @param state What its transforms made of them.
 * @throws {UsageError} With the field that was probably meant.
 */
export function expectFields(mark: InnerMark, { data, channels }: MarkState): void {
  const rows = Array.isArray(mark.data) ? mark.data as readonly unknown[] : [];
  if (rows.length === 0 || !rows.every(isRecord)) return;
  const made = Array.isArray(data) ? data.filter((row) => Object(row) === row) : [];
  const refuse = (name: string, problem: string) => {
    const of = `${mark.ariaLabel ?? "a mark"}: expected for ${name.replace(/[12]$/, "")}`;
    throw new UsageError(`Cannot draw ${of} ${problem}`);
  };
  for (const [name, { label, value }] of Object.entries(channels)) {
    if (undrawn.has(name)) continue;
    const read = (row: unknown) => /^f?[xy]/.test(name) ? Reflect.get(Object(row), `${label}`) : 0;
    const record = name !== "symbol" && [...value ?? [], ...rows.map(read)].find(isPlain);
    if (record) {
      const fields = Object.keys(record).join(", ");
      const found = `found records of ${fields}; choose one of these fields`;
      refuse(name, `numbers, dates or texts, ${found}`);
    }
    const given = mark.channels[name]?.value, field = typeof given === "string" ? given : label;
    if (field === undefined || [...rows, ...made].some((row) => field in row)) continue;
    // A label may say what a transform counts, not which field it reads.
    const isSame = (one: { readonly label?: string }) => one.label === field;
    const values = Object.values(channels).filter(isSame).flatMap(({ value = [] }) => [...value]);
    if (field === given || !values.some(Boolean)) {
      const meant = didYouMean(field, [...new Set(rows.flatMap(Object.keys))]);
      refuse(name, `a field of the rows, found "${field}"; ${meant}`);
    }
  }
}

/** Whether a value is a record that stands for no number or day. */
function isPlain(value: unknown): value is object {
  return isRecord(value) && Object.getPrototypeOf(value) === Object.prototype;
}
