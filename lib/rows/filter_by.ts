import type { Initiative } from "../model/initiative.ts";
import { expectFields } from "./expect_fields.ts";

/** Values that a field must have one of; a field that holds a list must hold one of them. */
export type Conditions<Row extends Initiative = Initiative> = Readonly<
  Partial<Record<keyof Row, string | readonly string[]>>
>;

/**
 * The initiatives that meet every condition.
 *
 * @param initiatives The initiatives.
 * @param conditions For each field a value, or several of which one is enough.
 * @returns Those that meet all of them, in order.
 * @throws {RangeError} If no initiative has such a field.
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
export function filterBy<Row extends Initiative>(
  initiatives: readonly Row[],
  conditions: Conditions<Row>,
): Row[] {
  expectFields(initiatives, Object.keys(conditions), "filter initiatives");
  const wanted = Object.entries(conditions).map(([field, values]) => ({
    field: field as keyof Row,
    values: new Set<unknown>([values].flat()),
  }));
  return initiatives.filter((initiative) =>
    wanted.every(({ field, values }) => valuesOf(initiative, field).some((one) => values.has(one)))
  );
}

/** The values of a field: those of a list, or the one; an empty field has none. */
export function valuesOf<Row extends Initiative>(initiative: Row, field: keyof Row): string[] {
  return [initiative[field]].flat().map(String).filter((value) => value !== "");
}
