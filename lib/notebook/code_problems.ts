import { floatingPromises } from "./floating_promises.ts";
import { type ProjectPackages, unlockedImports, unnamedImports } from "./import_problems.ts";
import type { ProblemInCell } from "./notebook_problem.ts";
import { type CellCode, type NodePlace, placeOf, walkTree } from "./parse_cell.ts";

/** The kind of a problem of an import that `deno.lock` lacks. */
export const unlockedImport = "unlocked-import";

/**
 * What the code of a cell says by its form alone, before anybody asks for types.
 *
 * @param code The cell.
 * @param packages What imports can lead to.
 */
export function codeProblems(
  { cell, cellNumber, source, program }: CellCode,
  packages: ProjectPackages,
): ProblemInCell[] {
  const lines = source.split("\n");
  const at = ({ line, column }: NodePlace, code: string, message: string) => ({
    ...{ cell, cellNumber, line, column, message, code, source: lines[line - 1] },
  });
  const promises = floatingPromises(program, source).forEach.map((place) =>
    at(
      place,
      "floating-promise",
      "forEach awaits nothing that an async function returns: write for (const … of …) with await",
    )
  );
  const imports = [
    ...unlockedImports(program, packages).map((one) => at(one, unlockedImport, one.message)),
    ...unnamedImports(program, packages).map((one) => at(one, "unnamed-import", one.message)),
  ];
  const metas: ProblemInCell[] = [];
  walkTree(program, (node) => {
    if (node.type !== "MetaProperty" || node.meta.name !== "import") return;
    metas.push(at(placeOf(node), "import-meta", "a cell is no module, and has no import.meta"));
  });
  return [...promises, ...imports, ...metas];
}
