import { assertEquals } from "@std/assert";
import { readLibraryGraph } from "../../../lib/notebook/staleness/notebook_inputs.ts";

async function inLibrary(
  files: Readonly<Record<string, string>>,
  ask: (reach: (code: string) => { files: readonly string[]; exports: readonly string[] }) => void,
): Promise<void> {
  const parent = await Deno.makeTempDir();
  const folder = `${parent}/c# 100%20 Отчёт [a] (b), ~?`;
  await Deno.mkdir(folder);
  try {
    const written = { "deno.json": "{}", "run.ts": "export const run = 1;", ...files };
    for (const [name, text] of Object.entries(written)) {
      await Deno.writeTextFile(`${folder}/${name}`, text);
    }
    const path = (name: string) => `${folder}/${name}`;
    const reachOf = await readLibraryGraph({
      library: path("mod.ts"),
      runner: [path("run.ts")],
      config: path("deno.json"),
    });
    ask(reachOf);
  } finally {
    await Deno.remove(parent, { recursive: true });
  }
}

const files = {
  "mod.ts": `export { a, type T } from "./a.ts";
export {
  b as share,
  c,
} from "./b.ts";
export type { U } from "./u.ts";`,
  "a.ts": `export const a = 1; export type T = number;`,
  "b.ts": `import { deep } from "./deep.ts"; import type { U } from "./u.ts";
export const b: U = deep; export const c = 2;`,
  "deep.ts": `export const deep = 3;`,
  "u.ts": `export type U = number;`,
};

Deno.test("code reaches what it mentions by name, what that imports, and what runs it", async () => {
  await inLibrary(files, (reachOf) => {
    assertEquals(reachOf("1 + 1"), { files: ["run.ts"], exports: [] });
    assertEquals(reachOf(`import { a } from "report"`).files, ["a.ts", "run.ts"]);
    assertEquals(reachOf(`import { share as part } from "report"`), {
      files: ["b.ts", "deep.ts", "run.ts"],
      exports: ["b as share from ./b.ts"],
    });
    assertEquals(reachOf(`import { b } from "elsewhere"`).files, ["run.ts"]);
  });
});

Deno.test("code that imports the library as a whole, or when it runs, reaches all", async () => {
  const all = ["a.ts", "b.ts", "deep.ts", "run.ts"];
  await inLibrary(files, (reachOf) => {
    assertEquals(reachOf(`import * as report from "report"`).files, all);
    assertEquals(reachOf(`const { a } = await import("report")`).files, all);
  });
});

Deno.test("a library that reads its own names does not reach all by that", async () => {
  const own = `import * as own from "./mod.ts"; export const names = () => own;\n${
    files["mod.ts"]
  }`;
  await inLibrary({ ...files, "mod.ts": own }, (reachOf) => {
    assertEquals(reachOf("1").files, ["run.ts"]);
  });
});

Deno.test("what the library exports without a name counts as reached", async () => {
  await inLibrary({ ...files, "mod.ts": `export * from "./a.ts";` }, (reachOf) => {
    assertEquals(reachOf("1").files, ["a.ts", "run.ts"]);
  });
});
