import type { Claim } from "../model/claim.ts";
import type { Observation } from "../model/observation.ts";

/**
 * The observations that an observation is said to be the sum of.
 *
 * @param whole The sum.
 * @param report Claims and observations of its edition.
 * @returns The parts, in the order of the claim; none if no claim of kind `sum` names the whole.
 *
 * @example
 * ```ts
 * import { loadReport, partsOf } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const report = await loadReport("kuzbass-2016");
 * const parts = partsOf({ id: "table1.users.2016" }, report);
 * assertEquals(parts.map(({ value }) => value), [257_968, 9_858]);
 * ```
 */
export function partsOf(
  whole: Pick<Observation, "id">,
  report: { readonly claims: readonly Claim[]; readonly observations: readonly Observation[] },
): Observation[] {
  const sum = report.claims.find(({ kind, result }) => kind === "sum" && result === whole.id);
  const parts = sum?.operands ?? [];
  return parts.flatMap((id) => report.observations.filter((row) => row.id === id));
}
