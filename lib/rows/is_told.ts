import type { Initiative } from "../model/initiative.ts";

/**
 * Whether the text states a field of an initiative, or it was inferred: by the rules of the codebook, where nothing is told.
 *
 * @param initiative The initiative.
 * @param field Any of its fields, or one of labels, such as `themeLabels` for `themes`; those that are never inferred are always
 *   told.
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
 *   fill: (row) => isTold(row, "channel") ? "told" : "inferred",
 * }));
 * const told = initiatives.filter((row) => isTold(row, "channel"));
 * assert(told.length > 0 && told.length < initiatives.length && marks);
 * ```
 */
export function isTold<Row extends Initiative>(initiative: Row, field: keyof Row): boolean {
  const code = String(field).replace(/^theme(?=Label)/, "themes").replace(/Labels?$/, "");
  return !initiative.inferred.includes(code);
}
