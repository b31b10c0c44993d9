import { awaitsOutputs } from "../model/awaits_outputs.ts";

/**
 * What a kernel runs before the first cell.
 *
 * An error that nobody awaits would count as success, and an error in a timer would stop the kernel's
 * event loop: both are published as errors of the cell that runs. And a kernel ends soon after the
 * runner, even if that could not say goodbye. The runner waits for late outputs itself, and says so.
 *
 * @param parent Id of the process of the runner.
 */
export function preamble(parent: number): string {
  return `void (() => {
  globalThis[Symbol.for("${awaitsOutputs.description}")] = true;
  const publish = (thrown) => {
    const { name, message, stack } = thrown instanceof Error ? thrown : new Error(String(thrown));
    const traceback = String(stack).split("\\n");
    return Deno.jupyter.broadcast("error", { ename: name, evalue: message, traceback });
  };
  addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    publish(event.reason);
  });
  addEventListener("error", (event) => {
    event.preventDefault();
    publish(event.error);
  });
  setInterval(() => Deno.ppid === ${parent} || Deno.exit(1), 1000);
})();`;
}
