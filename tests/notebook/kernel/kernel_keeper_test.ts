import { assert, assertEquals, assertRejects } from "@std/assert";
import { KernelFailure } from "../../../lib/notebook/kernel/kernel_process.ts";
import { startKeeper } from "../../../lib/notebook/kernel/kernel_keeper.ts";
import { startKernel } from "../../../lib/notebook/kernel/start_kernel.ts";
import { scratchFolder } from "../../../lib/notebook/scratch_folder.ts";
import { isRunning, kernelsOf } from "../processes.ts";

/** A cell that starts a program, tells its id, and then never ends. */
const startsAndSpins = (file: string) => `
  const { pid } = new Deno.Command("sleep", { args: ["300"] }).spawn();
  Deno.writeTextFileSync("${file}.new", String(pid));
  Deno.renameSync("${file}.new", "${file}");
  while (true) {}`;

/** A runner of its own, which starts two kernels and has one run this cell. */
const runner = (cell: string) => `
  import { startKernel } from "${
  import.meta.resolve("../../../lib/notebook/kernel/start_kernel.ts")
}";
  import { startKeeper } from "${
  import.meta.resolve("../../../lib/notebook/kernel/kernel_keeper.ts")
}";
  await using keeper = await startKeeper();
  await using waiting = await startKernel({ folder: ".", keeper });
  await using kernel = await startKernel({ folder: ".", keeper });
  await kernel.execute(${JSON.stringify(cell)});`;

async function textOf(path: string): Promise<string> {
  while (true) {
    const text = await Deno.readTextFile(path).catch(() => undefined);
    if (text !== undefined) return text;
    await pause();
  }
}

async function untilGone(processes: readonly number[]): Promise<void> {
  for (const id of processes) while (await isRunning(id)) await pause();
}

async function pause(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20));
}

/** The program beside a runner. */
async function keeperOf(runner: number): Promise<number> {
  const { stdout } = await new Deno.Command("ps", { args: ["-eo", "pid=,ppid=,args="] }).output();
  const line = new TextDecoder().decode(stdout).split("\n").find((line) =>
    line.trim().split(/\s+/)[1] === `${runner}` && line.includes("end_with_runner")
  );
  return Number(line?.trim().split(/\s+/)[0]);
}

Deno.test("what a cell started ends with its kernel", async () => {
  await using folder = await scratchFolder("report-test");
  const file = `${folder.path}/process`;
  let started: number;
  {
    await using kernel = await startKernel({ folder: "." });
    kernel.execute(startsAndSpins(file)).catch(() => {});
    started = Number(await textOf(file));
    assert(await isRunning(started));
  }
  await untilGone([started]);
});

Deno.test("what a cell started ends also with a kernel that ended by itself", async () => {
  await using folder = await scratchFolder("report-test");
  const file = `${folder.path}/process`;
  {
    await using kernel = await startKernel({ folder: "." });
    const cell = startsAndSpins(file).replace("while (true) {}", "Deno.exit(3)");
    await assertRejects(() => kernel.execute(cell), KernelFailure, "exit code 3");
  }
  await untilGone([Number(await textOf(file))]);
});

Deno.test("no kernel outlives a runner that is killed: not a busy one, not one that waits, not what they started", async () => {
  await using folder = await scratchFolder("report-test");
  const file = `${folder.path}/process`;
  await Deno.writeTextFile(`${folder.path}/runner.ts`, runner(startsAndSpins(file)));
  const process = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--config", "deno.json", `${folder.path}/runner.ts`],
  }).spawn();
  const started = Number(await textOf(file));
  const kernels = await kernelsOf(process.pid);
  assertEquals(kernels.length, 2);
  process.kill("SIGKILL");
  await process.status;
  await untilGone([...kernels, started]);
});

Deno.test("what is left when the runner and its keeper are killed ends at the next start", async () => {
  await using folder = await scratchFolder("report-test");
  const file = `${folder.path}/process`;
  await Deno.writeTextFile(`${folder.path}/runner.ts`, runner(startsAndSpins(file)));
  const process = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--config", "deno.json", `${folder.path}/runner.ts`],
    env: { TMPDIR: folder.path },
  }).spawn();
  const started = Number(await textOf(file));
  const kernels = await kernelsOf(process.pid);
  Deno.kill(await keeperOf(process.pid), "SIGKILL");
  process.kill("SIGKILL");
  await process.status;
  for (const id of [...kernels, started]) assert(await isRunning(id));
  const next = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--config", "deno.json", "-"],
    env: { TMPDIR: folder.path },
    stdin: "piped",
  }).spawn();
  await new Blob([
    `import { startKeeper } from "${
      import.meta.resolve("../../../lib/notebook/kernel/kernel_keeper.ts")
    }";
     await using keeper = await startKeeper();`,
  ]).stream().pipeTo(next.stdin);
  await next.status;
  await untilGone([...kernels, started]);
  const left = [...Deno.readDirSync(folder.path)].map(({ name }) => name);
  assertEquals(left.filter((name) => name.startsWith("report-kernels")), []);
});

Deno.test("the kernels of a runner that lives are nobody else's to end", async () => {
  await using kernel = await startKernel({ folder: "." });
  {
    await using _other = await startKeeper();
  }
  assertEquals((await kernel.execute("1 + 1")).status, "ok");
});

Deno.test("a kernel that dies between two requests is said so", async () => {
  await using kernel = await startKernel({ folder: "." });
  Deno.kill(kernel.process.id, "SIGKILL");
  const replies = Array.from(
    { length: 3 },
    () => assertRejects(() => kernel.execute("1"), KernelFailure),
  );
  for (const error of await Promise.all(replies)) assertEquals(error.kind, "died");
});

Deno.test("kernels that start beside each other and beside other load all start", async () => {
  await using keeper = await startKeeper();
  await using load = await startKernel({ folder: ".", keeper });
  load.execute("while (true) {}").catch(() => {});
  const rounds = Deno.args.includes("--all") ? 3 : 1;
  for (let round = 0; round < rounds; round++) {
    const kernels = await Promise.all(
      Array.from({ length: 6 }, () => startKernel({ folder: ".", keeper })),
    );
    for (const kernel of kernels) assertEquals((await kernel.execute("1")).status, "ok");
    for (const kernel of kernels) await kernel[Symbol.asyncDispose]();
  }
});
