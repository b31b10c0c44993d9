import type { PlainRecord } from "../display/records_table.ts";
import type { CellValue } from "../tables/table_row.ts";
import type { CellGrid } from "../tables/write_table.ts";

/** The rows of a figure as cells, one column for each of their fields, but for those that hold records. */
export function rowsAsCells(rows: readonly object[]): CellGrid {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))]
    .filter((heading) => !rows.some((row) => isRecord(Reflect.get(row, heading))));
  const cells = rows.map((row) =>
    headings.map((heading) => cellOf(Reflect.get(row, heading) as unknown))
  );
  return { headings, cells };
}

/** Whether a value has fields with names. */
export function isRecord(value: unknown): value is PlainRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value) &&
    !(value instanceof Date);
}

function isoDate(date: Date): string {
  return date.toISOString().replace(/T00:00:00\.000Z$/, "");
}

function cellOf(value: unknown): CellValue {
  if (value === undefined || value === null) return null;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (value instanceof Date) return Number.isNaN(+value) ? null : isoDate(value);
  if (Array.isArray(value)) return value.map((one) => cellOf(one) ?? "–").join(", ");
  if (typeof value !== "object") return String(value);
  return JSON.stringify(value, (_, inner) => typeof inner === "bigint" ? String(inner) : inner);
}
