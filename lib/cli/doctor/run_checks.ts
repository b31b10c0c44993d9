import type { RunNotebookOptions } from "../../notebook/run_notebook.ts";
import {
  checkDenoVersion,
  checkFrontEnds,
  checkKernelspecs,
  checkPackages,
  type CheckResult,
} from "./machine_checks.ts";

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
  yield checkDenoVersion();
  const packages = await attempt("packages", () => checkPackages());
  yield packages;
  if (packages.status === "failed") yield* skipChecks(["kernel", "canary", "outputs", "fonts"]);
  else yield* kernelChecks(options);
  yield await attempt("front ends", () => checkFrontEnds());
  yield await attempt("kernelspec", () => checkKernelspecs(jupyterFolders));
}

async function* kernelChecks(options: KernelOptions): AsyncGenerator<CheckResult> {
  const { checkCanary, checkFonts, checkKernel, checkOutputs } = await import("./kernel_checks.ts");
  const kernel = await attempt("kernel", () => checkKernel(options));
  yield kernel;
  if (kernel.status === "failed") yield* skipChecks(["canary", "outputs"]);
  else {
    yield await attempt("canary", () => checkCanary(options));
    yield await attempt("outputs", () => checkOutputs(options));
  }
  yield await attempt("fonts", () => checkFonts());
}

/** A check that throws has failed: the others go on. */
async function attempt(name: string, check: () => Promise<CheckResult>): Promise<CheckResult> {
  try {
    return await check();
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { name, status: "failed", found, advice: "mend this, and look again" };
  }
}

function skipChecks(names: readonly string[]): CheckResult[] {
  const found = "not tried, because of the line above that failed";
  return names.map((name) => ({ name, status: "note", found }));
}
