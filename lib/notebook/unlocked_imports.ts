import type { TSESTree } from "@typescript-eslint/types";
import { z } from "zod";
import { type NodePlace, placeOf } from "./node_place.ts";
import { walkTree } from "./walk_tree.ts";

const lockFile = z.object({ specifiers: z.record(z.string(), z.string()) });

/** An import that the lock file does not know, which the kernel refuses without a word. */
export interface UnlockedImport extends NodePlace {
  /** What it is, and the command that adds it. */
  readonly message: string;
}

/**
 * Finds imports of packages from npm or JSR that the project's lock file lacks.
 *
 * @param program The tree of a cell.
 * @param lock The text of `deno.lock`; without one nothing is locked.
 */
export function unlockedImports(
  program: TSESTree.Program,
  lock: string | undefined,
): UnlockedImport[] {
  if (lock === undefined) return [];
  const { specifiers } = lockFile.parse(JSON.parse(lock));
  const found: UnlockedImport[] = [];
  walkTree(program, (node) => {
    if (!("source" in node) || node.source?.type !== "Literal") return;
    const [, name, version = ""] = packageName.exec(String(node.source.value)) ?? [];
    if (name === undefined || isLocked(name, { version, specifiers })) return;
    const message =
      `this project's packages are locked, and deno.lock has no "${name}${version}": ` +
      `to add it, run deno add --frozen=false ${name}${version}`;
    found.push({ ...placeOf(node.source), message });
  });
  return found;
}

/** `npm:@scope/name`, and `@1.2` behind it. */
const packageName = /^((?:npm|jsr):\/?(?:@[^/@]+\/)?[^/@]+)(@[^/]+)?/;

function isLocked(
  name: string,
  { version, specifiers }: {
    readonly version: string;
    readonly specifiers: Readonly<Record<string, string>>;
  },
): boolean {
  const known = `${name.replace(":/", ":")}${version || "@*"}`;
  return known in specifiers;
}
