import type { Initiative } from "../model/initiative.ts";

/**
 * Whether the text states a field of an initiative, or it was inferred: by the rules of the codebook, where nothing is told.
 *
 * @param initiative The initiative.
 * @param field Any of its fields; those that are never inferred are always told.
 * @returns Whether the text states it.
 *
 * @example
 * ```ts
 * import { isTold, loadReport, Plot } from "report";
 * import { assert } from "@std/assert";
 *
 * const { initiatives } = await loadReport("kuzbass-2016");
 * const marks = Plot.barX(initiatives, Plot.groupY({ x: "count" }, {
 *   y: "channel",
 *   fillOpacity: (row) => isTold(row, "channel") ? 1 : 0.4,
 * }));
 * const told = initiatives.filter((row) => isTold(row, "channel"));
 * assert(told.length > 0 && told.length < initiatives.length && marks);
 * ```
 */
export function isTold(initiative: Initiative, field: keyof Initiative): boolean {
  return !initiative.inferred.includes(field);
}
