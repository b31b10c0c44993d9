import type { Expression, Node, Program } from "@babel/types";
import { type NodePlace, placeOf, rangeOf, walkTree } from "./parse_cell.ts";

/** A statement whose value is dropped, and may be a promise; offsets are those of the source. */
export interface DroppedValue extends NodePlace {
  /** Where the statement begins, with the comments that belong to it. */
  readonly start: number;
  readonly end: number;
  /** Where its value ends: before the semicolon. */
  readonly valueEnd: number;
  /** Whether it stands alone where only one statement may, as after `if (…)`. */
  readonly isAlone: boolean;
}

/** What of a cell may leave a promise that nobody awaits. */
export interface FloatingPromises {
  /** Only their types tell whether they do. */
  readonly dropped: readonly DroppedValue[];
  /** Calls of `forEach` with an async function: they do. */
  readonly forEach: readonly NodePlace[];
}

const lists = ["Program", "BlockStatement", "StaticBlock", "SwitchCase", "TSModuleBlock"];

/**
 * Finds statements that would drop a promise, also in functions. The kernel (Deno 2.9.6) awaits none, not even one
 * that is the value of a cell: it shows `Promise { <pending> }`, goes on, and counts a rejection as
 * success. `void promise` says that it is meant, and
 * an assignment keeps the promise.
 *
 * @param program The tree of the cell.
 * @param source Its code.
 */
export function floatingPromises(program: Program, source: string): FloatingPromises {
  const dropped: DroppedValue[] = [];
  const forEach: NodePlace[] = [];
  walkTree(program, (node, above) => {
    if (isForEachOfAsync(node)) forEach.push(placeOf(node));
    if (node.type !== "ExpressionStatement" || !mayBePromise(node.expression)) return;
    const [start, end] = withComments(node);
    dropped.push({
      ...{ start, end, ...placeOf(node) },
      valueEnd: source[end - 1] === ";" ? end - 1 : end,
      isAlone: !lists.includes(above.at(-1)?.type ?? "Program"),
    });
  });
  return { dropped, forEach };
}

/** The range of a node with the comments that belong to it. */
export function withComments(node: Node): readonly [start: number, end: number] {
  const [start, end] = rangeOf(node);
  return [Math.min(node.leadingComments?.[0]?.start ?? start, start), end];
}

function mayBePromise(expression: Expression): boolean {
  switch (expression.type) {
    case "AssignmentExpression":
    case "UpdateExpression":
    case "UnaryExpression":
    case "BinaryExpression":
    case "TemplateLiteral":
      return false;
    case "AwaitExpression":
      return isMapping(expression.argument);
    default:
      return !expression.type.endsWith("Literal");
  }
}

/** To await an array does not await the promises in it. */
function isMapping(expression: Expression): boolean {
  return expression.type === "ArrayExpression" || ["map", "flatMap"].includes(method(expression));
}

function isForEachOfAsync(node: Node): boolean {
  if (node.type !== "CallExpression" || method(node) !== "forEach") return false;
  const [callback] = node.arguments;
  return callback !== undefined && "async" in callback && callback.async === true;
}

/** The name of the method that a node calls. */
function method(node: Node): string {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return "";
  const { property } = node.callee;
  return property.type === "Identifier" ? property.name : "";
}
