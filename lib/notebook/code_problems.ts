import type { Node, Program } from "@babel/types";
import { dirname, join } from "node:path";
import * as z from "zod";
import { didYouMean } from "../errors/did_you_mean.ts";
import { ifThere } from "../input/read_file.ts";
import type { FoundProblem } from "./notebook_problem.ts";
import { type CellCode, placeOf, walkTree } from "./parse_cell.ts";

/**
 * What the code of a cell says by its form alone, before anybody asks for types.
 *
 * @param cell The cell.
 * @param packages What imports can lead to.
 */
export function codeProblems(cell: CellCode, packages: ProjectPackages): FoundProblem[] {
  const found = lostImports(cell.program, packages);
  walkTree(cell.program, (node) => {
    if (isForEachOfAsync(node)) {
      const message =
        "forEach awaits nothing that an async function returns: write for (const … of …) with await";
      found.push({ ...placeOf(node), code: "floating-promise", message });
    }
    if (node.type === "MetaProperty" && node.meta.name === "import") {
      const message = "a cell is no module, and has no import.meta";
      found.push({ ...placeOf(node), code: "import-meta", message });
    }
  });
  return found.map((one) => ({ cell: cell.cell, ...one }));
}

/** What a project says of its packages; `undefined` where it lacks the file that says so. */
export interface ProjectPackages {
  /** The names that its `deno.json`, or the import map that this leads to, gives to what is imported. */
  readonly names?: readonly string[];
  /** What its `deno.lock` has. */
  readonly locked?: ReadonlySet<string>;
}

const configFile = z.object({
  imports: z.record(z.string(), z.unknown()).default({}),
  importMap: z.string().optional(),
});
const lockFile = z.object({ specifiers: z.record(z.string(), z.string()) });

/**
 * Reads what a project says of its packages.
 *
 * @param config The path of its `deno.json`, beside which its `deno.lock` lies.
 */
export async function readPackages(config: string): Promise<ProjectPackages> {
  const [names, lock] = await Promise.all([
    readNames(config),
    ifThere(Deno.readTextFile(join(dirname(config), "deno.lock"))),
  ]);
  const locked = lock && Object.keys(lockFile.parse(JSON.parse(lock)).specifiers);
  return { names, ...locked && { locked: new Set(locked) } };
}

async function readNames(config: string): Promise<string[] | undefined> {
  const text = await ifThere(Deno.readTextFile(config));
  if (text === undefined) return undefined;
  const { imports, importMap } = configFile.parse(JSON.parse(text));
  return importMap ? await readNames(join(dirname(config), importMap)) : Object.keys(imports);
}

/** `npm:@scope/name`, and `@1.2` behind it. */
const packageName = /^((?:npm|jsr):\/?(?:@[^/@]+\/)?[^/@]+)(@[^/]+)?/;

/**
 * Finds imports that lead nowhere: of packages from npm or JSR that the project's lock file lacks (`unlocked-import`), and by
 * a name that its `deno.json` does not give to anything (`unnamed-import`). Each says what may be meant, or the command that
 * adds it.
 *
 * @param program The tree of a cell.
 * @param packages Of the project.
 */
export function lostImports(
  program: Program,
  { names, locked }: ProjectPackages,
): FoundProblem[] {
  const found: FoundProblem[] = [];
  walkTree(program, (node) => {
    if (!("source" in node) || node.source?.type !== "StringLiteral") return;
    const { value: imported } = node.source, at = placeOf(node.source);
    const [, name, version = ""] = packageName.exec(imported) ?? [];
    const specifier = `${name?.replace(":/", ":")}${version || "@*"}`;
    if (name !== undefined && locked && !locked.has(specifier)) {
      const message =
        `this project's packages are locked, and deno.lock has no "${name}${version}": ` +
        `to add it, run deno add --frozen=false ${name}${version}`;
      found.push({ ...at, code: "unlocked-import", message });
    }
    const isName = !/^[./]|^[a-z]+:/.test(imported);
    const isNamed = (name: string) =>
      imported === name || imported.startsWith(name.endsWith("/") ? name : `${name}/`);
    if (names && isName && !names.some(isNamed)) {
      const message = `deno.json names no "${imported}": ${didYouMean(imported, names)} ` +
        `A package of npm is added by deno add --frozen=false npm:NAME`;
      found.push({ ...at, code: "unnamed-import", message });
    }
  });
  return found;
}

function isForEachOfAsync(node: Node): boolean {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return false;
  const { callee: { property }, arguments: [callback] } = node;
  return property.type === "Identifier" && property.name === "forEach" &&
    callback !== undefined && "async" in callback && callback.async === true;
}
