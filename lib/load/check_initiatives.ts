import type { Finding } from "../model/finding.ts";
import { inferredFields, type Initiative, type LibrarySystem } from "../model/initiative.ts";
import type { ObservationRow } from "../model/observation.ts";
import type { LoadedTable } from "./loaded_table.ts";

/** The ids of a table, by its name; `undefined` if they cannot be read. */
export type IdsOf = (table: string) => ReadonlySet<string> | undefined;

/**
 * Reports every initiative outside of its system's territory, and every field that is none of those that may be inferred.
 *
 * @param initiatives The rows as read.
 * @param systems The systems.
 */
export function checkInitiatives(
  initiatives: LoadedTable<Initiative>,
  systems: LoadedTable<LibrarySystem>,
): void {
  const known: readonly string[] = inferredFields;
  const homes = new Map(systems.rows.map(({ id, territory }) => [id, territory]));
  for (const [index, { inferred, system, territory, branch }] of initiatives.rows.entries()) {
    for (const field of inferred.filter((one) => !known.includes(one))) {
      initiatives.report(index, "inferred", `expected ${known.join(", ")}, found "${field}"`);
    }
    const home = system.length === 1 ? homes.get(system[0]) : undefined;
    if (home !== undefined && home !== territory && branch === "") {
      const message =
        `expected "${home}" as of "${system}", found "${territory}"; name the branch if it lies elsewhere`;
      initiatives.report(index, "territory", message);
    }
  }
}

/** What findings are checked against. */
export interface FindingContext {
  readonly observations: LoadedTable<ObservationRow>;
  readonly initiatives: LoadedTable<Initiative>;
  readonly idsOf: IdsOf;
}

/**
 * Reports every finding with a value that none of its lines prints, and every condition on a field or code of initiatives
 * that does not exist.
 *
 * @param table The rows as read.
 * @param context The observations, the initiatives, and the ids of other tables.
 */
export function checkFindings(
  table: LoadedTable<Finding>,
  { observations, initiatives, idsOf }: FindingContext,
): void {
  const lineOf = new Map(observations.rows.map(({ id, line }) => [id, line]));
  const codebook = new Map([
    ["id", "initiatives"],
    ...Object.entries(initiatives.schema.columns).flatMap(([field, { refersTo }]) =>
      refersTo ? [[field, refersTo] as const] : []
    ),
  ]);
  for (const [index, { values, lines, records }] of table.rows.entries()) {
    for (const id of values) {
      const line = lineOf.get(id);
      if (line == null || lines.includes(line)) continue;
      const message = `"${id}" stands on line ${line}; expected one of the finding's lines`;
      table.report(index, "values", message);
    }
    for (const condition of records === "" ? [] : records.split(" ")) {
      const [field, codes = ""] = condition.split("=");
      const target = codebook.get(field);
      if (target === undefined) {
        const known = [...codebook.keys()].join(", ");
        table.report(index, "records", `expected one of ${known}, found "${field}"`);
        continue;
      }
      const ids = idsOf(target);
      for (const code of codes.split("|").filter((code) => ids && !ids.has(code))) {
        const message = `${field}: unknown code "${code}"; expected an id of ${target}.csv`;
        table.report(index, "records", message);
      }
    }
  }
}
