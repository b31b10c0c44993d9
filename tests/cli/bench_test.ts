import { assertEquals, assertMatch } from "@std/assert";
import { serializeNotebook } from "../../lib/notebook/serialize_notebook.ts";
import { notebookOf } from "../notebook/notebook_of.ts";

async function bench(cells: Readonly<Record<string, string>>) {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${folder}/notebooks`);
    const path = `${folder}/notebooks/01_a.ipynb`;
    const text = serializeNotebook(notebookOf(cells));
    await Deno.writeTextFile(path, text);
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", "--quiet", "--no-prompt", "--allow-read", "--allow-net=127.0.0.1"],
        ...["--allow-write", `--allow-run=jupyter,${Deno.execPath()}`],
        ...["lib/cli/bench.ts", "--rounds", "1", path],
      ],
      cwd: new URL("../../", import.meta.url),
      env: { NO_COLOR: "1" },
    }).output();
    assertEquals(await Deno.readTextFile(path), text);
    assertEquals([...Deno.readDirSync(folder)].map(({ name }) => name), ["notebooks"]);
    const decoder = new TextDecoder();
    return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("bench measures every way that is installed, and leaves the notebooks", async () => {
  const { code, stdout, stderr } = await bench({ one: `const a = 1;`, two: `a + 1` });
  assertEquals(code, 0, stderr);
  const seconds = String.raw`\d+\.\d\d s \(.*\)`;
  assertMatch(stdout, new RegExp(`^this runner, 1 kernel +${seconds}`, "m"));
  assertMatch(stdout, new RegExp(`^jupyter nbconvert.* (${seconds}|not installed)$`, "m"));
  assertMatch(stdout, new RegExp(`^plain scripts, 1 at a time +${seconds}`, "m"));
  assertMatch(stdout, new RegExp(`^check, for the first time +${seconds}`, "m"));
  assertMatch(stdout, new RegExp(`^check, after a change in one notebook +${seconds}`, "m"));
  assertMatch(stdout, /^first check \/ this runner +\d+\.\d\d \(aim: at most 0\.5/m);
  assertMatch(stdout, /^this runner \/ plain scripts +\d+\.\d\d \(aim: at most 1\.8/m);
});

Deno.test("bench says which notebook fails", async () => {
  const { code, stderr } = await bench({ one: `null.x` });
  assertEquals(code, 1);
  assertMatch(stderr, /01_a\.ipynb \[cell "one"\] line 1: TypeError/);
});
