import type { SourceFile } from "./deno_findings.ts";
import type { ModuleOfCells } from "./module_of_cells.ts";
import type { NotebookFinding } from "./notebook_finding.ts";
import type { CellCode } from "./read_cells.ts";

/** A notebook as it was read, with what could be found without `deno`. */
export interface ReadNotebook {
  readonly path: string;
  /** Its cells; none if one of them cannot be parsed or imports what is not locked, for then the others cannot be judged. */
  readonly cells: readonly CellCode[];
  readonly findings: readonly NotebookFinding[];
}

/** A module that was written for `deno`. */
export interface WrittenModule extends SourceFile {
  readonly notebook: ReadNotebook;
  readonly module: ModuleOfCells;
}
