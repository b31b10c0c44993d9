import { basename, dirname, join, relative } from "node:path";
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
  /** The folder of the edition. */
  readonly edition: string;
  readonly language: Language;
}

/** Reads the inputs of a notebook, whose catalogues lie beside it. */
export type InputsOf = (document: NotebookDocument, path: string) => Promise<NotebookInputs>;

/**
 * Reads what the outputs of notebooks follow from.
 *
 * @param basis Edition, language and library.
 * @returns The inputs of a notebook.
 */
export async function readInputs(basis: RunBasis): Promise<InputsOf> {
  const { library, config, edition, language } = basis;
  const root = dirname(config);
  const [reachOf, data, { lock = "" }] = await Promise.all([
    readLibraryGraph(basis),
    editionFiles(edition),
    fingerprintFiles(new Map([["lock", join(root, "deno.lock")]])),
  ]);
  const known = new Map<string, Promise<Fingerprints>>();
  const ofFile = (name: string) => {
    const found = known.get(name) ?? fingerprintFiles(new Map([[name, join(root, name)]]));
    known.set(name, found);
    return found;
  };
  return async (document, path) => {
    const code = document.cells.filter(({ cell_type }) => cell_type === "code");
    const { files, exports } = reachOf(code.map(({ source }) => source).join("\n"));
    const ofFiles = await Promise.all(files.map(ofFile));
    const names = fingerprint(exports.join("\n"));
    return {
      deno: Deno.version.deno,
      language,
      lock,
      cells: Object.fromEntries(
        code.map(({ id, source }) => [`cell "${id}"`, fingerprint(source)]),
      ),
      data: { ...data, ...await catalogueFiles(dirname(path), language) },
      library: Object.assign({ [basename(library)]: names }, ...ofFiles),
    };
  };
}

async function editionFiles(folder: string): Promise<Fingerprints> {
  const names = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
  const read = names.filter((name) => name.endsWith(".csv") || name === "edition.json");
  return await fingerprintFiles(new Map(read.map((name) => [name, join(folder, name)])));
}

async function catalogueFiles(folder: string, language: Language): Promise<Fingerprints> {
  const files = cataloguesIn(folder, language);
  return await fingerprintFiles(new Map(files.map((path) => [relative(folder, path), path])));
}
