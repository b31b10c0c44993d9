import { basename, delimiter, dirname, join, resolve } from "node:path";
import { sendSignal } from "../input/run_program.ts";
import { libraryFolder, projectFolder, userFolder, userFolderVariables } from "./project.ts";
import { isLargeTable } from "./preflight/large_table.ts";

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

/** What every kernel takes: to be started, to be spoken to, and a place for its connection file. */
function kernels({ deno, temporary }: Machine): string[] {
  return [`--allow-write=.,${temporary}`, `--allow-run=${deno}`, "--allow-net=127.0.0.1"];
}

function command(name: string, ...permissions: string[]): string[] {
  return ["run", "--no-prompt", `--allow-env=${calledIn}`, ...permissions, `lib/cli/${name}.ts`];
}

const jupyterVariables = `--allow-env=${userFolderVariables.join(",")}`;
const frontEnds = "jupyter-lab,jupyter-notebook,code";

/** What each task starts: the arguments of Deno, with no more permissions than it needs. */
const starts: Readonly<Record<string, (machine: Machine) => string[]>> = {
  "reproduce": (machine) => command("reproduce", "--allow-read", ...kernels(machine)),
  "new": () => command("new", "--allow-read=.", "--allow-write=notebooks"),
  "new-edition": () => command("new_edition", "--allow-read", "--allow-write"),
  "verify": () => command("verify", "--allow-read"),
  "preflight": ({ deno, large }) =>
    command("preflight", "--allow-read", "--allow-write", ...large ? [`--allow-run=${deno}`] : []),
  "compare": () => command("compare", "--allow-read"),
  "verify-source": () => command("verify_source", "--allow-read"),
  "validate": () => command("validate", "--allow-read"),
  "stale": ({ deno }) => command("stale", "--allow-read", `--allow-run=${deno}`),
  "diff": () => command("diff", "--quiet", "--allow-read", "--allow-write=.", "--allow-run=git"),
  "check": ({ deno }) =>
    command("check", "--allow-read=.", "--allow-write=.", `--allow-run=${deno}`),
  "describe": () => command("describe", "--allow-read", "--allow-write"),
  "kernel": ({ jupyter }) => {
    const own = jupyter === undefined ? "" : `,${jupyter}`;
    const folders = [`--allow-read=.${own}`, `--allow-write=.jupyter${own}`];
    return command("kernel", "--quiet", ...folders, jupyterVariables);
  },
  "lab": () => {
    const folders = ["--allow-read=.", "--allow-write=.jupyter", "--allow-env=JUPYTER_PATH"];
    return command("lab", "--quiet", ...folders, `--allow-run=${frontEnds}`);
  },
  "doctor": ({ deno, temporary }) => {
    const programs = `--allow-run=${frontEnds},${deno}`;
    const machine = ["--allow-read", `--allow-write=${temporary}`, "--allow-net=127.0.0.1"];
    return command("doctor", "--quiet", ...machine, jupyterVariables, programs);
  },
  "bench": (machine) => [
    ...["bench", "--no-prompt", "--allow-read", `--allow-env=${calledIn},REPORT_LANGUAGE`],
    ...kernels({ ...machine, deno: `jupyter,${machine.deno}` }),
    "tests/bench",
  ],
  "bench:scale": ({ deno, temporary }) => [
    ...["run", "--no-prompt", "--allow-read", `--allow-write=${temporary}`, `--allow-run=${deno}`],
    "tests/bench/scale.ts",
  ],
  "bench:misprints": () => [
    ...["run", "--no-prompt", `--allow-env=${calledIn}`, "--allow-read"],
    "tests/bench/misprints.ts",
  ],
  "figure": (machine) =>
    command("figure", "--allow-read", "--allow-env=READABLE_STREAM", ...kernels(machine)),
  "bundle-explorer": ({ deno }) => {
    const folders = ["--allow-read=.", "--allow-write=lib/explore"];
    return command("bundle_explorer", ...folders, `--allow-run=${deno}`);
  },
  "book": ({ deno, ...machine }) => {
    const programs = kernels({ ...machine, deno: `chromium,${deno}` });
    return command("book", "--quiet", "--allow-read", ...programs);
  },
  "serve": () => command("serve", "--allow-read=.", "--allow-net=127.0.0.1"),
  "annotate": () => command("annotate", "--allow-read", "--allow-write", "--allow-run=git"),
  "test:library": (machine) => [
    ...["test", "--doc", "--parallel", "--no-prompt", "--allow-read"],
    ...kernels({ ...machine, deno: `git,ln,mount,umount,ps,${machine.deno}` }),
    "--allow-env=REPORT_LANGUAGE,REPORT_SOURCE,READABLE_STREAM,UPDATE_SNAPSHOTS,INIT_CWD",
    "--ignore=tests/notebook,tests/cli/doctor,tests/clients",
    ...["tests", "lib", "README.md"],
  ],
  "test:kernels": ({ temporary }) => [
    ...["test", "--no-prompt", "--allow-read", `--allow-write=.,${temporary}`],
    ...["--allow-net=127.0.0.1", "--allow-env=REPORT_LANGUAGE", "--allow-run"],
    ...["tests/notebook", "tests/cli/doctor"],
  ],
  "test:clients": ({ deno, temporary }) => [
    ...["test", "--quiet", "--no-prompt", "--allow-read", "--ignore-read=/proc"],
    ...[`--allow-write=.jupyter,${temporary}`, "--allow-net=127.0.0.1"],
    "--allow-sys=homedir,osRelease",
    ...["--allow-env=PATH,TMPDIR,REPORT_NBCONVERT_RUNS", "--ignore-env"],
    "--allow-run=jupyter-notebook,jupyter-nbconvert,python3,/usr/bin/python3,chromium," +
    `pg_virtualenv,ps,kill,${deno}`,
    "tests/clients",
  ],
};

