import { assertEquals, assertStringIncludes } from "@std/assert";
import { serializeNotebook } from "../../lib/notebook/serialize_notebook.ts";
import { notebookOf } from "../notebook/notebook_of.ts";
import { scratchProject } from "./scratch_project.ts";

/** A notebook whose one cell gave a figure and a number. */
function given(value: number): string {
  const document = notebookOf({ growth: "growth()" });
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><text y="9">${value}</text></svg>`;
  const outputs = [
    { output_type: "display_data", data: { "text/plain": `It is ${value}.` }, metadata: {} },
    {
      output_type: "display_data",
      data: { "image/svg+xml": svg },
      metadata: {},
    },
  ] as const;
  const cells = document.cells.map((cell) => ({ ...cell, outputs: structuredClone(outputs) }));
  return serializeNotebook({ ...document, cells } as unknown as typeof document);
}

async function git(folder: string, ...args: string[]): Promise<void> {
  const identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"];
  const { success, stderr } = await new Deno.Command("git", {
    args: [...identity, ...args],
    cwd: folder,
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}

Deno.test("diff tells what changed since a revision, and writes figures before and after", async () => {
  await using project = await scratchProject({});
  const { folder } = project;
  const path = `${folder}/notebooks/02_network.ipynb`;
  await Deno.writeTextFile(path, given(10));
  await git(folder, "init", "--quiet");
  await git(folder, "add", "notebooks");
  await git(folder, "commit", "--quiet", "--message", "before");
  const same = await project.run("diff");
  assertEquals([same.code, same.stdout], [0, ""], same.stderr);

  await Deno.writeTextFile(path, given(12));
  const { code, stdout, stderr } = await project.run("diff");
  assertEquals(code, 0, stderr);
  assertEquals(
    stdout,
    [
      "notebooks/02_network.ipynb",
      '  [cell "growth"]',
      "    10 → 12 (+2)",
      '    figure "growth" changed',
      "      10 → 12 (+2)",
      "",
    ].join("\n"),
  );
  assertStringIncludes(stderr, "1 of ");
  const written = Deno.readDir(`${folder}/out/diff/02_network`);
  assertEquals((await Array.fromAsync(written, ({ name }) => name)).toSorted(), [
    "growth.after.png",
    "growth.after.svg",
    "growth.before.png",
    "growth.before.svg",
  ]);
  const json = JSON.parse((await project.run("diff", "--json")).stdout);
  assertEquals(json.notebooks[0].cells[0].cell, "growth");
});

Deno.test("diff compares with a folder, and says what to do where git cannot tell", async () => {
  await using project = await scratchProject({});
  const { folder } = project;
  await Deno.mkdir(`${folder}/earlier`);
  await Deno.writeTextFile(`${folder}/earlier/02_network.ipynb`, given(10));
  await Deno.writeTextFile(`${folder}/notebooks/02_network.ipynb`, given(11));
  const path = "notebooks/02_network.ipynb";
  const found = await project.run("diff", path, "--before", "earlier");
  assertStringIncludes(found.stdout, "10 → 11 (+1)");

  const refused = await project.run("diff", path, "--since", "no-such-revision");
  assertEquals(refused.code, 1);
  assertStringIncludes(refused.stderr, "--before");
  const missing = await project.run("diff", "notebooks/99_none.ipynb", "--before", "earlier");
  assertEquals(missing.code, 1);
  assertStringIncludes(
    missing.stderr,
    "notebooks/99_none.ipynb: expected a notebook, found none; did you mean",
  );
  const absent = await project.run("diff", path, "--before", "never");
  assertEquals([absent.code, absent.stdout], [1, ""]);
  assertStringIncludes(absent.stderr, "never: expected a folder of earlier notebooks, found none");
});
