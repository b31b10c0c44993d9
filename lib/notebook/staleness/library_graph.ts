import { dirname, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { z } from "zod";
import { runProgram } from "../../input/run_program.ts";

/** What code uses of a library. */
export interface LibraryUse {
  /** Modules, as paths relative to the folder of the configuration, sorted. */
  readonly files: readonly string[];
  /** The entries of the library's lists of exports by which it does. */
  readonly exports: readonly string[];
}

/** Where {@linkcode readLibraryGraph} begins. */
export interface LibraryEntries {
  /** The module whose named exports cells import. */
  readonly library: string;
  /** Modules that every run uses, whatever cells import. */
  readonly runner: readonly string[];
  /** The `deno.json` that resolves imports. */
  readonly config: string;
}

const position = z.object({ line: z.int(), character: z.int() });
const schema = z.object({
  modules: z.array(z.object({
    specifier: z.string(),
    error: z.string().optional(),
    dependencies: z.array(z.object({
      specifier: z.string(),
      code: z.object({ specifier: z.string(), span: z.object({ start: position }) }).optional(),
    })).default([]),
  })),
});

/**
 * Reads which modules import which, as Deno resolves them; what is imported as a type only does not count.
 *
 * @returns What the code of cells reaches by the names that it mentions, with what every run uses. Code that imports the library
 *   as a whole, or only when it runs, reaches all.
 * @throws {Error} If Deno cannot tell, or what it tells lacks a module.
 */
export async function readLibraryGraph(
  { library, runner, config }: LibraryEntries,
): Promise<(code: string) => LibraryUse> {
  const imports = await importsOf([library, ...runner], config);
  const importsIn = (path: string) => {
    const found = imports.get(path);
    if (found) return found;
    throw new Error(`Cannot read what "${path}" imports: expected it in what deno info tells`);
  };
  const entry = resolve(library);
  // The library reads its own names too, which is no use of all that they lead to.
  const others = importsIn(entry).filter(({ module }) => module !== entry);
  const exported = exportsIn(await Deno.readTextFile(library), others);
  const root = dirname(config);
  return (code) => {
    const isWhole = /\bimport\s*\(|\bimport\s*\*/.test(code);
    const words = new Set(code.match(/[\p{L}\p{N}_$]+/gu));
    const used = exported.filter(({ name }) => isWhole || !name || words.has(name));
    const reached = new Set([
      ...used.map(({ module }) => module),
      ...runner.map((path) => resolve(path)),
    ]);
    // A set also gives what is added to it meanwhile.
    for (const path of reached) for (const { module } of importsIn(path)) reached.add(module);
    const files = [...reached].map((path) => relative(root, path).replaceAll("\\", "/"));
    return { files: files.toSorted(), exports: used.map(({ entry }) => entry) };
  };
}

interface Import {
  /** Its path. */
  readonly module: string;
  readonly specifier: string;
  readonly line: number;
  readonly character: number;
}

/** What each module of the project, by its path, imports of the project; packages are in the lock file. */
async function importsOf(
  entries: readonly string[],
  config: string,
): Promise<ReadonlyMap<string, readonly Import[]>> {
  // One module that imports them all, so that Deno is asked once.
  const all = entries.map((entry) => `import "${pathToFileURL(entry)}";`).join("");
  const address = `data:text/typescript,${encodeURIComponent(all)}`;
  const info = [Deno.execPath(), "info", "--json", "--config", config, address] as const;
  const { success, stdout, stderr } = await runProgram(info);
  if (!success) throw new Error(`Cannot read what the library imports: ${stderr.trim()}`);
  const modules = schema.parse(JSON.parse(stdout)).modules
    .filter(({ specifier }) => specifier.startsWith("file:"));
  return new Map(modules.map(({ specifier, error, dependencies }) => {
    if (error !== undefined) throw new Error(`Cannot read what the library imports: ${error}`);
    const imports = dependencies.flatMap(({ specifier, code }) =>
      code?.specifier.startsWith("file:")
        ? [{ module: fileURLToPath(code.specifier), specifier, ...code.span.start }]
        : []
    );
    return [fileURLToPath(specifier), imports];
  }));
}

interface Export {
  readonly module: string;
  /** The name that it has for those who import it; `undefined` if that cannot be told. */
  readonly name: string | undefined;
  /** As written. */
  readonly entry: string;
}

/** Reads `export { a, b as c } from "./x.ts"` backwards from the place of `"./x.ts"`. */
function exportsIn(text: string, imports: readonly Import[]): Export[] {
  const lines = text.split("\n");
  return imports.flatMap(({ module, specifier, line, character }) => {
    const before = [...lines.slice(0, line), lines[line].slice(0, character)].join("\n");
    const [, list] = before.match(/\bexport\s*\{([^{}]*)\}\s*from\s*$/) ?? [];
    if (list === undefined) return [{ module, name: undefined, entry: specifier }];
    return list.split(",").map((entry) => entry.trim()).filter((entry) => entry !== "").map((
      entry,
    ) => ({
      module,
      name: entry.split(/\s+/).at(-1),
      entry: `${entry} from ${specifier}`,
    }));
  });
}
