import { assertEquals, assertMatch } from "@std/assert";
import { runProgram } from "../../lib/input/run_program.ts";
import { changedEdition, replaced, withLine } from "../load/changed_edition.ts";
import { runTask } from "./run_task.ts";

async function namesIn(folder: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  return entries.map(({ name }) => name).toSorted();
}

Deno.test("describe writes the datapackage.json that is committed", async () => {
  await using edition = await changedEdition({ "datapackage.json": null });
  const { folder } = edition;
  const { code, stdout } = await runTask(["describe", "--edition", folder]);
  assertEquals([code, stdout], [0, `Wrote ${folder}/datapackage.json and 9 derived tables\n`]);
  assertEquals(
    await Deno.readTextFile(`${folder}/datapackage.json`),
    await Deno.readTextFile(new URL("../../data/kuzbass-2016/datapackage.json", import.meta.url)),
  );
  assertEquals(await namesIn(folder), await namesIn("data/kuzbass-2016"));
});

Deno.test("describe follows edition.json", async () => {
  await using edition = await changedEdition({
    "edition.json": replaced('"id": "kuzbass-2016"', '"id": "kuzbass-2017"'),
  });
  const { folder } = edition;
  await runTask(["describe", "--edition", folder]);
  const { name } = JSON.parse(await Deno.readTextFile(`${folder}/datapackage.json`));
  assertEquals(name, "kuzbass-2017");
});

Deno.test("describe leaves the old file whole if the edition is malformed", async () => {
  await using edition = await changedEdition({
    "territories.csv": withLine("x"),
    "datapackage.json": "old",
  });
  const { folder } = edition;
  const { code } = await runTask(["describe", "--edition", folder]);
  assertEquals(code, 1);
  assertEquals(await Deno.readTextFile(`${folder}/datapackage.json`), "old");
});

Deno.test("describe leaves the old file whole and nothing else behind if it cannot write", async () => {
  await using edition = await changedEdition({ "datapackage.json": "old" });
  const { folder } = edition;
  const before = await namesIn(folder);
  const command = ["run", "--no-prompt", "--allow-read", "lib/cli/describe.ts"];
  const asked = ["--edition", folder];
  const { code, stdout, stderr } = await runProgram([Deno.execPath(), ...command, ...asked]);
  assertEquals([code, stdout], [1, ""]);
  assertMatch(stderr, /\/datapackage\.json: .*write access/);
  assertMatch(stderr, /^Cannot write, and no file was changed: 10 problems$/m);
  assertEquals(await Deno.readTextFile(`${folder}/datapackage.json`), "old");
  assertEquals(await namesIn(folder), before);
});
