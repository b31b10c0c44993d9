import { UsageError } from "../errors/usage_error.ts";
import type { Initiative } from "../model/initiative.ts";

/** How far two coders agree. */
export interface Agreement {
  /** How many things both coded. */
  readonly pairs: number;
  /** Share of the pairs that are equal, from 0 to 1. */
  readonly observed: number;
  /** Share that chance would make equal, given how often each coder uses each code. */
  readonly expected: number;
  /** Cohen's kappa: 1 for full agreement, 0 for as much as chance gives; `null` where both use one code only. */
  readonly kappa: number | null;
}

/**
 * Cohen's kappa: how far two coders agree beyond chance.
 *
 * Source: J. Cohen, A coefficient of agreement for nominal scales, 1960.
 *
 * @param pairs For each thing coded, the code of the first and of the second coder.
 * @returns Observed and expected agreement, and kappa.
 * @throws {RangeError} If there are no pairs.
 *
 * @example
 * ```ts
 * import { cohensKappa } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const both = (a: string, b: string, times: number) => Array(times).fill([a, b]);
 * const pairs = [...both("yes", "yes", 20), ...both("yes", "no", 5), ...both("no", "yes", 10), ...both("no", "no", 15)];
 * assertEquals(cohensKappa(pairs).kappa?.toFixed(2), "0.40");
 * ```
 */
export function cohensKappa(pairs: readonly (readonly [string, string])[]): Agreement {
  if (pairs.length === 0) throw new UsageError("Cannot compute kappa: expected pairs, found none");
  const share = (count: number) => count / pairs.length;
  const observed = share(pairs.filter(([a, b]) => a === b).length);
  const codes = [...new Set(pairs.flat())];
  const expected = codes.reduce((sum, code) => {
    const first = pairs.filter(([a]) => a === code).length;
    const second = pairs.filter(([, b]) => b === code).length;
    return sum + share(first) * share(second);
  }, 0);
  const kappa = expected === 1 ? null : (observed - expected) / (1 - expected);
  return { pairs: pairs.length, observed, expected, kappa };
}

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
