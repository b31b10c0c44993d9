import type { TSESTree } from "@typescript-eslint/types";
import { type NodePlace, placeOf } from "./node_place.ts";
import { walkTree } from "./walk_tree.ts";

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

/**
 * Finds statements that would drop a promise, also in functions. The kernel (Deno 2.9.6) awaits none, not even one
 * that is the value of a cell: it shows `Promise { <pending> }`, goes on, and counts a rejection as
 * success. `void promise` says that it is meant, and
 * an assignment keeps the promise.
 *
 * @param program The tree of the cell.
 * @param source Its code.
 */
export function floatingPromises(program: TSESTree.Program, source: string): FloatingPromises {
  const dropped: DroppedValue[] = [];
  const forEach: NodePlace[] = [];
  walkTree(program, (node, parent) => {
    if (isForEachOfAsync(node)) forEach.push(placeOf(node));
    if (node.type !== "ExpressionStatement" || !mayBePromise(node.expression)) return;
    const [from, end] = node.range;
    dropped.push({
      start: Math.min(from, firstComment(node) ?? from),
      end,
      valueEnd: source[end - 1] === ";" ? end - 1 : end,
      isAlone: !["Program", "BlockStatement", "StaticBlock", "SwitchCase", "TSModuleBlock"]
        .includes(parent?.type ?? "Program"),
      ...placeOf(node),
    });
  });
  return { dropped, forEach };
}

function mayBePromise(expression: TSESTree.Expression): boolean {
  switch (expression.type) {
    case "AssignmentExpression":
    case "UpdateExpression":
    case "UnaryExpression":
    case "BinaryExpression":
    case "Literal":
    case "TemplateLiteral":
      return false;
    case "AwaitExpression":
      return isMapping(expression.argument);
    default:
      return true;
  }
}

/** To await an array does not await the promises in it. */
function isMapping(expression: TSESTree.Expression): boolean {
  if (expression.type === "ArrayExpression") return true;
  return expression.type === "CallExpression" && ["map", "flatMap"].includes(method(expression));
}

function isForEachOfAsync(node: TSESTree.Node): boolean {
  if (node.type !== "CallExpression" || method(node) !== "forEach") return false;
  const [callback] = node.arguments;
  return callback !== undefined && "async" in callback && callback.async === true;
}

function method({ callee }: TSESTree.CallExpression): string {
  const isNamed = callee.type === "MemberExpression" && callee.property.type === "Identifier";
  return isNamed && "name" in callee.property ? String(callee.property.name) : "";
}

/** Babel hangs comments on the node that follows them. */
function firstComment(node: TSESTree.Node): number | undefined {
  const { leadingComments } = node as { leadingComments?: readonly { start: number }[] };
  return leadingComments?.[0]?.start;
}
