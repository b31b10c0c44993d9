import { assertEquals } from "@std/assert";
import { delimiter } from "node:path";
import { type Environment, jupyterFolder, jupyterPath, userFolder } from "../../lib/cli/project.ts";

const home = "/homes/a b";
const roaming = String.raw`C:\Documents and Settings\a b\Application Data`;

const cases: readonly [
  what: string,
  os: typeof Deno.build.os,
  environment: Environment,
  folder: string | undefined,
][] = [
  ["Linux", "linux", { HOME: home }, `${home}/.local/share/jupyter`],
  ["Linux with XDG", "linux", { HOME: home, XDG_DATA_HOME: "/x" }, "/x/jupyter"],
  [
    "Linux with an empty XDG",
    "linux",
    { HOME: home, XDG_DATA_HOME: "" },
    `${home}/.local/share/jupyter`,
  ],
  ["BSD", "freebsd", { HOME: home }, `${home}/.local/share/jupyter`],
  ["macOS", "darwin", { HOME: home, XDG_DATA_HOME: "/x" }, `${home}/Library/Jupyter`],
  ["Windows", "windows", { HOME: home, APPDATA: roaming }, String.raw`${roaming}\jupyter`],
  ["JUPYTER_DATA_DIR, on Linux", "linux", { HOME: home, JUPYTER_DATA_DIR: "/d" }, "/d"],
  ["JUPYTER_DATA_DIR, on macOS", "darwin", { HOME: home, JUPYTER_DATA_DIR: "/d" }, "/d"],
  [
    "JUPYTER_DATA_DIR, on Windows",
    "windows",
    { APPDATA: roaming, JUPYTER_DATA_DIR: "D:\\" },
    "D:\\",
  ],
  ["Linux without a home", "linux", {}, undefined],
  ["macOS without a home", "darwin", { XDG_DATA_HOME: "/x" }, undefined],
  ["Windows without APPDATA", "windows", { HOME: home }, undefined],
  ["an empty home", "linux", { HOME: "" }, undefined],
];

for (const [what, os, environment, folder] of cases) {
  Deno.test(`the user's Jupyter folder: ${what}`, () => {
    assertEquals(userFolder(environment, os), folder);
  });
}

Deno.test("the project's folder comes first on Jupyter's path, and what was there stays", () => {
  const path = (...folders: string[]) => folders.join(delimiter);
  assertEquals(jupyterPath("/p/.jupyter"), "/p/.jupyter");
  assertEquals(jupyterPath("/p/.jupyter", ""), "/p/.jupyter");
  assertEquals(jupyterPath("/p/.jupyter", path("/a", "/b")), path("/p/.jupyter", "/a", "/b"));
  assertEquals(jupyterPath("/p", path("/a", "", "/p")), path("/p", "/a"));
});

Deno.test("the project's folder is a folder that git ignores", async () => {
  assertEquals(jupyterFolder(), ".jupyter");
  const ignored = (await Deno.readTextFile(".gitignore")).split("\n");
  assertEquals(ignored.includes(".jupyter/"), true);
});
