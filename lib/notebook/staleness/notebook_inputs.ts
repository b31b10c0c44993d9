import { basename, dirname, join } from "node:path";
import type { NotebookDocument } from "../notebook_document.ts";
import { fingerprint, fingerprintFiles, type Fingerprints } from "./fingerprint.ts";
import { type LibraryEntries, readLibraryGraph } from "./library_graph.ts";
import type { NotebookInputs } from "./run_record.ts";

/** What notebooks are run on. */
export interface RunBasis extends LibraryEntries {
  /** The folder of the edition. */
  readonly edition: string;
  readonly language: string;
}

/**
 * Reads what the outputs of notebooks follow from.
 *
 * @param basis Edition, language and library.
 * @returns The inputs of a notebook.
 */
export async function readInputs(
  basis: RunBasis,
): Promise<(document: NotebookDocument) => Promise<NotebookInputs>> {
  const { library, config, edition, language } = basis;
  const root = dirname(config);
  const [graph, data, { lock = "" }] = await Promise.all([
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
  return async (document) => {
    const code = document.cells.filter(({ cell_type }) => cell_type === "code");
    const { files, exports } = graph.reachedBy(code.map(({ source }) => source).join("\n"));
    const ofFiles = await Promise.all(files.map(ofFile));
    const names = fingerprint(exports.join("\n"));
    return {
      deno: Deno.version.deno,
      language,
      lock,
      cells: Object.fromEntries(
        code.map(({ id, source }) => [`cell "${id}"`, fingerprint(source)]),
      ),
      data,
      library: Object.assign({ [basename(library)]: names }, ...ofFiles),
    };
  };
}

async function editionFiles(folder: string): Promise<Fingerprints> {
  const names = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
  const read = names.filter((name) => name.endsWith(".csv") || name === "edition.json");
  return await fingerprintFiles(new Map(read.map((name) => [name, join(folder, name)])));
}
