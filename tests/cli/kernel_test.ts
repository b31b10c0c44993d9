import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { kernelspec, ownName } from "../../lib/cli/kernel/kernelspec.ts";
import { scratchProject } from "./scratch_project.ts";

/** Runs a task of a project, as a person would. */
async function task(
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd?: string; readonly env?: Record<string, string> } = {},
) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "--quiet", ...args],
    cwd,
    env: { NO_COLOR: "1", ...env },
  }).output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

Deno.test("kernel --user installs into the user's Jupyter folder, and --remove removes it", async () => {
  const folder = await Deno.makeTempDir({ prefix: "a b " });
  try {
    const env = { JUPYTER_DATA_DIR: folder };
    const path = `${folder}/kernels/${ownName}/kernel.json`;
    const first = await task(["kernel", "--user"], { env });
    assertEquals(first, { code: 0, stdout: `written   ${path}\n`, stderr: "" });
    assertEquals(
      JSON.parse(await Deno.readTextFile(path)),
      JSON.parse(JSON.stringify(kernelspec(ownName, Deno.execPath()))),
    );
    const again = await task(["kernel", "--user"], { env });
    assertEquals([again.code, again.stdout], [0, `unchanged ${path}\n`]);
    const removed = await task(["kernel", "--user", "--remove"], { env });
    assertEquals([removed.code, removed.stdout], [0, `removed   ${path}\n`]);
    const absent = await task(["kernel", "--user", "--remove"], { env });
    assertEquals([absent.code, absent.stdout], [0, `absent    ${path}\n`]);
  } finally {
    await Deno.remove(folder, { recursive: true }).catch(() => {});
  }
});

Deno.test("kernel installs into the project, under its own name and that of the notebooks", async () => {
  await using project = await scratchProject({});
  const { code, stdout } = await task(["kernel"], { cwd: project.folder });
  assertEquals([code, stdout], [
    0,
    "written   .jupyter/kernels/deno-report/kernel.json\n" +
    "written   .jupyter/kernels/deno/kernel.json\n",
  ]);
  await task(["kernel", "--remove"], { cwd: project.folder });
  const names = Array.from(Deno.readDirSync(project.folder), ({ name }) => name);
  assertEquals(names.filter((name) => name.includes("jupyter")), []);
});

Deno.test("kernel leaves the kernelspec of another, and says which and what to do", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const path = `${folder}/kernels/${ownName}/kernel.json`;
    await Deno.mkdir(`${folder}/kernels/${ownName}`, { recursive: true });
    await Deno.writeTextFile(path, "{}");
    for (const options of [[], ["--remove"]]) {
      const { code, stdout, stderr } = await task(["kernel", "--user", ...options], {
        env: { JUPYTER_DATA_DIR: folder },
      });
      assertEquals([code, stdout], [1, ""]);
      assertMatch(stderr, /^Cannot (install|remove) the kernel: 1 problem\n/);
      assertStringIncludes(stderr, `${path}: expected no kernelspec of this name but our own`);
      assertStringIncludes(stderr, "move or remove its folder");
    }
    assertEquals(await Deno.readTextFile(path), "{}");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("kernel refuses to install for another Deno than the pinned one", async () => {
  await using project = await scratchProject({});
  const constant = `${project.folder}/lib/cli/kernel/kernelspec.ts`;
  const text = await Deno.readTextFile(constant);
  await Deno.writeTextFile(constant, text.replace(/"\d+\.\d+\.\d+"/, '"1.0.0"'));
  const { code, stderr } = await task(["kernel"], { cwd: project.folder });
  assertEquals(code, 1);
  assertStringIncludes(stderr, `pinned to, 1.0.0, found ${Deno.version.deno}`);
  assertStringIncludes(stderr, "npx --yes deno@1.0.0 task kernel");
});

Deno.test("kernel says what to set where no home is known", async () => {
  const env = { HOME: "", JUPYTER_DATA_DIR: "", XDG_DATA_HOME: "", APPDATA: "" };
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--quiet", "--no-prompt", "--allow-read", "--allow-env"],
      ...["lib/cli/kernel.ts", "--user"],
    ],
    env: { ...env, NO_COLOR: "1", DENO_DIR: await cacheFolder() },
  }).output();
  assertEquals(code, 1);
  assertMatch(
    new TextDecoder().decode(stderr),
    /^Cannot find your .*: expected .*JUPYTER_DATA_DIR/s,
  );
});

Deno.test("kernel says what it may not write, and leaves nothing behind", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const { code, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", "--quiet", "--no-prompt", "--allow-read", "--allow-env"],
        ...["lib/cli/kernel.ts", "--user"],
      ],
      env: { JUPYTER_DATA_DIR: folder, NO_COLOR: "1" },
    }).output();
    assertEquals(code, 1);
    assertMatch(
      new TextDecoder().decode(stderr),
      /^Cannot write.*\n.*kernel\.json: .*write access/,
    );
    assertEquals([...Deno.readDirSync(folder)], []);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

/** Where Deno keeps packages: a Deno without a home does not know. */
async function cacheFolder(): Promise<string> {
  const { stdout } = await new Deno.Command(Deno.execPath(), { args: ["info", "--json"] }).output();
  return JSON.parse(new TextDecoder().decode(stdout)).denoDir;
}
