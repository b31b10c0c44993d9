import type { ExplorerSettings } from "./chart_spec.ts";
import type { ColumnWords } from "./column.ts";
import type { Exploration } from "./exploration.ts";
import type { PackedRows } from "./packed_rows.ts";

/** What stands in the page for the explorer's script to read. */
export interface EmbeddedExplorer {
  readonly packed: PackedRows;
  readonly words: ColumnWords;
  readonly settings: ExplorerSettings;
  readonly start: Exploration;
}
