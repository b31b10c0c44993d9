import type { Node } from "@babel/types";
import { dirname, join } from "node:path";
import * as z from "zod";
import { didYouMean } from "../errors/did_you_mean.ts";
import { ifThere } from "../input/read_file.ts";
import type { FoundProblem } from "./notebook_problem.ts";
import { type CellCode, placeOf, walkTree } from "./parse_cell.ts";

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
 * What the code of a cell says by its form alone, before anybody asks for types: `forEach` with an async function, `import.meta`,
 * and imports that lead nowhere. These are of packages from npm or JSR that the project's lock file lacks (`unlocked-import`), and
 * by a name that its `deno.json` does not give to anything (`unnamed-import`); each says what may be meant, or the command that
 * adds it.
 *
 * @param cell The cell.
 * @param packages What imports can lead to.
 */
export function codeProblems(
  { program, cell }: Pick<CellCode, "program" | "cell">,
  { names, locked }: ProjectPackages,
): FoundProblem[] {
  const found: FoundProblem[] = [];
  walkTree(program, (node) => {
    const tell = (code: string, message: string, at: Node = node) =>
      found.push({ cell, ...placeOf(at), code, message });
    if (isForEachOfAsync(node)) {
      const message =
        "forEach awaits nothing that an async function returns: write for (const … of …) with await";
      tell("floating-promise", message);
    }
    if (node.type === "MetaProperty" && node.meta.name === "import") {
      tell("import-meta", "a cell is no module, and has no import.meta");
    }
    if (!("source" in node) || node.source?.type !== "StringLiteral") return;
    const { value: imported } = node.source;
    const [, name, version = ""] = packageName.exec(imported) ?? [];
    const specifier = `${name?.replace(":/", ":")}${version || "@*"}`;
    if (name !== undefined && locked && !locked.has(specifier)) {
      const message =
        `this project's packages are locked, and deno.lock has no "${name}${version}": ` +
        `to add it, run deno add --frozen=false ${name}${version}`;
      tell("unlocked-import", message, node.source);
    }
    const isName = !/^[./]|^[a-z]+:/.test(imported);
    const isNamed = (name: string) =>
      imported === name || imported.startsWith(name.endsWith("/") ? name : `${name}/`);
    if (names && isName && !names.some(isNamed)) {
      const message = `deno.json names no "${imported}": ${didYouMean(imported, names)} ` +
        `A package of npm is added by deno add --frozen=false npm:NAME`;
      tell("unnamed-import", message, node.source);
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
