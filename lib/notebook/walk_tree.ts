import type { TSESTree } from "@typescript-eslint/types";
import { visitorKeys } from "@typescript-eslint/visitor-keys";

/**
 * Goes through a tree, each node before those below it.
 *
 * @param node The root.
 * @param visit Hears of every node with the node above it.
 */
export function walkTree(
  node: TSESTree.Node,
  visit: (node: TSESTree.Node, parent: TSESTree.Node | undefined) => void,
): void {
  const go = (node: TSESTree.Node, parent?: TSESTree.Node) => {
    visit(node, parent);
    for (const key of visitorKeys[node.type] ?? []) {
      for (const child of [(node as unknown as Record<string, unknown>)[key]].flat()) {
        if (isNode(child)) go(child, node);
      }
    }
  };
  go(node);
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === "object" && value !== null && "type" in value;
}
