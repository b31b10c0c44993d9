import { runNotebook, type RunNotebookOptions } from "../../notebook/run_notebook.ts";
import { pinnedDeno } from "../pinned_deno.ts";
import type { CheckResult } from "./check_result.ts";
import { notebookOfCells } from "./notebook_of_cells.ts";

/**
 * Whether a cell that throws is reported as failing: with some versions of Deno it is not, and a run that
 * fails would pass for one that went well.
 *
 * @param options Where and how the kernel is started.
 */
export async function checkCanary(options: RunNotebookOptions): Promise<CheckResult> {
  const name = "canary";
  const canary = `throw new RangeError("canary");`;
  const { failure } = await runNotebook(notebookOfCells([canary]), options);
  if (failure?.kind === "error" && failure.name === "RangeError" && failure.message === "canary") {
    return {
      name,
      status: "ok",
      found: "a cell that throws is reported as failing, with its line",
    };
  }
  const found = failure
    ? `a cell that throws is reported as "${failure.name}: ${failure.message}"`
    : "a cell that throws is reported as a success";
  const advice = `trust no run with this Deno; use npx --yes deno@${pinnedDeno} task …`;
  return { name, status: "failed", found, advice };
}
