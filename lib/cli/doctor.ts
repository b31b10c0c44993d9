import { join } from "node:path";
import config from "../../deno.json" with { type: "json" };
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
  outcome,
} from "./doctor/machine_checks.ts";
import { abortOnSignal } from "./interrupt.ts";
import { jupyterFolder, libraryFolder, userFolder } from "./project.ts";

// Nothing here, nor what it imports, comes from a package: the doctor is for when packages are missing too.

/** What {@link runChecks} looks at: where kernels start, and how. */
export interface RunChecksOptions
  extends Pick<RunNotebookOptions, "folder" | "program" | "startDeadline" | "signal"> {
  /** Jupyter folders in which our kernelspec may stand. */
  readonly jupyterFolders: readonly string[];
}

/**
 * Checks what this machine has for the project, what others rest on first; what rests on a check that failed is not tried.
 *
 * What needs a package is loaded only once it is known that the packages are there: else nobody could say
 * what keeps them away.
 *
 * @param options Where kernels start, and how.
 */
export async function* runChecks(
  { jupyterFolders, ...options }: RunChecksOptions,
): AsyncGenerator<CheckResult> {
  const kernel = () => import("./doctor/kernel_checks.ts");
  const checks: [name: string, restsOn: string, look: () => Outcome | Promise<Outcome>][] = [
    ["deno", "", () => checkDenoVersion()],
    ["packages", "", () => checkPackages()],
    ["kernel", "packages", async () => (await kernel()).checkKernel(options)],
    ["canary", "kernel", async () => (await kernel()).checkCanary(options)],
    ["outputs", "kernel", async () => (await kernel()).checkOutputs(options)],
    ["fonts", "packages", async () => (await kernel()).checkFonts()],
    ["front ends", "", () => checkFrontEnds()],
    ["kernelspec", "", () => checkKernelspecs(jupyterFolders)],
  ];
  const unusable = new Set<string>();
  for (const [name, restsOn, look] of checks) {
    const isTried = !unusable.has(restsOn);
    const result = isTried
      ? await Promise.try(look).catch(failure)
      : outcome.note("not tried, because of the line above that failed");
    if (!isTried || result.status === "failed") unusable.add(name);
    yield { name, ...result };
  }
}

/** The outcome of a check that throws. */
function failure(error: unknown): Outcome {
  const found = error instanceof Error ? error.message : String(error);
  return outcome.failed(found, "mend this, and look again");
}

const help = `Usage: deno task doctor [options]

${config.tasks.doctor.description}

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

if (import.meta.main) {
  const unknown = Deno.args.filter((one) => !["--json", "--help", "-h"].includes(one));
  if (unknown.length > 0) {
    const message = `expected --json or nothing, found "${unknown.join('" "')}"`;
    console.error(formatProblem({ path: "deno task doctor", message }));
    console.error("(--help shows the options)");
    Deno.exit(1);
  }
  if (Deno.args.some((one) => one !== "--json")) console.log(help);
  else await abortOnSignal((signal) => examine(Deno.args.length > 0, signal));
  Deno.exit();
}
