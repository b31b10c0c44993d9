import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installKernelspec, notebookName } from "../../lib/cli/kernel/kernelspec.ts";
import { type NotebookDocument, parseNotebook } from "../../lib/notebook/notebook_document.ts";
import { serializeNotebook } from "../../lib/notebook/serialize_notebook.ts";
import { copyFolder } from "../cli/copy_folder.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Names of the project's notebooks, in their order. */
export const notebookNames: readonly string[] = [...Deno.readDirSync(`${root}notebooks`)]
  .flatMap(({ name }) => name.endsWith(".ipynb") ? [name] : []).toSorted();

/** A notebook as it is committed. */
export async function committedNotebook(name: string): Promise<NotebookDocument> {
  const path = join(root, "notebooks", name);
  return parseNotebook(await Deno.readTextFile(path), path);
}

/**
 * A copy of the project for Jupyter's programs, with a Jupyter of its own that knows no other
 * kernel and no settings of the user. It goes when it falls out of scope.
 */
export class JupyterProject implements AsyncDisposable {
  /** Where the copy's notebooks are. */
  readonly notebooks: string;
  /** Environment variables by which Jupyter's programs find this Jupyter alone. */
  readonly environment: Readonly<Record<string, string>>;

  private constructor(readonly folder: string) {
    this.notebooks = join(folder, "notebooks");
    const jupyter = join(folder, "jupyter");
    this.environment = {
      NO_COLOR: "1",
      IPYTHONDIR: join(jupyter, "ipython"),
      JUPYTER_CONFIG_DIR: join(jupyter, "config"),
      JUPYTER_DATA_DIR: join(jupyter, "data"),
      JUPYTER_PATH: join(jupyter, "path"),
      JUPYTER_RUNTIME_DIR: join(jupyter, "runtime"),
    };
  }

  /** Makes the copy. */
  static async create(): Promise<JupyterProject> {
    const project = new JupyterProject(await Deno.makeTempDir({ prefix: "jupyter-" }));
    const { folder, environment } = project;
    for (const part of ["lib", "data", "notebooks"]) {
      await copyFolder(`${root}${part}`, join(folder, part));
    }
    for (const part of ["deno.json", "deno.lock"]) {
      await Deno.copyFile(`${root}${part}`, join(folder, part));
    }
    await installKernelspec([notebookName], environment.JUPYTER_PATH);
    return project;
  }

  /** Adds a notebook to the copy. */
  async add(name: string, document: NotebookDocument): Promise<void> {
    await Deno.writeTextFile(join(this.notebooks, name), serializeNotebook(document));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Deno.remove(this.folder, { recursive: true });
  }
}
