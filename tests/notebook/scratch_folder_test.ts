import { assertEquals, assertNotEquals } from "@std/assert";
import { scratchFolder } from "../../lib/notebook/scratch_folder.ts";

Deno.test("a scratch folder has its name while nobody holds it, and another otherwise", async () => {
  await using parent = await scratchFolder("report-test");
  let first: string;
  {
    await using one = await scratchFolder(".check", { parent: parent.path });
    await using other = await scratchFolder(".check", { parent: parent.path });
    first = one.path;
    assertNotEquals(other.path, first);
  }
  await using again = await scratchFolder(".check", { parent: parent.path });
  assertEquals(again.path, first);
});

Deno.test("a scratch folder that a killed process left is seen and goes; one without a lock stays", async () => {
  await using parent = await scratchFolder("report-test");
  const left = `${parent.path}/.check-7.tmp`;
  await Deno.mkdir(left);
  await Deno.writeTextFile(`${left}/lock`, "");
  await Deno.mkdir(`${parent.path}/.check-8.tmp`);
  const seen: string[] = [];
  await using own = await scratchFolder(".check", {
    parent: parent.path,
    onLeft: (path) => void seen.push(path),
  });
  assertEquals(seen, [left]);
  const names = [...Deno.readDirSync(parent.path)].map(({ name }) => name).toSorted();
  assertEquals(names, [".check-8.tmp", ".check.tmp", "lock"]);
  assertEquals(own.path, `${parent.path}/.check.tmp`);
});
