import { floatingPromises } from "./floating_promises.ts";
import { namesAcrossCells } from "./names_across_cells.ts";
import { type NodePlace, placeOf } from "./node_place.ts";
import type { FoundInNotebook } from "./notebook_finding.ts";
import type { BrokenCell, CellCode } from "./read_cells.ts";
import { unlockedImports, unnamedImports } from "./unlocked_imports.ts";
import { walkTree } from "./walk_tree.ts";

/** The kind of a finding about an import that `deno.lock` lacks. */
export const unlockedImport = "unlocked-import";

/** What a project says of its packages: the texts of `deno.json` and `deno.lock`, where it has them. */
export interface ProjectPackages {
  readonly config: string | undefined;
  readonly lock: string | undefined;
}

/**
 * What the code of cells says by its form alone, before anybody asks for types.
 *
 * @param code The cells of a notebook.
 * @param packages What imports can lead to.
 */
export function codeFindings(
  { cells, broken }: {
    readonly cells: readonly CellCode[];
    readonly broken: readonly BrokenCell[];
  },
  packages: ProjectPackages,
): FoundInNotebook[] {
  return [
    ...broken.map((cell) => ({ ...cell, code: "syntax" })),
    ...namesAcrossCells(cells),
    ...cells.flatMap((cell) => ofCell(cell, packages)),
  ];
}

function ofCell(
  { cell, cellNumber, source, program }: CellCode,
  { config, lock }: ProjectPackages,
): FoundInNotebook[] {
  const lines = source.split("\n");
  const at = ({ line, column }: NodePlace, code: string, message: string) => ({
    ...{ cell, cellNumber, line, column, message, code },
    source: lines[line - 1],
  });
  const findings = floatingPromises(program, source).forEach.map((place) =>
    at(
      place,
      "floating-promise",
      "forEach awaits nothing that an async function returns: write for (const … of …) with await",
    )
  );
  for (const { message, ...place } of unlockedImports(program, lock)) {
    findings.push(at(place, unlockedImport, message));
  }
  for (const { message, ...place } of unnamedImports(program, config)) {
    findings.push(at(place, "unnamed-import", message));
  }
  walkTree(program, (node) => {
    if (node.type !== "MetaProperty" || node.meta.name !== "import") return;
    findings.push(at(placeOf(node), "import-meta", "a cell is no module, and has no import.meta"));
  });
  return findings;
}
