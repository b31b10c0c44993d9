import { type Node, parse, type Pattern } from "acorn";
import { transform } from "sucrase";

/** A cell that can be run. */
export type CompiledCell = (scope: object, module: (name: string) => object) => Promise<unknown>;

/** How many lines the engine puts before the first of a function that is made of a text. */
const linesBefore = 2;

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
  const { body } = parse(script, {
    ecmaVersion: "latest",
    sourceType: "module",
    allowAwaitOutsideFunction: true,
  });
  const names: string[] = [];
  let code = script;
  const replace = ({ start, end }: Node, text: string) => {
    const lost = script.slice(start, end).split("\n").length - text.split("\n").length;
    code = code.slice(0, start) + text + "\n".repeat(Math.max(0, lost)) + code.slice(end);
  };
  for (const [at, statement] of body.entries().toArray().toReversed()) {
    switch (statement.type) {
      case "ImportDeclaration": {
        const module = `await module(${JSON.stringify(statement.source.value)})`;
        const locals = statement.specifiers.map(({ local }) => local.name);
        const parts = statement.specifiers.map((part) =>
          part.type === "ImportNamespaceSpecifier"
            ? `${part.local.name} = ${module}`
            : part.type === "ImportDefaultSpecifier"
            ? `{ default: ${part.local.name} } = ${module}`
            : `{ ${
              script.slice(part.imported.start, part.imported.end)
            }: ${part.local.name} } = ${module}`
        );
        names.push(...locals);
        replace(statement, parts.length === 0 ? `${module};` : `const ${parts.join(", ")};`);
        break;
      }
      case "VariableDeclaration":
        names.push(...statement.declarations.flatMap(({ id }) => namesIn(id)));
        break;
      case "FunctionDeclaration":
      case "ClassDeclaration":
        names.push(statement.id.name);
        break;
      case "ExpressionStatement":
        if (at === body.length - 1 && statement.directive === undefined) {
          const { start, end } = statement.expression;
          replace(statement, `return (${script.slice(start, end)}\n);`);
        }
    }
  }
  const reach = names.map((name) =>
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

function namesIn(pattern: Pattern): string[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((part) =>
        namesIn(part.type === "Property" ? part.value : part.argument)
      );
    case "ArrayPattern":
      return pattern.elements.flatMap((part) => part === null ? [] : namesIn(part));
    case "AssignmentPattern":
      return namesIn(pattern.left);
    case "RestElement":
      return namesIn(pattern.argument);
    default:
      return [];
  }
}
