import { basename, delimiter, dirname, join, resolve } from "node:path";
import { sendSignal } from "../input/run_program.ts";
import { libraryFolder, projectFolder, userFolder, userFolderVariables } from "./project.ts";

// Nothing here, nor what it imports, comes from a package: this starts the doctor too.

/** What a machine has that permissions name. */
export interface Machine {
  /** The path of Deno. */
  readonly deno: string;
  /** The folder for temporary files. */
  readonly temporary: string;
  /** The Jupyter folder of the user; `undefined` if the environment does not say it. */
  readonly jupyter: string | undefined;
  /** Whether the task is about a table that is judged where it lies, by a database in a process of its own. */
  readonly large?: boolean;
}

/** Where a task was called: paths on its command line are meant from there. */
const calledIn = "INIT_CWD";

/** What every kernel takes besides Deno: a place for its connection file, and to be spoken to. */
const kernels = "--allow-write=.,{temporary} --allow-net=127.0.0.1";
const jupyterVariables = `--allow-env=${userFolderVariables.join(",")}`;
const frontEnds = "jupyter-lab,jupyter-notebook,code";

/** What each command is given of Deno, no more than it needs. */
const commands: Readonly<Record<string, string>> = {
  "reproduce": `--allow-read ${kernels} --allow-run={deno}`,
  "new": "--allow-read=. --allow-write=notebooks",
  "new-edition": "--allow-read --allow-write",
  "verify": "--allow-read",
  "preflight": "--allow-read --allow-write {database}",
  "compare": "--allow-read",
  "verify-source": "--allow-read",
  "validate": "--allow-read",
  "stale": "--allow-read --allow-run={deno}",
  "diff": "--quiet --allow-read --allow-write=. --allow-run=git",
  "check": "--allow-read=. --allow-write=. --allow-run={deno}",
  "describe": "--allow-read --allow-write",
  "kernel": `--quiet --allow-read=.{jupyter} --allow-write=.jupyter{jupyter} ${jupyterVariables}`,
  "lab": "--quiet --allow-read=. --allow-write=.jupyter --allow-env=JUPYTER_PATH " +
    `--allow-run=${frontEnds}`,
  "doctor": "--quiet --allow-read --allow-write={temporary} --allow-net=127.0.0.1 " +
    `${jupyterVariables} --allow-run=${frontEnds},{deno}`,
  "figure": `--allow-read --allow-env=READABLE_STREAM ${kernels} --allow-run={deno}`,
  "bundle-explorer": "--allow-read=. --allow-write=lib/explore --allow-run={deno}",
  "book": `--quiet --allow-read ${kernels} --allow-run=chromium,{deno}`,
  "serve": "--allow-read=. --allow-net=127.0.0.1",
  "annotate": "--allow-read --allow-write --allow-run=git",
};

/** What tests may do; `deno task ok` checks their types, once for all. */
const tests = `--no-check --no-prompt --allow-read ${kernels} ` +
  "--allow-env=REPORT_LANGUAGE,REPORT_SOURCE,READABLE_STREAM,UPDATE_SNAPSHOTS,INIT_CWD";

/** Tests that count the kernels of their process, or run a Deno of their own: one after another. */
const countedKernels =
  "tests/notebook/kernel,tests/notebook/run_notebook_test.ts,tests/notebook/run_notebooks_test.ts,tests/cli/doctor";

/** Tests of other tasks; and the gallery's page, whose code is text there and drawn by a test. */
const notHere = "tests/clients,tests/outside_test.ts,tests/figures/gallery/README.md";

/** Tests that repeat with `--all` what is tried a few times without, and those of other projects. */
const long = ["outside", "headlines", "russian", "audit/random_tables", "cli/editions"]
  .concat("notebook/run_notebook", "notebook/kernel/kernel_keeper")
  .map((name) => `tests/${name}_test.ts`);

/** What Deno is called with for tasks that are no commands of ours. */
const others: Readonly<Record<string, string>> = {
  "bench": `bench --no-prompt --allow-read --allow-env=${calledIn},REPORT_LANGUAGE ${kernels} ` +
    "--allow-run=jupyter,{deno} tests/bench",
  "bench:scale": "run --no-prompt --allow-read --allow-write={temporary} --allow-run={deno} " +
    "tests/bench/scale.ts",
  "bench:misprints":
    `run --no-prompt --allow-env=${calledIn} --allow-read tests/bench/misprints.ts`,
  "test:library": `test --doc --parallel ${tests} --allow-run=git,ln,mount,umount,ps,{deno} ` +
    `--ignore=${countedKernels},${notHere} tests lib README.md`,
  "test:kernels": `test ${tests} --allow-run ${countedKernels.replaceAll(",", " ")}`,
  "test:long": `test ${tests} --allow-run ${long.join(" ")} -- --all`,
  "test:clients": "test --no-check --quiet --no-prompt --allow-read --ignore-read=/proc " +
    "--allow-write=.jupyter,{temporary} --allow-net=127.0.0.1 --allow-sys=homedir,osRelease " +
    "--allow-env=PATH,TMPDIR,REPORT_NBCONVERT_RUNS --ignore-env " +
    "--allow-run=jupyter-notebook,jupyter-nbconvert,python3,/usr/bin/python3,chromium," +
    "pg_virtualenv,ps,kill,{deno} tests/clients",
};

