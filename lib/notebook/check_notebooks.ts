import { basename, dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { codeFindings, type ProjectPackages, unlockedImport } from "./code_findings.ts";
import { type DenoOptions, lintErrors, typeErrors } from "./deno_findings.ts";
import { documentFindings } from "./document_findings.ts";
import { moduleOfCells } from "./module_of_cells.ts";
import { notebookSentences } from "./notebook_sentences.ts";
import { inNotebookOrder, type NotebookFinding, severityOf } from "./notebook_finding.ts";
import { MalformedNotebook } from "./parse_notebook.ts";
import { placedInNotebook } from "./placed_in_notebook.ts";
import { readCells } from "./read_cells.ts";
import { readNotebook } from "./read_notebook.ts";
import { scratchFolder } from "./scratch_folder.ts";
import { translationFindings } from "./translation_findings.ts";
import type { ReadNotebook, WrittenModule } from "./written_module.ts";

/**
 * Checks notebooks like code: types and lint of their cells, those of each in order as one module; names,
 * imports and promises where the kernel differs from a module; and what the files hold besides code.
 *
 * @param paths The notebooks, all of one folder; relative imports that begin with `../` resolve.
 * @returns Every finding, by notebook and place, and last those in files that notebooks import.
 * @throws The reason of `signal`, if that is aborted.
 */
export async function checkNotebooks(
  paths: readonly string[],
  options: DenoOptions,
): Promise<NotebookFinding[]> {
  const [config, lock] = await Promise.all(
    [options.config, join(dirname(options.config), "deno.lock")]
      .map((path) => Deno.readTextFile(path).catch(() => undefined)),
  );
  const packages = { config, lock };
  const notebooks = await Promise.all([...new Set(paths)].map((path) => read(path, packages)));
  const found = await ofDeno(notebooks.filter(({ cells }) => cells.length > 0), options);
  const root = dirname(resolve(options.config));
  const named = found.map((finding) => ({
    ...finding,
    path: notebooks.some(({ path }) => path === finding.path)
      ? finding.path
      : relative(root, finding.path),
    message: finding.message.replaceAll(`${pathToFileURL(root)}/`, ""),
  }));
  const ofNotebooks = notebooks.map(({ path, findings }) => [
    ...findings,
    ...named.filter((finding) => finding.path === path),
  ]);
  const elsewhere = named.filter((one) => notebooks.every(({ path }) => path !== one.path));
  return [...ofNotebooks.flatMap(inNotebookOrder), ...inNotebookOrder(elsewhere)];
}

async function read(path: string, packages: ProjectPackages): Promise<ReadNotebook> {
  try {
    const { text, document } = await readNotebook(path);
    const code = readCells(document);
    const findings = [
      ...documentFindings(text, document),
      ...codeFindings(code, packages),
      ...await translationFindings(path, notebookSentences(document)),
    ];
    const cannotRun = code.broken.length > 0 ||
      findings.some((finding) => finding.code === unlockedImport);
    const cells = cannotRun ? [] : code.cells;
    return {
      path,
      cells,
      findings: findings.map((finding) => ({
        path,
        severity: severityOf(finding.code),
        ...finding,
      })),
    };
  } catch (error) {
    const at = { path, code: "malformed", severity: "error" } as const;
    if (!(error instanceof MalformedNotebook)) throw error;
    const findings = error.problems.map((problem) => ({ ...at, ...problem }));
    return { path, cells: [], findings };
  }
}

/** What `deno check` and `deno lint` find in notebooks; paths of other files are absolute. */
async function ofDeno(
  notebooks: readonly ReadNotebook[],
  options: DenoOptions,
): Promise<NotebookFinding[]> {
  const [first] = notebooks;
  if (!first) return [];
  const root = dirname(resolve(options.config));
  await using folder = await scratchFolder(".check", { parent: besideFolderOf(first.path, root) });
  // The linter follows no import, and would leave out what lies in `notebooks/`.
  await using atRoot = await scratchFolder(".check", { parent: root });
  const write = async (folder: string, ending: string, refusePromises: boolean) =>
    await Promise.all(notebooks.map(async (notebook, index): Promise<WrittenModule> => {
      const module = moduleOfCells(notebook.cells, { refusePromises });
      const type = notebook.cells.some(({ hasJsx }) => hasJsx) ? "tsx" : "ts";
      const path = join(folder, `${plainName(notebook.path, index)}${ending}.${type}`);
      await Deno.writeTextFile(path, module.text);
      return { path, text: module.text, notebook, module };
    }));
  const forTypes = await write(folder.path, ".types", true);
  const forLint = await write(atRoot.path, ".lint", false);
  const [types, lint] = await Promise.all([
    typeErrors(forTypes, options),
    lintErrors(forLint, options),
  ]);
  return [
    // Of an import by a name that deno.json lacks the finding on the code says more.
    ...types.filter(({ message }) => !/^Import ".*" not .* in import map/.test(message))
      .flatMap((finding) => placedInNotebook(finding, forTypes))
      .map((finding) => ({ ...finding, severity: "error" as const })),
    ...lint.flatMap((finding) => placedInNotebook(finding, forLint))
      .map((finding) => ({ ...finding, severity: "style" as const })),
  ];
}

/** The name of a notebook without characters of which Deno makes a pattern or an address. */
function plainName(path: string, index: number): string {
  const name = basename(path, ".ipynb");
  const plain = name.replaceAll(/[^\p{L}\p{N}_-]/gu, "_");
  return plain === name ? name : `${plain}_${index}`;
}

/** Beside the folder of a notebook, so that `../` leads where it leads from there; never outside of the project. */
function besideFolderOf(path: string, root: string): string {
  const folder = resolve(dirname(path));
  return folder === root ? folder : dirname(folder);
}
