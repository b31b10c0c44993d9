import { assertEquals, assertMatch } from "@std/assert";
import { changedEdition, replaced, withLine } from "../load/changed_edition.ts";
import { runCommand } from "./run_command.ts";

async function namesIn(folder: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  return entries.map(({ name }) => name).toSorted();
}

Deno.test("describe writes the datapackage.json that is committed", async () => {
  await using edition = await changedEdition({ "datapackage.json": null });
  const { folder } = edition;
  const permissions = { read: [folder], write: [folder] };
  const { code, stdout } = await runCommand(["describe", "--edition", folder], permissions);
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
  await runCommand(["describe", "--edition", folder], { read: [folder], write: [folder] });
  const { name } = JSON.parse(await Deno.readTextFile(`${folder}/datapackage.json`));
  assertEquals(name, "kuzbass-2017");
});

Deno.test("describe leaves the old file whole if the edition is malformed", async () => {
  await using edition = await changedEdition({
    "territories.csv": withLine("x"),
    "datapackage.json": "old",
  });
  const { folder } = edition;
  const permissions = { read: [folder], write: [folder] };
  const { code } = await runCommand(["describe", "--edition", folder], permissions);
  assertEquals(code, 1);
  assertEquals(await Deno.readTextFile(`${folder}/datapackage.json`), "old");
});

Deno.test("describe leaves the old file whole and nothing else behind if it cannot write", async () => {
  await using edition = await changedEdition({ "datapackage.json": "old" });
  const { folder } = edition;
  const before = await namesIn(folder);
  const { code, stdout, stderr } = await runCommand(["describe", "--edition", folder], {
    read: [folder],
  });
  assertEquals([code, stdout], [1, ""]);
  assertMatch(stderr, /^Cannot write ".*\/datapackage\.json": .*write access/m);
  assertMatch(stderr, /^No file was changed\.$/m);
  assertEquals(await Deno.readTextFile(`${folder}/datapackage.json`), "old");
  assertEquals(await namesIn(folder), before);
});
