import { join } from "node:path";
import { parseArgs } from "node:util";
import { formatProblem } from "../errors/problem.ts";
import type { RunNotebookOptions } from "../notebook/run_notebook.ts";
import {
  checkDenoVersion,
  checkFrontEnds,
  checkKernelspecs,
  checkPackages,
  type CheckResult,
  describeCheck,
  type Outcome,
} from "./doctor/machine_checks.ts";
import { abortOnSignal } from "./interrupt.ts";
import { jupyterFolder, libraryFolder, userFolder } from "./project.ts";

// Nothing here, nor what it imports, comes from a package: the doctor is for when packages are missing too.

/** Where kernels start, and how. */
type KernelOptions = Pick<RunNotebookOptions, "folder" | "program" | "startDeadline" | "signal">;

/** What {@link runChecks} looks at. */
export interface RunChecksOptions extends KernelOptions {
  /** Jupyter folders in which our kernelspec may stand. */
  readonly jupyterFolders: readonly string[];
}

/**
 * Checks what this machine has for the project, what others rest on first.
 *
 * What needs a package is loaded only once it is known that the packages are there: else nobody could say
 * what keeps them away.
 *
 * @param options Where kernels start, and how.
 */
export async function* runChecks(
  { jupyterFolders, ...options }: RunChecksOptions,
): AsyncGenerator<CheckResult> {
  yield* check("deno", checkDenoVersion);
  if (yield* check("packages", checkPackages)) yield* kernelChecks(options);
  else yield* skipChecks(["kernel", "canary", "outputs", "fonts"]);
  yield* check("front ends", checkFrontEnds);
  yield* check("kernelspec", () => checkKernelspecs(jupyterFolders));
}

async function* kernelChecks(options: KernelOptions): AsyncGenerator<CheckResult> {
  const kernel = await import("./doctor/kernel_checks.ts");
  if (yield* check("kernel", () => kernel.checkKernel(options))) {
    yield* check("canary", () => kernel.checkCanary(options));
    yield* check("outputs", () => kernel.checkOutputs(options));
  } else yield* skipChecks(["canary", "outputs"]);
  yield* check("fonts", kernel.checkFonts);
}

/** Gives the result of a check, and tells whether others can rest on it; one that throws has failed, and the others go on. */
async function* check(
  name: string,
  look: () => Outcome | Promise<Outcome>,
): AsyncGenerator<CheckResult, boolean> {
  const failed = { status: "failed", advice: "mend this, and look again" } as const;
  const result: Outcome = await Promise.try(look).catch((error) => ({
    ...failed,
    found: error instanceof Error ? error.message : String(error),
  }));
  yield { name, ...result };
  return result.status !== "failed";
}

function skipChecks(names: readonly string[]): CheckResult[] {
  const found = "not tried, because of the line above that failed";
  return names.map((name) => ({ name, status: "note", found }));
}

const help = `Usage: deno task doctor [options]

Check what this machine has for the project, and say what to do about what it lacks.

Options:
  --json      print the results as JSON and nothing else
  -h, --help  display help for command`;

async function examine(json: boolean, signal: AbortSignal): Promise<void> {
  const users = userFolder();
  const checks = runChecks({
    folder: join(libraryFolder, "notebooks"),
    jupyterFolders: [jupyterFolder(), ...users === undefined ? [] : [users]],
    signal,
  });
  const results = [];
  for await (const result of checks) {
    signal.throwIfAborted();
    results.push(result);
    if (!json) console.log(describeCheck(result));
  }
  if (json) console.log(JSON.stringify({ checks: results }, null, 2));
  if (results.some(({ status }) => status === "failed")) Deno.exitCode = 1;
}

/** What is asked for; `undefined` if the command line is none, which is said then. */
function readArguments(): { readonly json?: boolean; readonly help?: boolean } | undefined {
  try {
    const options = { json: { type: "boolean" }, help: { type: "boolean", short: "h" } } as const;
    return parseArgs({ args: Deno.args, options }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const found = Deno.args.map((one) => `"${one}"`).join(" ");
    const message = `expected --json or nothing, found ${found}`;
    console.error(formatProblem({ path: "deno task doctor", message }));
    console.error("(--help shows the options)");
  }
}

if (import.meta.main) {
  const asked = readArguments();
  if (!asked) Deno.exit(1);
  if (asked.help) console.log(help);
  else await abortOnSignal((signal) => examine(asked.json ?? false, signal));
  Deno.exit();
}
