import { assertEquals, assertRejects } from "@std/assert";
import { WriteError, writeWhole } from "../../lib/cli/write_whole.ts";

Deno.test("writeWhole replaces a file and leaves no other behind", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await writeWhole(`${folder}/a.txt`, "one");
    await writeWhole(`${folder}/a.txt`, "two");
    assertEquals(await Deno.readTextFile(`${folder}/a.txt`), "two");
    assertEquals((await Array.fromAsync(Deno.readDir(folder))).length, 1);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("writeWhole leaves no temporary file behind if the file cannot be replaced", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${folder}/a.txt/inside`, { recursive: true });
    const { message } = await assertRejects(() => writeWhole(`${folder}/a.txt`, "x"), WriteError);
    assertEquals(message.startsWith(`Cannot write "${folder}/a.txt": `), true, message);
    assertEquals((await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name), ["a.txt"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("writeWhole says which folder is missing", async () => {
  await assertRejects(() => writeWhole("nowhere/a.txt", "x"), WriteError, "nowhere/a.txt");
});
