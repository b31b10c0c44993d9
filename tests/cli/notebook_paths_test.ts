import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { notebookPaths } from "../../lib/cli/notebook_paths.ts";

Deno.test("a folder stands for the notebooks in it, in order; another path for itself", async () => {
  const folder = await Deno.makeTempDir();
  try {
    for (const name of ["02_b.ipynb", "01_a.ipynb", "notes.txt"]) {
      await Deno.writeTextFile(join(folder, name), "");
    }
    const notebooks = ["01_a.ipynb", "02_b.ipynb"].map((name) => join(folder, name));
    const absent = join(folder, "absent.ipynb");
    assertEquals(await notebookPaths([absent, folder]), [absent, ...notebooks]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("no path stands for all notebooks of the project", async () => {
  const paths = await notebookPaths([]);
  assert(paths.length > 10 && paths.every((path) => path.endsWith(".ipynb")));
});
