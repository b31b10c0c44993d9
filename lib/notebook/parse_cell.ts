import { parse, parseExpression, type ParserOptions } from "@babel/parser";
import type { TSESTree } from "@typescript-eslint/types";

/** The code of a cell as a tree, or why it is no code; line and column count from 1. */
export type ParsedCell =
  | {
    readonly isCode: true;
    readonly program: TSESTree.Program;
    /** Whether it is code only if `<a>` begins an element and no type. */
    readonly hasJsx: boolean;
  }
  | {
    readonly isCode: false;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  };

const typescript: ParserOptions = {
  sourceType: "module",
  plugins: ["typescript", "estree", "decorators"],
  allowAwaitOutsideFunction: true,
  ranges: true,
};

const withJsx: ParserOptions = {
  ...typescript,
  plugins: ["typescript", "jsx", "estree", "decorators"],
};

/**
 * Parses the code of a cell as the kernel does: as TypeScript, else as TypeScript with JSX; and what begins with a brace
 * and does not end with a semicolon is an object if it can be one.
 *
 * @param source The code.
 * @returns Its tree in the form of typescript-eslint, or the first syntax error.
 */
export function parseCell(source: string): ParsedCell {
  const plain = parseWith(source, typescript);
  if (plain.isCode) return plain;
  const rich = parseWith(source, withJsx);
  return rich.isCode || /<\/|\/>/.test(source) ? rich : plain;
}

function parseWith(source: string, options: ParserOptions): ParsedCell {
  try {
    const program = parseObject(source, options) ?? parse(source, options).program;
    // Babel's plugin "estree" makes this tree; Babel's types describe the one that it makes without.
    return {
      isCode: true,
      program: program as unknown as TSESTree.Program,
      hasJsx: options === withJsx,
    };
  } catch (error) {
    if (!(error instanceof SyntaxError && "loc" in error)) throw error;
    const { line, column } = error.loc as { line: number; column: number };
    const message = `SyntaxError: ${error.message.replace(/ ?\(\d+:\d+\)$/, "")}`;
    return { isCode: false, line, column: column + 1, message };
  }
}

/** Whether the value of a cell is an object that is written as if it were a block. */
export function isObjectCell({ body: [first, ...rest] }: TSESTree.Program): boolean {
  return rest.length === 0 && first?.type === "ExpressionStatement" &&
    first.expression.type === "ObjectExpression" && first.range[0] === first.expression.range[0];
}

function parseObject(source: string, options: ParserOptions): unknown {
  if (!source.trimStart().startsWith("{") || source.trimEnd().endsWith(";")) return undefined;
  try {
    const expression = parseExpression(source, options);
    const { loc, range } = expression;
    const statement = { type: "ExpressionStatement", expression, loc, range };
    return { type: "Program", sourceType: "module", body: [statement], loc, range };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
