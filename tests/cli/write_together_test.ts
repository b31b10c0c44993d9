import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { writeTogether } from "../../lib/cli/write_together.ts";
import { InputError } from "../../lib/errors/problem.ts";

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function namesIn(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name).toSorted();
}

Deno.test("files are written, made with their folders, and removed", () =>
  inFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/old`, "old");
    await Deno.writeTextFile(`${folder}/gone`, "gone");
    await Deno.chmod(`${folder}/old`, 0o600);
    await writeTogether([
      { path: `${folder}/old`, content: "new", replaces: "old" },
      { path: `${folder}/gone`, content: undefined },
      { path: `${folder}/a/b/fresh`, content: Uint8Array.of(1, 2) },
    ]);
    assertEquals(await Deno.readTextFile(`${folder}/old`), "new");
    assertEquals((await Deno.stat(`${folder}/old`)).mode! & 0o777, 0o600);
    assertEquals(await Deno.readFile(`${folder}/a/b/fresh`), Uint8Array.of(1, 2));
    assertEquals(namesIn(folder), ["a", "old"]);
  }));

Deno.test("a symbolic link stays, and its target is written", () =>
  inFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/target`, "old");
    await new Deno.Command("ln", { args: ["-s", "target", `${folder}/link`] }).output();
    await writeTogether([{ path: `${folder}/link`, content: "new" }]);
    assertEquals(await Deno.readTextFile(`${folder}/target`), "new");
    assertEquals((await Deno.lstat(`${folder}/link`)).isSymlink, true);
  }));

Deno.test("nothing is written when one file was saved meanwhile", () =>
  inFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/a`, "a");
    await Deno.writeTextFile(`${folder}/b`, "saved by hand");
    const { message } = await assertRejects(() =>
      writeTogether([
        { path: `${folder}/a`, content: "new" },
        { path: `${folder}/b`, content: "new", replaces: "b" },
      ]), InputError);
    assertStringIncludes(message, `/b: somebody saved it while it ran; run it again`);
    assertEquals(await Deno.readTextFile(`${folder}/a`), "a");
    assertEquals(namesIn(folder), ["a", "b"]);
  }));

Deno.test("nothing is written when one folder cannot be, and every reason is said", () =>
  inFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/a`, "a");
    const { message } = await assertRejects(() =>
      writeTogether([
        { path: `${folder}/a`, content: "new" },
        { path: `${folder}/a/below-a-file`, content: "new" },
        { path: `${folder}/a/another/one`, content: "new" },
      ]), InputError);
    assertEquals(message.split("\n").length, 3);
    assertStringIncludes(message, "Cannot write, and no file was changed: 2 problems");
    assertEquals([namesIn(folder), await Deno.readTextFile(`${folder}/a`)], [["a"], "a"]);
  }));

Deno.test("nothing is written after an abort", () =>
  inFolder(async (folder) => {
    const changes = [{ path: `${folder}/a`, content: "new" }];
    const signal = AbortSignal.abort(new Error("enough"));
    await assertRejects(() => writeTogether(changes, { signal }), Error, "enough");
    assertEquals(namesIn(folder), []);
  }));

Deno.test("what a killed writer left goes with the next writing; what one may be writing now stays", () =>
  inFolder(async (folder) => {
    const temporary = () => `.a.${crypto.randomUUID()}.tmp`;
    const [left, recent, foreign] = [temporary(), temporary(), ".a.mine.tmp"];
    for (const name of [left, recent, foreign]) {
      await Deno.writeTextFile(`${folder}/${name}`, "half");
    }
    const longAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
    for (const name of [left, foreign]) await Deno.utime(`${folder}/${name}`, longAgo, longAgo);
    await writeTogether([{ path: `${folder}/a`, content: "new" }]);
    assertEquals(namesIn(folder), [recent, foreign, "a"].toSorted());
  }));

/** Whether this user may mount a file system; if not, a full disk cannot be had here. */
const mayMount = await inTinyDisk(() => Promise.resolve()).then(() => true, () => false);

Deno.test({
  name: `a full disk leaves every file as it was${mayMount ? "" : " (needs the right to mount)"}`,
  ignore: !mayMount,
  fn: () =>
    inTinyDisk(async (disk) => {
      await Deno.writeTextFile(`${disk}/a`, "a");
      const { message } = await assertRejects(() =>
        writeTogether([
          { path: `${disk}/a`, content: "new" },
          { path: `${disk}/b`, content: new Uint8Array(256 * 1024) },
        ]), InputError);
      assertStringIncludes(message, "No space left");
      assertEquals([namesIn(disk), await Deno.readTextFile(`${disk}/a`)], [["a"], "a"]);
    }),
});

async function inTinyDisk(use: (disk: string) => Promise<void>): Promise<void> {
  await inFolder(async (disk) => {
    const run = async (program: string, ...args: string[]) => {
      const { success } = await new Deno.Command(program, { args, stderr: "null" }).output();
      if (!success) throw new Error(program);
    };
    await run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk);
    try {
      await use(disk);
    } finally {
      await run("umount", disk);
    }
  });
}
