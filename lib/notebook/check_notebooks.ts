import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Finding, lintErrors, typeErrors } from "./deno_findings.ts";
import { type ModuleOfCells, moduleOfCells } from "./module_of_cells.ts";
import { MalformedNotebook, parseNotebook } from "./parse_notebook.ts";

/** What is amiss in the code of a notebook. */
export interface NotebookFinding {
  readonly path: string;
  /** The id of the cell; `undefined` where the whole notebook is meant. */
  readonly cell?: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  readonly code: string;
  /** The line of the cell. */
  readonly source?: string;
}

interface Extracted {
  readonly path: string;
  readonly file: string;
  readonly module: ModuleOfCells;
}

/**
 * Type-checks and lints the code cells of notebooks, those of each in order as one module.
 *
 * @param paths The notebooks, all of one folder; relative imports that begin with `../` resolve.
 * @param config Path of the `deno.json` of the project.
 * @returns Every finding, by notebook and place.
 */
export async function checkNotebooks(
  paths: readonly string[],
  { config }: { readonly config: string },
): Promise<NotebookFinding[]> {
  if (paths.length === 0) return [];
  const beside = dirname(resolve(dirname(paths[0])));
  const folder = await Deno.makeTempDir({ dir: beside, prefix: ".check-", suffix: ".tmp" });
  try {
    const malformed: NotebookFinding[] = [];
    const extracted: Extracted[] = [];
    for (const path of paths) {
      const module = await load(path);
      if ("code" in module) malformed.push(module);
      else {
        const file = join(folder, `${basename(path, ".ipynb")}.ts`);
        await Deno.writeTextFile(file, module.text);
        extracted.push({ path, file, module });
      }
    }
    const files = extracted.map(({ file }) => file);
    const found = files.length === 0
      ? []
      : (await Promise.all([typeErrors(files, config), lintErrors(files, config)])).flat();
    const root = `${pathToFileURL(dirname(resolve(config)))}/`;
    const named = found.map((finding) => ({
      ...finding,
      message: finding.message.replaceAll(root, ""),
    }));
    const inOrder = named.toSorted((a, b) => a.line - b.line || a.column - b.column);
    return [...malformed, ...inOrder.map((finding) => inNotebook(finding, extracted))]
      .toSorted((a, b) => paths.indexOf(a.path) - paths.indexOf(b.path));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/**
 * Says what is amiss, and shows the line.
 *
 * @returns Such as `notebooks/04_x.ipynb [cell "growth"] 3:14: … (TS2322)`.
 */
export function describeFinding(finding: NotebookFinding): string {
  const { path, cell, line, column, message, code, source } = finding;
  const place = cell === undefined ? "" : ` [cell "${cell}"] ${line}:${column}`;
  return `${path}${place}: ${message} (${code})${source === undefined ? "" : `\n    ${source}`}`;
}

async function load(path: string): Promise<ModuleOfCells | NotebookFinding> {
  try {
    return moduleOfCells(parseNotebook(await Deno.readTextFile(path), path));
  } catch (error) {
    if (!(error instanceof MalformedNotebook)) throw error;
    return { path, message: error.message, code: "malformed" };
  }
}

function inNotebook(
  { file, line, column, message, code }: Finding,
  extracted: readonly Extracted[],
): NotebookFinding {
  const found = extracted.find((one) => one.file === file);
  const place = found?.module.placeOf(line);
  if (!found || !place) return { path: found?.path ?? file, message, code };
  const source = found.module.text.split("\n")[line - 1].trimEnd();
  return { path: found.path, cell: place.cell, line: place.line, column, message, code, source };
}
