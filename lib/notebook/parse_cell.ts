import defer * as babel from "@babel/parser";
import type { Node, Program } from "@babel/types";
import type { Position } from "../input/read_file.ts";
import type { NotebookDocument } from "./notebook_document.ts";
import type { FoundProblem } from "./notebook_problem.ts";

/** The code of a cell as a tree. */
export interface Code {
  readonly program: Program;
  /** Whether it is code only if `<a>` begins an element and no type. */
  readonly hasJsx: boolean;
}

/** A code cell with the tree of its code. */
export interface CellCode extends Code {
  /** Its id. */
  readonly cell: string;
  readonly source: string;
}

/** What keeps code from being any: its first syntax error. */
type SyntaxProblem = Position & { readonly message: string };

const typescript: babel.ParserOptions = {
  sourceType: "module",
  allowAwaitOutsideFunction: true,
  // What a cell exports may be of a cell above.
  allowUndeclaredExports: true,
  plugins: ["typescript", "decorators", "decoratorAutoAccessors", "deferredImportEvaluation"],
};
const withJsx: babel.ParserOptions = { ...typescript, plugins: [...typescript.plugins!, "jsx"] };

/** Code with its tree, or why it has none. */
type ParsedCell = (Code & { readonly problem?: undefined }) | {
  readonly program?: undefined;
  readonly problem: SyntaxProblem;
};

/** Several look at the same cells. */
const parsed = new Map<string, ParsedCell>();

/**
 * Parses the code of a cell as the kernel does: as TypeScript, else as TypeScript with JSX; and what begins with a brace
 * and does not end with a semicolon is an object if it can be one.
 *
 * @param source The code.
 * @returns Its tree, or why it has none.
 */
export function parseCell(source: string): ParsedCell {
  return parsed.getOrInsertComputed(source, parseAnew);
}

function parseAnew(source: string): ParsedCell {
  const problems: SyntaxProblem[] = [];
  for (const options of [typescript, withJsx]) {
    try {
      const program = parseObject(source, options) ?? babel.parse(source, options).program;
      // The kernel refuses import a = require("b"), which Babel takes.
      const required = program.body.find((statement) =>
        statement.type === "TSImportEqualsDeclaration" &&
        statement.moduleReference.type === "TSExternalModuleReference"
      );
      if (!required) return { program, hasJsx: options === withJsx };
      return {
        problem: { ...placeOf(required), message: "expected import … from, found require" },
      };
    } catch (error) {
      if (!(error instanceof SyntaxError && "loc" in error)) throw error;
      const { line, column } = error.loc as { line: number; column: number };
      const message = error.message.replace(/ ?\(\d+:\d+\)$/, "");
      problems.push({ line, column: column + 1, message });
    }
  }
  return { problem: problems[/<\/|\/>/.test(source) ? 1 : 0] };
}

/**
 * Reads the code cells of a notebook that hold anything.
 *
 * @param document The notebook.
 * @returns The cells in their order, and those that cannot be parsed.
 */
export function readCells(
  document: NotebookDocument,
): { readonly cells: readonly CellCode[]; readonly broken: readonly FoundProblem[] } {
  const cells: CellCode[] = [], broken: FoundProblem[] = [];
  for (const { cell_type, id, source } of document.cells) {
    if (cell_type !== "code" || source.trim() === "") continue;
    const { problem, ...code } = parseCell(source);
    if (code.program) cells.push({ cell: id, source, ...code });
    else if (problem) {
      const message = `SyntaxError: ${problem.message}`;
      broken.push({ cell: id, ...problem, message, code: "syntax" });
    }
  }
  return { cells, broken };
}

/** Whether the value of a cell is an object that is written as if it were a block. */
export function isObjectCell({ body: [first, ...rest] }: Program): boolean {
  return rest.length === 0 && first?.type === "ExpressionStatement" &&
    first.expression.type === "ObjectExpression" && first.start === first.expression.start;
}

function parseObject(source: string, options: babel.ParserOptions): Program | undefined {
  if (!source.trimStart().startsWith("{") || source.trimEnd().endsWith(";")) return undefined;
  try {
    const expression = babel.parseExpression(source, options);
    const { loc, start, end } = expression;
    const statement = { type: "ExpressionStatement" as const, expression, loc, start, end };
    const body = { body: [statement], directives: [], sourceType: "module" as const };
    return { type: "Program", ...body, loc, start, end };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Where a node begins. */
export function placeOf({ loc }: Node): Position {
  const { line = 1, column = 0 } = loc?.start ?? {};
  return { line, column: column + 1 };
}

/** The offsets of a node in its source. */
export function rangeOf({ start, end }: Node): readonly [start: number, end: number] {
  return [start ?? 0, end ?? 0];
}

/**
 * Goes through a tree, each node before those below it.
 *
 * @param root The root.
 * @param visit Is called for every node with the nodes above it, the nearest last; what lies below is left out if it answers `false`.
 */
export function walkTree(
  root: Node,
  visit: (node: Node, above: readonly Node[]) => boolean | void,
): void {
  const go = (node: Node, above: readonly Node[]) => {
    if (visit(node, above) === false) return;
    for (const children of Object.values(node)) {
      for (const child of [children].flat()) if (isNode(child)) go(child, [...above, node]);
    }
  };
  go(root, []);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value &&
    typeof value.type === "string" && !value.type.startsWith("Comment");
}
