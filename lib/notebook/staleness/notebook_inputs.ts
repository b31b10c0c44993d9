import { basename, dirname, join, relative, resolve } from "node:path";
import { ifThere } from "../../input/if_there.ts";
import type { Language } from "../../model/label.ts";
import { cataloguesIn } from "../../prose/translations.ts";
import type { NotebookDocument } from "../notebook_document.ts";
import { type LibraryEntries, readLibraryGraph } from "./library_graph.ts";
import {
  fingerprint,
  fingerprintFiles,
  type Fingerprints,
  type NotebookInputs,
} from "./run_record.ts";

/** What notebooks are run on. */
export interface RunBasis extends LibraryEntries {
  /** The folder that has the lock file, and from which editions are named. */
  readonly project: string;
  readonly language: Language;
}

/** Where a notebook lies, whose catalogues lie beside it, and the folders of the editions that it opens. */
export interface NotebookPlace {
  readonly path: string;
  /** From the project, or absolute. */
  readonly editions: readonly string[];
}

/** Reads the inputs of a notebook. */
export type InputsOf = (
  document: NotebookDocument,
  place: NotebookPlace,
) => Promise<NotebookInputs>;

/**
 * Reads what the outputs of notebooks follow from.
 *
 * @param basis Language, project and library.
 * @returns The inputs of a notebook.
 */
export async function readInputs(basis: RunBasis): Promise<InputsOf> {
  const { library, config, project, language } = basis;
  const root = dirname(config);
  const [reachOf, { lock = "" }] = await Promise.all([
    readLibraryGraph(basis),
    fingerprintFiles(new Map([["lock", join(project, "deno.lock")]])),
  ]);
  const known = new Map<string, Promise<Fingerprints>>();
  const once = (name: string, read: () => Promise<Fingerprints>) => {
    const found = known.get(name) ?? read();
    known.set(name, found);
    return found;
  };
  const ofFile = (name: string) =>
    once(name, () => fingerprintFiles(new Map([[name, join(root, name)]])));
  const ofEdition = (name: string) => once(name, () => editionFiles(name, resolve(project, name)));
  return async (document, { path, editions: folders }) => {
    const editions = folders.map((folder) =>
      relative(project, resolve(project, folder)).replaceAll("\\", "/")
    ).toSorted();
    const data = await Promise.all(editions.map(ofEdition));
    const code = document.cells.filter(({ cell_type }) => cell_type === "code");
    const { files, exports } = reachOf(code.map(({ source }) => source).join("\n"));
    const ofFiles = await Promise.all(files.map(ofFile));
    const names = fingerprint(exports.join("\n"));
    return {
      editions,
      deno: Deno.version.deno,
      language,
      lock,
      cells: Object.fromEntries(
        code.map(({ id, source }) => [`cell "${id}"`, fingerprint(source)]),
      ),
      data: Object.assign({}, ...data, await catalogueFiles(dirname(path), language)),
      library: Object.assign({ [basename(library)]: names }, ...ofFiles),
    };
  };
}

/** The files that an edition is read from; none where it has gone. */
async function editionFiles(edition: string, folder: string): Promise<Fingerprints> {
  const namesIn = async (below: string) =>
    await ifThere(Array.fromAsync(Deno.readDir(join(folder, below)), ({ name }) => below + name));
  const names = [...await namesIn("") ?? [], ...await namesIn("tables/") ?? []];
  const read = names.filter((name) => /\.csv$|^edition\.json$|^tables\/.*\.json$/.test(name));
  return await fingerprintFiles(
    new Map(read.map((name) => [`${edition}/${name}`, join(folder, name)])),
  );
}

async function catalogueFiles(folder: string, language: Language): Promise<Fingerprints> {
  const files = cataloguesIn(folder, language);
  return await fingerprintFiles(new Map(files.map((path) => [relative(folder, path), path])));
}
