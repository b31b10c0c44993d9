import { assertEquals, assertMatch, assertNotEquals, assertRejects } from "@std/assert";
import {
  installKernelspec,
  isOurs,
  kernelspec,
  notebookName,
  ownName,
  pinnedDeno,
  removeKernelspec,
} from "../../../lib/cli/kernel/kernelspec.ts";
import { InputError } from "../../../lib/errors/problem.ts";
import { serializeNotebook } from "../../../lib/notebook/serialize_notebook.ts";
import { notebookOf } from "../../notebook/notebook_of.ts";

Deno.test("our kernelspec runs the given Deno, and is interrupted by a message", () => {
  assertEquals(kernelspec(ownName, "/opt/deno"), {
    argv: ["/opt/deno", "jupyter", "--kernel", "--conn", "{connection_file}"],
    display_name: `Deno ${pinnedDeno} (report)`,
    env: { NO_COLOR: "1" },
    interrupt_mode: "message",
    language: "typescript",
    metadata: { report: { writtenBy: "deno task kernel", deno: pinnedDeno } },
  });
});

Deno.test("our own name is none that Deno takes, and one that Jupyter allows", () => {
  assertNotEquals(ownName, notebookName);
  assertMatch(ownName, /^[a-z0-9._-]+$/);
});

Deno.test("a notebook that is saved under our kernelspec says of it what it said before", () => {
  const { metadata } = JSON.parse(serializeNotebook(notebookOf({ one: "1" })));
  const { display_name, language } = kernelspec(notebookName, Deno.execPath());
  assertEquals(metadata.kernelspec, { display_name, language, name: notebookName });
});

for (
  const [what, text, ours] of [
    ["our own", JSON.stringify(kernelspec(ownName, "/opt/deno")), true],
    [
      "that of an earlier version",
      `{"metadata":{"report":{"writtenBy":"deno task kernel"}}}`,
      true,
    ],
    ["that of Deno", `{"argv":["deno"],"display_name":"Deno","language":"typescript"}`, false],
    ["one of another writer", `{"metadata":{"report":{"writtenBy":"somebody"}}}`, false],
    ["one with metadata of another form", `{"metadata":"deno task kernel"}`, false],
    ["what is not JSON", `deno task kernel`, false],
    ["null", `null`, false],
    ["an empty file", ``, false],
  ] as const
) {
  Deno.test(`a kernelspec is ${ours ? "" : "not "}taken for ours: ${what}`, () => {
    assertEquals(isOurs(text), ours);
  });
}

const names = ["a", "b"];
const foreign = `{"argv":["deno"],"display_name":"Deno","language":"typescript"}`;

/** Every file below a folder with its text. */
async function filesIn(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = `${folder}/${name}`;
    if (!isDirectory) files[name] = await Deno.readTextFile(path);
    else {
      for (const [below, text] of Object.entries(await filesIn(path))) {
        files[`${name}/${below}`] = text;
      }
    }
  }
  return files;
}

function testInFolder(name: string, test: (folder: string) => Promise<void>): void {
  Deno.test(name, async () => {
    const root = await Deno.makeTempDir();
    try {
      await test(`${root}/jupyter`);
    } finally {
      await Deno.remove(root, { recursive: true });
    }
  });
}

async function write(path: string, text: string): Promise<void> {
  await Deno.mkdir(path.slice(0, path.lastIndexOf("/")), { recursive: true });
  await Deno.writeTextFile(path, text);
}

testInFolder("installing writes each kernelspec, and a second time nothing", async (folder) => {
  const first = await installKernelspec(names, folder);
  assertEquals(first, [
    { path: `${folder}/kernels/a/kernel.json`, done: "written" },
    { path: `${folder}/kernels/b/kernel.json`, done: "written" },
  ]);
  const files = await filesIn(folder);
  assertEquals(Object.keys(files).toSorted(), ["kernels/a/kernel.json", "kernels/b/kernel.json"]);
  assertEquals(JSON.parse(files["kernels/a/kernel.json"]), kernelspec("a", Deno.execPath()));
  const second = await installKernelspec(names, folder);
  assertEquals(second.map(({ done }) => done), ["unchanged", "unchanged"]);
  assertEquals(await filesIn(folder), files);
});

testInFolder("installing replaces a kernelspec of ours that names another Deno", async (folder) => {
  const path = `${folder}/kernels/a/kernel.json`;
  await write(path, JSON.stringify(kernelspec("a", "/gone/deno")));
  assertEquals(await installKernelspec(["a"], folder), [{ path, done: "written" }]);
  assertEquals(JSON.parse(await Deno.readTextFile(path)), kernelspec("a", Deno.execPath()));
});

testInFolder(
  "installing leaves a kernelspec that is not ours, and writes no other",
  async (folder) => {
    await write(`${folder}/kernels/b/kernel.json`, foreign);
    const { problems } = await assertRejects(() => installKernelspec(names, folder), InputError);
    assertEquals(problems.map(({ path }) => path), [`${folder}/kernels/b/kernel.json`]);
    assertEquals(await filesIn(folder), { "kernels/b/kernel.json": foreign });
  },
);

testInFolder("every kernelspec that is not ours is named", async (folder) => {
  for (const name of names) await write(`${folder}/kernels/${name}/kernel.json`, "not JSON");
  const { problems } = await assertRejects(() => installKernelspec(names, folder), InputError);
  assertEquals(problems.length, 2);
});

testInFolder(
  "a file where a folder should be is said so, and nothing is written",
  async (folder) => {
    await write(`${folder}/kernels/b`, "a file");
    const failing = () => installKernelspec(names, folder);
    await assertRejects(failing, InputError, `${folder}/kernels/b/kernel.json: `);
    assertEquals(await filesIn(folder), { "kernels/b": "a file" });
  },
);

testInFolder("removing takes away what was installed, with the folders", async (folder) => {
  await installKernelspec(names, folder);
  const removed = await removeKernelspec(names, folder);
  assertEquals(removed.map(({ done }) => done), ["removed", "removed"]);
  await assertRejects(() => Deno.stat(folder), Deno.errors.NotFound);
  const again = await removeKernelspec(names, folder);
  assertEquals(again.map(({ done }) => done), ["absent", "absent"]);
});

testInFolder("removing leaves what else stands there", async (folder) => {
  await installKernelspec(["a"], folder);
  await write(`${folder}/kernels/a/logo-svg.svg`, "<svg/>");
  await write(`${folder}/kernels/python3/kernel.json`, foreign);
  await removeKernelspec(["a"], folder);
  assertEquals(await filesIn(folder), {
    "kernels/a/logo-svg.svg": "<svg/>",
    "kernels/python3/kernel.json": foreign,
  });
});

testInFolder(
  "removing leaves a kernelspec that is not ours, and removes no other",
  async (folder) => {
    await installKernelspec(["a"], folder);
    await write(`${folder}/kernels/b/kernel.json`, foreign);
    const before = await filesIn(folder);
    const { message } = await assertRejects(() => removeKernelspec(names, folder), InputError);
    assertEquals(message.startsWith("Cannot remove the kernel: 1 problem\n"), true, message);
    assertEquals(await filesIn(folder), before);
  },
);