/** What is about this library alone; all else works in any project that has notebooks or data. */
const ownTask = /^(?:annotate|bench|book|bundle|doctor|serve|test)/;

/** The names of the tasks that this starts. */
export const startedTasks: readonly string[] = Object.keys(starts);

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
  const args = starts[task](machine);
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
  const deno = Deno.execPath();
  const isParted = deno.includes(",");
  const { TMPDIR, TEMP, PATH = "" } = Deno.env.toObject();
  const machines = (Deno.build.os === "windows" ? TEMP : TMPDIR) || "/tmp";
  const temporary = machines.includes(",") ? join(project, ".jupyter", "temporary") : machines;
  if (temporary !== machines) await Deno.mkdir(temporary, { recursive: true });
  const machine: Machine = {
    deno: isParted ? basename(deno) : deno,
    temporary: temporary === machines ? machines : ".jupyter/temporary",
    jupyter: userFolder(),
    large: task === "preflight" && await hasLargeTable(args),
  };
  const child = new Deno.Command(deno, {
    args: [...startArguments(task, machine, { project }), ...args],
    cwd: project,
    env: {
      TMPDIR: temporary,
      ...(isParted && { PATH: [dirname(deno), PATH].join(delimiter) }),
      // Tests start commands themselves, each from the folder that it means.
      [calledIn]: task.startsWith("test") ? "" : called,
    },
  }).spawn();
  const forward = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of Deno.build.os === "windows" ? [] : forward) {
    Deno.addSignalListener(signal, () => sendSignal(child, signal));
  }
  Deno.exit((await child.status).code);
}

/** Whether an argument is a large table, meant from where the task was called. */
async function hasLargeTable(args: readonly string[]): Promise<boolean> {
  const from = Deno.env.get(calledIn) || ".";
  const found = await Promise.all(args.map((path) => isLargeTable(resolve(from, path))));
  return found.includes(true);
}

if (import.meta.main) await start(Deno.args[0], Deno.args.slice(1));
