import { assertEquals, assertRejects } from "@std/assert";
import { ifThere, isFolder } from "../../lib/input/read_file.ts";

Deno.test("what is not there is undefined, and what is there but no folder holds nothing either", async () => {
  assertEquals(await ifThere(Deno.readTextFile("nowhere/at/all")), undefined);
  assertEquals(await ifThere(Deno.stat("README.md/below")), undefined);
  assertEquals(await isFolder("nowhere"), false);
});

Deno.test("what is there is given, and what cannot be read is thrown", async () => {
  assertEquals((await ifThere(Deno.stat("README.md")))?.isFile, true);
  assertEquals([await isFolder("lib"), await isFolder("README.md")], [true, false]);
  await assertRejects(() => ifThere(Deno.readTextFile("lib")));
});
