import { assertEquals } from "@std/assert";
import { delimiter } from "node:path";
import { jupyterPath, projectFolder } from "../../../lib/cli/jupyter/project_folder.ts";

Deno.test("the project's folder comes first on Jupyter's path, and what was there stays", () => {
  const path = (...folders: string[]) => folders.join(delimiter);
  assertEquals(jupyterPath("/p/.jupyter"), "/p/.jupyter");
  assertEquals(jupyterPath("/p/.jupyter", ""), "/p/.jupyter");
  assertEquals(jupyterPath("/p/.jupyter", path("/a", "/b")), path("/p/.jupyter", "/a", "/b"));
  assertEquals(jupyterPath("/p", path("/a", "", "/p")), path("/p", "/a"));
});

Deno.test("the project's folder is a folder that git ignores", async () => {
  assertEquals(projectFolder(), ".jupyter");
  const ignored = (await Deno.readTextFile(".gitignore")).split("\n");
  assertEquals(ignored.includes(".jupyter/"), true);
});
