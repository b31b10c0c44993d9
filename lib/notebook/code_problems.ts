import type { Program } from "@babel/types";
import { z } from "zod";
import { didYouMean } from "../errors/did_you_mean.ts";
import { floatingPromises } from "./floating_promises.ts";
import type { ProblemInCell } from "./notebook_problem.ts";
import { type CellCode, type NodePlace, placeOf, walkTree } from "./parse_cell.ts";

/** The kind of a problem of an import that `deno.lock` lacks. */
export const unlockedImport = "unlocked-import";

/**
 * What the code of a cell says by its form alone, before anybody asks for types.
 *
 * @param code The cell.
 * @param packages What imports can lead to.
 */
export function codeProblems(
  { cell, cellNumber, source, program }: CellCode,
  packages: ProjectPackages,
): ProblemInCell[] {
  const lines = source.split("\n");
  const at = ({ line, column }: NodePlace, code: string, message: string) => ({
    ...{ cell, cellNumber, line, column, message, code, source: lines[line - 1] },
  });
  const promises = floatingPromises(program, source).forEach.map((place) =>
    at(
      place,
      "floating-promise",
      "forEach awaits nothing that an async function returns: write for (const … of …) with await",
    )
  );
  const imports = [
    ...unlockedImports(program, packages).map((one) => at(one, unlockedImport, one.message)),
    ...unnamedImports(program, packages).map((one) => at(one, "unnamed-import", one.message)),
  ];
  const metas: ProblemInCell[] = [];
  walkTree(program, (node) => {
    if (node.type !== "MetaProperty" || node.meta.name !== "import") return;
    metas.push(at(placeOf(node), "import-meta", "a cell is no module, and has no import.meta"));
  });
  return [...promises, ...imports, ...metas];
}

const configFile = z.object({ imports: z.record(z.string(), z.string()).default({}) });
const lockFile = z.object({ specifiers: z.record(z.string(), z.string()) });

/** What a project says of its packages: the texts of `deno.json` and `deno.lock`, where it has them. */
export interface ProjectPackages {
  readonly config?: string;
  readonly lock?: string;
}

/** An import that leads nowhere. */
interface LostImport extends NodePlace {
  /** What it is, and what may be meant or the command that adds it. */
  readonly message: string;
}

/**
 * Finds imports of packages from npm or JSR that the project's lock file lacks.
 *
 * @param program The tree of a cell.
 * @param packages Of the project; without a `deno.lock` nothing is locked.
 */
export function unlockedImports(
  program: Program,
  { lock }: ProjectPackages,
): LostImport[] {
  if (lock === undefined) return [];
  const { specifiers } = lockFile.parse(JSON.parse(lock));
  return listLostImports(program, (imported) => {
    const [, name, version = ""] = packageName.exec(imported) ?? [];
    if (name === undefined || isLocked(name, { version, specifiers })) return;
    return `this project's packages are locked, and deno.lock has no "${name}${version}": ` +
      `to add it, run deno add --frozen=false ${name}${version}`;
  });
}

/**
 * Finds imports by a name that the project's `deno.json` does not give to anything.
 *
 * @param program The tree of a cell.
 * @param packages Of the project; without a `deno.json` nothing is known of names.
 */
export function unnamedImports(
  program: Program,
  { config }: ProjectPackages,
): LostImport[] {
  if (config === undefined) return [];
  const names = Object.keys(configFile.parse(JSON.parse(config)).imports);
  return listLostImports(program, (imported) => {
    const isName = !/^[./]|^[a-z]+:/.test(imported);
    const isKnown = names.some((name) =>
      imported === name || imported.startsWith(name.endsWith("/") ? name : `${name}/`)
    );
    if (!isName || isKnown) return;
    return `deno.json names no "${imported}": ${didYouMean(imported, names)} ` +
      `A package of npm is added by deno add --frozen=false npm:NAME`;
  });
}

function listLostImports(
  program: Program,
  objection: (imported: string) => string | undefined,
): LostImport[] {
  const found: LostImport[] = [];
  walkTree(program, (node) => {
    if (!("source" in node) || node.source?.type !== "StringLiteral") return;
    const message = objection(node.source.value);
    if (message !== undefined) found.push({ ...placeOf(node.source), message });
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
