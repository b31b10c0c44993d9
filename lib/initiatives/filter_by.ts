import { didYouMean } from "../model/did_you_mean.ts";
import type { Initiative } from "../model/initiative.ts";
import { UsageError } from "../model/usage_error.ts";

/** Values that a field must have one of; a field that holds a list must hold one of them. */
export type Conditions = Readonly<Partial<Record<keyof Initiative, string | readonly string[]>>>;

/**
 * The initiatives that meet every condition.
 *
 * @param initiatives The initiatives.
 * @param conditions For each field a value, or several of which one is enough.
 * @returns Those that meet all of them, in order.
 * @throws {UsageError} For a field that initiatives do not have.
 *
 * @example
 * ```ts
 * import { filterBy, loadReport } from "report";
 * import { assert } from "@std/assert";
 *
 * const { initiatives } = await loadReport("kuzbass-2016");
 * const pages = filterBy(initiatives, { section: "online", kind: ["blog", "social-page"] });
 * assert(pages.every(({ kind }) => kind === "blog" || kind === "social-page"));
 * ```
 */
export function filterBy(
  initiatives: readonly Initiative[],
  conditions: Conditions,
): Initiative[] {
  const fields = Object.keys(initiatives[0] ?? conditions);
  const unknown = Object.keys(conditions).filter((field) => !fields.includes(field));
  if (unknown.length > 0) {
    const found = unknown.map((field) => `"${field}"; ${didYouMean(field, fields)}`).join("; ");
    throw new UsageError(`Cannot filter initiatives: expected fields of them, found ${found}`);
  }
  const wanted = Object.entries(conditions).map(([field, values]) => ({
    field: field as keyof Initiative,
    values: new Set([values].flat()),
  }));
  return initiatives.filter((initiative) =>
    wanted.every(({ field, values }) => valuesOf(initiative, field).some((one) => values.has(one)))
  );
}

/** The values of a field: those of a list, or the one; an empty field has none. */
export function valuesOf<Row extends Initiative>(initiative: Row, field: keyof Row): string[] {
  return [initiative[field]].flat().map(String).filter((value) => value !== "");
}
