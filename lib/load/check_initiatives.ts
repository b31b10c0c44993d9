import type { Finding } from "../model/finding.ts";
import { inferredFields, type Initiative } from "../model/initiative.ts";
import type { LibrarySystem } from "../model/library_system.ts";
import type { Term } from "../model/vocabulary.ts";
import type { LoadedTable } from "./read_table.ts";

/** The initiatives, and what their codes refer to. */
export interface InitiativeTables {
  readonly initiatives: LoadedTable<Initiative>;
  readonly findings: LoadedTable<Finding>;
  readonly systems: LoadedTable<LibrarySystem>;
  readonly sections: LoadedTable<Term>;
  readonly kinds: LoadedTable<Term>;
  readonly audiences: LoadedTable<Term>;
  readonly themes: LoadedTable<Term>;
  readonly channels: LoadedTable<Term>;
  readonly platforms: LoadedTable<Term>;
}

/** Which table the codes of a field come from, and its ids. */
type Codebook = ReadonlyMap<string, readonly [file: string, ids: ReadonlySet<string> | undefined]>;

/**
 * Reports every initiative outside of its system's territory or that is a part of itself, and every condition of a finding on a
 * field or code that does not exist. The codes of initiatives are checked as references.
 *
 * @param tables The rows as read.
 */
export function checkInitiatives(tables: InitiativeTables): void {
  const { initiatives, findings, systems } = tables;
  const codebook: Codebook = new Map([
    ["section", ["sections.csv", tables.sections.ids]],
    ["kind", ["kinds.csv", tables.kinds.ids]],
    ["channel", ["channels.csv", tables.channels.ids]],
    ["system", ["systems.csv", systems.ids]],
    ["audience", ["audiences.csv", tables.audiences.ids]],
    ["themes", ["themes.csv", tables.themes.ids]],
    ["platforms", ["platforms.csv", tables.platforms.ids]],
    ["id", ["initiatives.csv", initiatives.ids]],
  ]);
  const parents = new Map(initiatives.rows.map(({ id, part_of }) => [id, part_of]));
  for (const [index, row] of initiatives.rows.entries()) {
    for (const field of row.inferred.filter((one) => !inferredFields.some((two) => one === two))) {
      const message = `inferred: expected ${inferredFields.join(", ")}, found "${field}"`;
      initiatives.report(index, "inferred", message);
    }
    const home = homeOf(row, systems.rows);
    if (home !== undefined && home !== row.territory && row.branch === "") {
      const message =
        `territory: expected "${home}" as of "${row.system}", found "${row.territory}"; name the branch if it lies elsewhere`;
      initiatives.report(index, "territory", message);
    }
    if (isPartOfItself(row, parents)) {
      initiatives.report(index, "part_of", `part_of: "${row.id}" is a part of itself`);
    }
  }
  for (const [index, { records }] of findings.rows.entries()) {
    for (const condition of records === "" ? [] : records.split(" ")) {
      const [field, values = ""] = condition.split("=");
      for (const message of unknownCodes(field, values.split("|"), codebook)) {
        findings.report(index, "records", `records: ${message}`);
      }
    }
  }
}

function unknownCodes(field: string, codes: readonly string[], codebook: Codebook): string[] {
  const known = codebook.get(field);
  if (known === undefined) {
    return [`expected one of ${[...codebook.keys()].join(", ")}, found "${field}"`];
  }
  const [file, ids] = known;
  return codes.filter((code) => ids && !ids.has(code))
    .map((code) => `${field}: unknown code "${code}"; expected an id of ${file}`);
}

/** The territory of the one system that does it. */
function homeOf({ system }: Initiative, systems: readonly LibrarySystem[]): string | undefined {
  return system.length === 1 ? systems.find(({ id }) => id === system[0])?.territory : undefined;
}

function isPartOfItself(row: Initiative, parents: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  for (let id = row.part_of; id !== "" && !seen.has(id); id = parents.get(id) ?? "") {
    if (id === row.id) return true;
    seen.add(id);
  }
  return false;
}
