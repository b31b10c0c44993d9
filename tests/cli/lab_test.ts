import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { delimiter } from "node:path";
import { frontEnds } from "../../lib/cli/lab/front_end.ts";
import { isRunning } from "../notebook/processes.ts";
import { JupyterClient } from "./jupyter_client.ts";
import { type ScratchProject, scratchProject } from "./scratch_project.ts";

/** A scratch project, and a folder of programs that stand for front ends. */
async function projectWith(
  programs: Readonly<Record<string, string>>,
): Promise<ScratchProject & { readonly programs: string }> {
  const project = await scratchProject({});
  const folder = `${project.folder}/temporary`;
  for (const [name, script] of Object.entries(programs)) {
    await Deno.writeTextFile(`${folder}/${name}`, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
  return { ...project, programs: folder };
}

function lab(
  args: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: ["task", "--quiet", "lab", ...args],
    cwd,
    env: { NO_COLOR: "1", ...env },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

async function outcome(process: Deno.ChildProcess) {
  const { code, stdout, stderr } = await process.output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

/** Tells its version, or where it was started, with which path of Jupyter and which arguments. */
function telling(version: string, code = 0): string {
  return `if [ "$1" = --version ]; then echo ${version}; exit; fi
pwd; echo "$JUPYTER_PATH"; echo "$@"; exit ${code}`;
}

Deno.test("lab starts the first that is there, in notebooks/, with our kernelspec first on the path", async () => {
  const scripts = { "jupyter-lab": telling("4.9"), "jupyter-notebook": telling("6.4") };
  await using project = await projectWith(scripts);
  const env = { PATH: project.programs, JUPYTER_PATH: "/elsewhere" };
  const folder = await Deno.realPath(project.folder);
  const { code, stdout, stderr } = await outcome(
    lab(["--", "--no-browser", "a b"], { cwd: folder, env }),
  );
  assertEquals(stdout.split("\n"), [
    `${folder}/notebooks`,
    `${folder}/.jupyter${delimiter}/elsewhere`,
    "--no-browser a b",
    "",
  ]);
  assertEquals([code, stderr], [0, "JupyterLab 4.9, on notebooks\n"]);
  const spec = await Deno.readTextFile(`${folder}/.jupyter/kernels/deno/kernel.json`);
  assertEquals(JSON.parse(spec).interrupt_mode, "message");
});

Deno.test("lab --with chooses, and hands on how it ended", async () => {
  const scripts = { "jupyter-lab": telling("4.9"), "jupyter-notebook": telling("6.4", 7) };
  await using project = await projectWith(scripts);
  const env = { PATH: project.programs };
  const { code, stderr } = await outcome(
    lab(["--with", "notebook"], { cwd: project.folder, env }),
  );
  assertEquals([code, stderr], [7, "Jupyter Notebook 6.4, on notebooks\n"]);
});

Deno.test("lab opens the project in VS Code, where its settings are", async () => {
  await using project = await projectWith({ code: telling("1.99") });
  const folder = await Deno.realPath(project.folder);
  const env = { PATH: project.programs };
  const { code, stdout } = await outcome(lab(["--", "--new-window"], { cwd: folder, env }));
  assertEquals(code, 0);
  assertStringIncludes(stdout, `\n--new-window ${folder}\n`);
});

Deno.test("lab skips what is there but does not run", async () => {
  const scripts = { "jupyter-lab": "exit 1", "jupyter-notebook": telling("6.4") };
  await using project = await projectWith(scripts);
  const env = { PATH: project.programs };
  const { stderr } = await outcome(lab([], { cwd: project.folder, env }));
  assertEquals(stderr, "Jupyter Notebook 6.4, on notebooks\n");
});

Deno.test("lab says how to get each front end where none is there", async () => {
  await using project = await projectWith({});
  const env = { PATH: project.programs };
  const { code, stdout, stderr } = await outcome(lab([], { cwd: project.folder, env }));
  assertEquals([code, stdout], [1, ""]);
  assertMatch(stderr, /^Cannot open the notebooks: found none of /);
  for (const { title, get } of frontEnds) {
    assertMatch(stderr, new RegExp(`^ +${title} +${RegExp.escape(get)}$`, "m"));
  }
  const one = await outcome(lab(["--with", "code"], { cwd: project.folder, env }));
  assertEquals(one.code, 1);
  assertStringIncludes(one.stderr, "found none of VS Code");
  assertEquals(one.stderr.includes("pipx"), false);
});

Deno.test("lab refuses a front end that it does not know, and names those it knows", async () => {
  await using project = await projectWith({});
  const env = { PATH: project.programs };
  const { code, stderr } = await outcome(lab(["--with", "vim"], { cwd: project.folder, env }));
  assertEquals(code, 1);
  assertMatch(stderr, /deno task lab --with: expected one of lab, notebook, code, found "vim"/);
});

Deno.test("lab ends its front end when it is told to end, and does not ask", async () => {
  const waiting = `if [ "$1" = --version ]; then echo 4.9; exit; fi
trap 'echo ended; exit 5' TERM
trap 'echo asked' INT
echo begun; while :; do /bin/sleep 0.05; done`;
  await using project = await projectWith({ "jupyter-lab": waiting });
  const process = lab([], { cwd: project.folder, env: { PATH: project.programs } });
  const reader = process.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const { value: first } = await reader.read();
  assertEquals(first, "begun\n");
  process.kill("SIGINT");
  const { value: second } = await reader.read();
  assertEquals(second, "ended\n");
  const [{ code }] = await Promise.all([process.status, process.stderr.cancel()]);
  assertEquals(code, 0);
  await reader.cancel();
});

/** Whether a program is installed, asked in a process that may run it. */
async function isInstalled(program: string): Promise<boolean> {
  const ask = `new Deno.Command("${program}", { args: ["--version"] }).outputSync()`;
  const { success } = await new Deno.Command(Deno.execPath(), { args: ["eval", ask] }).output();
  return success;
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

for (const { name, title, program } of frontEnds.filter(({ opensProject }) => !opensProject)) {
  const isHere = await isInstalled(program);
  const skipped = isHere ? "" : ` (skipped: ${program} is not installed)`;
  Deno.test({
    name: `in ${title}, an endless cell is interrupted and the state is kept${skipped}`,
    ignore: !isHere,
    fn: () => interruptIn(name),
  });
}

async function interruptIn(frontEnd: string): Promise<void> {
  await using project = await scratchProject({});
  const port = freePort(), token = crypto.randomUUID(), base = `http://127.0.0.1:${port}`;
  const own = `${project.folder}/temporary`;
  const env = {
    JUPYTER_TOKEN: token,
    JUPYTER_CONFIG_DIR: own,
    JUPYTER_DATA_DIR: own,
    JUPYTER_RUNTIME_DIR: own,
  };
  const options = ["--no-browser", "--allow-root", "--ip=127.0.0.1", `--port=${port}`];
  const process = lab(["--with", frontEnd, "--", ...options], { cwd: project.folder, env });
  const ended = outcome(process);
  try {
    await Promise.race([serving(`${base}/api/kernelspecs?token=${token}`), failing(ended)]);
    const notebook = "02_network.ipynb", kernelName = "deno";
    using client = await JupyterClient.open(notebook, { base, token, kernelName });
    const open = `import { audit } from "report"; let kept = 41; Deno.cwd() + " " + audit.name`;
    assertMatch(await client.result(open), /notebooks audit"$/);
    const loop = client.send(`console.log("begun"); while (true) kept;`);
    await client.hear(loop, "stream");
    await client.interrupt();
    assertEquals((await client.hear(loop, "execute_reply")).status, "error");
    assertEquals(await client.result("kept + 1"), "42");
    const kernel = Number(await client.result("Deno.pid"));
    process.kill("SIGINT");
    assertEquals((await ended).code, 0);
    assertEquals(await isRunning(kernel), false);
  } finally {
    stop(process);
    await ended;
  }
}

/** Settles when a server answers. */
async function serving(address: string): Promise<void> {
  while (true) {
    const response = await fetch(address).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Fails when a process ends. */
async function failing(ended: ReturnType<typeof outcome>): Promise<never> {
  const { code, stdout, stderr } = await ended;
  throw new Error(`lab ended with exit code ${code}:\n${stdout}${stderr}`);
}

function stop(process: Deno.ChildProcess): void {
  try {
    process.kill("SIGINT");
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}