/** What is about this library alone; all else works in any project that has notebooks or data. */
const ownTask = /^(?:annotate|bench|book|bundle|doctor|serve|test)/;

/** The names of the tasks that this starts. */
export const startedTasks: readonly string[] = Object.keys({ ...commands, ...others });

/**
 * What Deno is called with for a task.
 *
 * @param task The task's name.
 * @param machine What its permissions name.
 * @param project The folder that it runs in. @default That of this library
 */
export function startArguments(
  task: string,
  machine: Machine,
  { project = libraryFolder }: { readonly project?: string } = {},
): string[] {
  const named: Readonly<Record<string, string>> = {
    deno: machine.deno,
    temporary: machine.temporary,
    jupyter: machine.jupyter === undefined ? "" : `,${machine.jupyter}`,
    database: machine.large ? `--allow-run=${machine.deno}` : "",
  };
  const command = `run --no-prompt --allow-env=${calledIn} ${commands[task]} ` +
    `lib/cli/${task.replaceAll("-", "_")}.ts`;
  const args = (others[task] ?? command).split(" ")
    .map((arg) => arg.replaceAll(/\{(\w+)\}/g, (_, name) => named[name]))
    .filter((arg) => arg !== "");
  if (project === libraryFolder) return args;
  const config = join(libraryFolder, "deno.json");
  // Another project reads the library, too.
  return args.flatMap((arg) =>
    arg.startsWith("lib/")
      ? ["--config", config, join(libraryFolder, arg)]
      : arg.replace(/^(--allow-read)=.*/, "$1")
  );
}

/**
 * Starts a task with what follows its name, and ends as it ends.
 *
 * The folder of the project that it is called in is where it runs, so that permissions can name it as `.`: Deno parts paths at
 * commas.
 */
async function start(task: string, args: readonly string[]): Promise<never> {
  const called = Deno.env.get(calledIn) || Deno.cwd();
  const project = ownTask.test(task) ? libraryFolder : projectFolder(called);
  const { TMPDIR, TEMP, PATH = "" } = Deno.env.toObject();
  const deno = Deno.execPath(), isWindows = Deno.build.os === "windows";
  const isParted = deno.includes(",");
  const machines = (isWindows ? TEMP : TMPDIR) || "/tmp";
  const temporary = machines.includes(",") ? ".jupyter/temporary" : machines;
  const own = resolve(project, temporary);
  if (temporary !== machines) await Deno.mkdir(own, { recursive: true });
  const tables = task === "preflight" ? args.map((path) => resolve(called, path)) : [];
  const machine: Machine = {
    deno: isParted ? basename(deno) : deno,
    temporary,
    jupyter: userFolder(),
    large: (await Promise.all(tables.map(isLargeTable))).includes(true),
  };
  const env = {
    TMPDIR: own,
    ...(isParted && { PATH: [dirname(deno), PATH].join(delimiter) }),
    // Tests start commands themselves, each from the folder that it means.
    [calledIn]: task.startsWith("test") ? "" : called,
  };
  const all = [...startArguments(task, machine, { project }), ...args];
  const child = new Deno.Command(deno, { args: all, cwd: project, env }).spawn();
  for (const signal of isWindows ? [] : ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    Deno.addSignalListener(signal, () => sendSignal(child, signal));
  }
  Deno.exit((await child.status).code);
}

/** From which size on a table is judged where it lies: some 10⁵ rows. */
const large = 20_000_000;

/**
 * Whether a path is a table that is judged where it lies, by an engine that takes permissions of its own.
 *
 * @param path The path; anything that is no file is not.
 */
export async function isLargeTable(path: string): Promise<boolean> {
  const { isFile = false, size = 0 } = await Deno.stat(path).catch(() => undefined) ?? {};
  return isFile && (size >= large || /\.parquet$/i.test(path));
}

if (import.meta.main) await start(Deno.args[0], Deno.args.slice(1));
