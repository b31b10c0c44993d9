/** A value as the explorer keeps it. */
export type PlainValue = string | number | null | readonly string[];

/** A row as the explorer keeps it, by column. */
export type PlainRow = Readonly<Record<string, PlainValue>>;

/** What stands where a row has no value. */
export const absent = "\u2013";

/**
 * A value of a row as a text, a number, several texts, or nothing.
 *
 * Exact numbers become numbers, links their text, and dates their day.
 *
 * @param value Any value; what is neither of these is written as JavaScript writes it.
 * @returns The plain value, `null` where there is none.
 */
export function plainValue(value: unknown): PlainValue {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "string") return value;
  if (Array.isArray(value)) {
    return [...new Set(value.map(plainValue).filter((one) => one !== null).flat().map(String))];
  }
  if (typeof value !== "object") return typeof value === "bigint" ? Number(value) : String(value);
  if (Object.prototype.toString.call(value) === "[object Date]") return day(value);
  if ("text" in value) return plainValue(value.text);
  const primitive: unknown = value.valueOf();
  return typeof primitive === "number" ? plainValue(primitive) : String(value);
}

/** The texts of a value: those of a list, or the one, or a dash where there is none. */
export function textsOf(value: unknown): readonly string[] {
  const plain = plainValue(value);
  if (plain === null) return [absent];
  if (typeof plain === "string" || typeof plain === "number") return [String(plain)];
  return plain.length === 0 ? [absent] : plain;
}

/** The number of a value, if it is one. */
export function numberOf(value: unknown): number | undefined {
  const plain = plainValue(value);
  return typeof plain === "number" ? plain : undefined;
}

function day(date: object): string | null {
  const written: unknown = JSON.parse(JSON.stringify(date));
  return typeof written === "string" ? written.slice(0, 10) : null;
}
