import { parse } from "@babel/parser";
import type { TSESTree } from "@typescript-eslint/types";

/** The code of a cell as a tree, or why it is no code; line and column count from 1. */
export type ParsedCell =
  | { readonly isCode: true; readonly program: TSESTree.Program }
  | {
    readonly isCode: false;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  };

/**
 * Parses the code of a cell.
 *
 * @param source The code.
 * @returns Its tree in the form of typescript-eslint, or the first syntax error.
 */
export function parseCell(source: string): ParsedCell {
  try {
    const { program } = parse(source, {
      sourceType: "module",
      plugins: ["typescript", "estree", "decorators"],
      ranges: true,
    });
    // Babel's plugin "estree" makes this tree; Babel's types describe the one that it makes without.
    return { isCode: true, program: program as unknown as TSESTree.Program };
  } catch (error) {
    if (!(error instanceof SyntaxError && "loc" in error)) throw error;
    const { line, column } = error.loc as { line: number; column: number };
    const message = `SyntaxError: ${error.message.replace(/ ?\(\d+:\d+\)$/, "")}`;
    return { isCode: false, line, column: column + 1, message };
  }
}
