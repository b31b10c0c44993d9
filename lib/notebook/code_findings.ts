import { floatingPromises } from "./floating_promises.ts";
import { namesAcrossCells } from "./names_across_cells.ts";
import { type NodePlace, placeOf } from "./node_place.ts";
import type { FoundInNotebook } from "./notebook_finding.ts";
import type { BrokenCell, CellCode } from "./read_cells.ts";
import { walkTree } from "./walk_tree.ts";

/**
 * What the code of cells says by its form alone, before anybody asks for types.
 *
 * @param code The cells of a notebook.
 */
export function codeFindings(
  { cells, broken }: {
    readonly cells: readonly CellCode[];
    readonly broken: readonly BrokenCell[];
  },
): FoundInNotebook[] {
  return [
    ...broken.map((cell) => ({ ...cell, code: "syntax" })),
    ...namesAcrossCells(cells),
    ...cells.flatMap(ofCell),
  ];
}

function ofCell({ cell, cellNumber, source, program }: CellCode): FoundInNotebook[] {
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
  walkTree(program, (node) => {
    if (node.type !== "MetaProperty" || node.meta.name !== "import") return;
    findings.push(at(placeOf(node), "import-meta", "a cell is no module, and has no import.meta"));
  });
  return findings;
}
