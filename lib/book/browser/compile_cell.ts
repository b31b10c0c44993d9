import { type Node, Parser } from "acorn";
import { transform } from "sucrase";

/** A cell that can be run. */
export type CompiledCell = (scope: object, module: (name: string) => object) => Promise<unknown>;

/** How many lines the engine puts before the first of a function that is made of a text. */
const linesBefore = 2;

/** A parser of cells, with the names that each scope declares; once it has parsed, the first is that of the whole. */
class CellParser extends Parser {
  declare readonly scopeStack: readonly Readonly<
    Record<"var" | "lexical" | "functions", string[]>
  >[];

  constructor(script: string) {
    super({ ecmaVersion: "latest", sourceType: "module", allowAwaitOutsideFunction: true }, script);
  }
}

const AsyncFunction = Object.getPrototypeOf(async function () {}).constructor;

/**
 * Makes a cell of a notebook something that a page can run.
 *
 * Names that it declares are properties of the scope, by which later cells reach the very variables: what a cell changes
 * its functions see. Types go, imports ask for modules that are there, and the last expression is the value. Lines stay.
 *
 * @param source The code of the cell, in TypeScript.
 * @param id Its id, by which {@linkcode lineIn} finds the line of an error.
 * @throws {SyntaxError} If it is no code; its message ends with line and column.
 */
export function compileCell(source: string, id: string): CompiledCell {
  const script = transform(source, {
    transforms: ["typescript"],
    keepUnusedImports: true,
    disableESTransforms: true,
  }).code;
  const parser = new CellParser(script);
  const { body } = parser.parse(), [{ var: vars, lexical, functions }] = parser.scopeStack;
  let code = script;
  const replace = ({ start, end }: Node, text: string) => {
    const lost = script.slice(start, end).split("\n").length - text.split("\n").length;
    code = code.slice(0, start) + text + "\n".repeat(Math.max(0, lost)) + code.slice(end);
  };
  for (const [at, statement] of body.entries().toArray().toReversed()) {
    if (statement.type === "ImportDeclaration") {
      const module = `await module(${JSON.stringify(statement.source.value)})`;
      const parts = statement.specifiers.map((part) => {
        const { name } = part.local;
        if (part.type === "ImportNamespaceSpecifier") return `${name} = ${module}`;
        const { start, end } = part.type === "ImportSpecifier"
          ? part.imported
          : { start: 0, end: 0 };
        return `{ ${script.slice(start, end) || "default"}: ${name} } = ${module}`;
      });
      replace(statement, parts.length === 0 ? `${module};` : `const ${parts.join(", ")};`);
    } else if (statement.type === "ExpressionStatement" && at === body.length - 1) {
      const { start, end } = statement.expression;
      if (statement.directive === undefined) {
        replace(statement, `return (${script.slice(start, end)}\n);`);
      }
    }
  }
  const reach = [...vars, ...lexical, ...functions].map((name) =>
    `${name}: { configurable: true, get: () => ${name}, set: (value) => { ${name} = value; } }`
  ).join(", ");
  return new AsyncFunction(
    "scope",
    "module",
    `with (scope) return await (async () => { "use strict"; Object.defineProperties(scope, { ${reach} });${code}\n})();\n//# sourceURL=${
      nameOf(id)
    }`,
  );
}

/** The line of a cell that an error of it names first; `undefined` if it names none. */
export function lineIn(error: unknown, id: string): number | undefined {
  const { stack = "", message = "" } = error instanceof Error ? error : {};
  const [, line] = stack.match(new RegExp(`${nameOf(id)}(?:, <anonymous>)?:(\\d+):\\d+`)) ?? [];
  if (line !== undefined) return Number(line) - linesBefore;
  const [, ofSyntax] = error instanceof SyntaxError ? message.match(/\((\d+):\d+\)$/) ?? [] : [];
  return ofSyntax === undefined ? undefined : Number(ofSyntax);
}

function nameOf(id: string): string {
  return `cell-${id.replaceAll(/\W/g, "-")}.ts`;
}
