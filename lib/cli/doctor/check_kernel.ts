import { startKernel, type StartKernelOptions } from "../../notebook/kernel/start_kernel.ts";
import type { CheckResult } from "./check_result.ts";

/**
 * Whether a kernel starts in a folder, answers, and finds the library there.
 *
 * @param options Where and how it is started.
 * @throws {KernelFailure} If it does not start, or ends.
 */
export async function checkKernel(options: StartKernelOptions): Promise<CheckResult> {
  const name = "kernel";
  const start = performance.now();
  await using kernel = await startKernel(options);
  const milliseconds = Math.round(performance.now() - start);
  const reply = await kernel.execute(`import { audit } from "report"; audit.name`);
  if (reply.status === "ok") {
    return { name, status: "ok", found: `answers after ${milliseconds} ms, and finds "report"` };
  }
  const found = `answers, but cannot import "report": ${reply.message}`;
  const advice = "start it in a folder of this project, whose deno.json says what that is";
  return { name, status: "failed", found, advice };
}
