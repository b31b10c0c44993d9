import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkNotebooks } from "../notebook/check_notebooks.ts";
import { readNotebook } from "../notebook/parse_notebook.ts";
import { serializeNotebook } from "../notebook/serialize_notebook.ts";

/** Copies of notebooks, so that a check can be measured as if for the first time, and after a change. */
export class CheckedCopies {
  #copies: readonly string[] = [];
  #changes = 0;

  /**
   * @param paths The notebooks, which are not changed.
   * @param folder Where the copies go.
   */
  constructor(readonly paths: readonly string[], readonly folder: string) {}

  /** Copies the notebooks to where none has ever been checked: nothing that `deno` keeps is of use there. */
  async renew(): Promise<void> {
    const fresh = await Deno.makeTempDir({ dir: this.folder, prefix: "checked-" });
    await Deno.mkdir(join(fresh, "notebooks"));
    this.#copies = await Promise.all(this.paths.map(async (path) => {
      const copy = join(fresh, "notebooks", basename(path));
      await Deno.copyFile(path, copy);
      return copy;
    }));
  }

  /** Changes the code of one copy. */
  async change(): Promise<void> {
    const [path] = this.#copies;
    const { document } = await readNotebook(path);
    const cells = document.cells.map((cell) => ({
      ...cell,
      source: `${cell.source}\n// ${this.#changes}`,
    }));
    this.#changes++;
    await Deno.writeTextFile(path, serializeNotebook({ ...document, cells }));
  }

  /** Checks the copies. */
  async check(signal: AbortSignal): Promise<void> {
    const config = fileURLToPath(new URL("../../deno.json", import.meta.url));
    await checkNotebooks(this.#copies, { config, signal });
  }
}
