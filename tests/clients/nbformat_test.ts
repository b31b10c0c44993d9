import { assertEquals, assertMatch } from "@std/assert";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { notebookNames } from "./jupyter_project.ts";
import { commandOf } from "./programs.ts";
import { runProgram } from "./run_program.ts";
import { testWith } from "./test_with.ts";

const validator = fileURLToPath(new URL("validate_notebooks.py", import.meta.url));

testWith(["nbformat"], {
  name: "nbformat finds every committed notebook valid",
  async fn() {
    const paths = notebookNames.map((name) => join("notebooks", name));
    assertEquals(await runProgram(commandOf("nbformat"), { args: [validator, ...paths] }), "");
  },
});

testWith(["nbformat"], {
  name: "nbformat finds the problems of a notebook that is not valid",
  async fn() {
    const folder = await Deno.makeTempDir();
    try {
      const path = join(folder, "broken.ipynb");
      const notebook = JSON.parse(await Deno.readTextFile(join("notebooks", notebookNames[0])));
      notebook.cells[0].id = "two words";
      notebook.cells[1].colour = "red";
      await Deno.writeTextFile(path, JSON.stringify(notebook));
      const found = await runProgram(commandOf("nbformat"), { args: [validator, path] });
      assertMatch(found, /cells\.0(\.id)?: .*\n.*cells\.1: .*\n$/);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});
