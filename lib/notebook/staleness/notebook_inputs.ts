import { basename, dirname, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as z from "zod";
import { namesIn } from "../../input/read_file.ts";
import { runProgram } from "../../input/run_program.ts";
import type { Language } from "../../model/label.ts";
import { cataloguesIn } from "../../prose/translations.ts";
import { fingerprint, fingerprintFiles, type Fingerprints, type InputsOf } from "./staleness.ts";

/** What notebooks are run on. */
export interface RunBasis {
  /** The module whose named exports cells import. */
  readonly library: string;
  /** Modules that every run uses, whatever cells import. */
  readonly runner: readonly string[];
  /** The `deno.json` that resolves imports. */
  readonly config: string;
  /** The folder that has the lock file, and from which editions are named. */
  readonly project: string;
  readonly language: Language;
}

/**
 * Reads what the outputs of notebooks follow from.
 *
 * @param basis Language, project and library.
 * @returns The inputs of a notebook.
 */
export async function readInputs(basis: RunBasis): Promise<InputsOf> {
  const { library, config, project, language } = basis;
  const root = dirname(config);
  const [reachOf, { "deno.lock": lock = "" }] = await Promise.all([
    readLibraryGraph(basis),
    fingerprintFiles(["deno.lock"], project),
  ]);
  const known = new Map<string, Promise<Fingerprints>>();
  const ofFile = (name: string) =>
    known.getOrInsertComputed(name, () => fingerprintFiles([name], root));
  const ofEdition = (name: string) =>
    known.getOrInsertComputed(name, () => editionFiles(name, project));
  return async (document, { path, editions: folders }) => {
    const editions = folders.map((folder) =>
      relative(project, resolve(project, folder)).replaceAll("\\", "/")
    ).toSorted();
    const data = await Promise.all(editions.map(ofEdition));
    const code = document.cells.filter(({ cell_type }) => cell_type === "code");
    const { files, exports } = reachOf(code.map(({ source }) => source).join("\n"));
    const names = fingerprint(exports.join("\n")), folder = dirname(path);
    const catalogues = cataloguesIn(folder, language).map((file) => relative(folder, file));
    const cells = code.map(({ id, source }) => [`cell "${id}"`, fingerprint(source)]);
    return {
      editions,
      deno: Deno.version.deno,
      language,
      lock,
      cells: Object.fromEntries(cells),
      data: Object.assign({}, ...data, await fingerprintFiles(catalogues, folder)),
      library: Object.assign(
        { [basename(library)]: names },
        ...await Promise.all(files.map(ofFile)),
      ),
    };
  };
}

/** The files that an edition is read from; none where it has gone. */
async function editionFiles(edition: string, project: string): Promise<Fingerprints> {
  const [own, printed] = await Promise.all(
    ["", "tables"].map((below) => namesIn(resolve(project, edition, below))),
  );
  const names = [...own, ...printed.map((name) => `tables/${name}`)];
  const read = names.filter((name) => /\.csv$|^edition\.json$|^tables\/.*\.json$/.test(name));
  return await fingerprintFiles(read.map((name) => `${edition}/${name}`), project);
}

const schema = z.object({
  modules: z.array(z.object({
    specifier: z.string(),
    error: z.string().optional(),
    dependencies: z.array(z.object({
      specifier: z.string(),
      code: z.object({ specifier: z.string() }).optional(),
    })).default([]),
  })),
});

/**
 * Reads which modules import which, as Deno resolves them; what is imported as a type only does not count.
 *
 * @returns What the code of cells reaches by the names that it mentions, with what every run uses: modules, as paths relative to
 *   the folder of the configuration, sorted, and the entries of the library's lists of exports by which it does. Code that
 *   imports the library as a whole, or only when it runs, reaches all.
 * @throws {Error} If Deno cannot tell, or what it tells lacks a module.
 */
export async function readLibraryGraph(
  { library, runner, config }: Pick<RunBasis, "library" | "runner" | "config">,
): Promise<(code: string) => { readonly files: string[]; readonly exports: string[] }> {
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

/** What each module of the project, by its path, imports of the project, by their paths; packages are in the lock file. */
async function importsOf(entries: readonly string[], config: string) {
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
        ? [{ module: fileURLToPath(code.specifier), specifier }]
        : []
    );
    return [fileURLToPath(specifier), imports] as const;
  }));
}

/** What a module exports from others as `export { a, b as c } from "./x.ts"`, entry by entry; a name that cannot be told is none. */
function exportsIn(text: string, imports: readonly Record<"module" | "specifier", string>[]) {
  const lists = Map.groupBy(
    text.matchAll(/\bexport\s*\{([^{}]*)\}\s*from\s*"([^"]+)"/g),
    ([, , specifier]) => specifier,
  );
  return imports.flatMap(({ module, specifier }) => {
    const entries = lists.get(specifier)?.flatMap(([, list]) =>
      list.match(/[^\s,][^,]*(?<!\s)/g) ?? []
    );
    return entries?.map((entry) => ({
      module,
      name: entry.split(/\s+/).at(-1),
      entry: `${entry} from ${specifier}`,
    })) ?? [{ module, name: undefined, entry: specifier }];
  });
}
