import { inferredFields } from "../model/initiative.ts";
import type { LoadedTables } from "./loaded_table.ts";

/**
 * Reports every initiative outside of its system's territory, and every field that is none of those that may be inferred.
 *
 * @param tables The tables as read.
 */
export function checkInitiatives({ initiatives, systems }: LoadedTables): void {
  const known: readonly string[] = inferredFields;
  initiatives.check(({ inferred, system, territory, branch }, complain) => {
    for (const field of inferred.filter((one) => !known.includes(one))) {
      complain("inferred", `expected ${known.join(", ")}, found "${field}"`);
    }
    const home = system.length === 1 ? systems.row(system[0])?.territory : undefined;
    if (home === undefined || home === territory || branch !== "") return;
    const expected = `expected "${home}" as of "${system}", found "${territory}"`;
    complain("territory", `${expected}; name the branch if it lies elsewhere`);
  });
}

/**
 * Reports every finding with a value that none of its lines prints, and every condition on a field or code of initiatives
 * that does not exist.
 *
 * @param tables The tables as read.
 */
export function checkFindings(tables: LoadedTables): void {
  const { findings, observations, initiatives } = tables;
  const idsOf = new Map(Object.values(tables).map(({ schema, ids }) => [schema.name, ids]));
  const codebook = new Map([
    ["id", "initiatives"],
    ...Object.entries(initiatives.schema.columns).flatMap(([field, { refersTo }]) =>
      refersTo ? [[field, refersTo] as const] : []
    ),
  ]);
  findings.check(({ values, lines, records }, complain) => {
    for (const id of values) {
      const line = observations.row(id)?.line;
      if (line == null || lines.includes(line)) continue;
      const found = `"${id}" stands on line ${line}`;
      complain("values", `${found}; expected one of the finding's lines`);
    }
    for (const condition of records === "" ? [] : records.split(" ")) {
      const [field, codes = ""] = condition.split("=");
      const target = codebook.get(field);
      if (target === undefined) {
        const known = [...codebook.keys()].join(", ");
        complain("records", `expected one of ${known}, found "${field}"`);
        continue;
      }
      const ids = idsOf.get(target);
      for (const code of codes.split("|").filter((code) => ids && !ids.has(code))) {
        complain("records", `${field}: unknown code "${code}"; expected an id of ${target}.csv`);
      }
    }
  });
}
