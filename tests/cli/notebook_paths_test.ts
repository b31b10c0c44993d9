import { assert, assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { notebookPaths } from "../../lib/cli/notebook_paths.ts";
import { InputError } from "../../lib/errors/problem.ts";

Deno.test("a folder stands for the notebooks in it, in order; another path for itself", async () => {
  const folder = await Deno.makeTempDir();
  try {
    for (const name of ["02_b.ipynb", "01_a.ipynb", ".03_c.ipynb", "notes.txt"]) {
      await Deno.writeTextFile(join(folder, name), "");
    }
    const [first, second] = ["01_a.ipynb", "02_b.ipynb"].map((name) => join(folder, name));
    assertEquals(await notebookPaths([second, folder]), [second, first]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a name stands for the notebook of the project, with or without ending", async () => {
  const path = "notebooks/04_table_1.ipynb";
  assertEquals(await notebookPaths(["04_table_1"]), [path]);
  assertEquals(await notebookPaths(["04_table_1.ipynb", path]), [path]);
});

Deno.test("every notebook that is not there is named, with those that may be meant", async () => {
  const error = await assertRejects(() => notebookPaths(["04_tabel_1", "x/13_atlas"]), InputError);
  assertEquals(error.message.split("\n").map((line) => line.split(",").at(0)), [
    "Cannot find notebooks: 2 problems",
    "04_tabel_1: expected a notebook",
    "x/13_atlas: expected a notebook",
  ]);
  assert(error.message.includes('did you mean "04_table_1"'));
});

Deno.test("no path stands for all notebooks of the project", async () => {
  const paths = await notebookPaths([]);
  assert(paths.length > 10 && paths.every((path) => path.endsWith(".ipynb")));
});
