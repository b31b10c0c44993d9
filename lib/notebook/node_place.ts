import type { TSESTree } from "@typescript-eslint/types";

/** Where a node of a tree begins; both count from 1, columns in UTF-16 code units. */
export interface NodePlace {
  readonly line: number;
  readonly column: number;
}

/** Where a node begins, as editors count. */
export function placeOf({ loc: { start } }: TSESTree.Node): NodePlace {
  return { line: start.line, column: start.column + 1 };
}
