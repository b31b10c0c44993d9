import { stripVTControlCharacters } from "node:util";
import { startKernel, type StartKernelOptions } from "../../notebook/kernel/start_kernel.ts";
import type { CheckResult } from "./check_result.ts";

const cells = 40;

/**
 * Whether every output arrives, though Deno's kernel publishes some of them after it has said that their
 * cell is over; and how many of them a client would miss that stops listening then, as most do.
 *
 * @param options Where and how the kernel is started.
 * @throws {KernelFailure} If it does not start, or ends.
 */
export async function checkOutputs(options: StartKernelOptions): Promise<CheckResult> {
  const name = "outputs";
  const arrived = new Set<number>();
  let late = 0;
  await using kernel = await startKernel(options);
  for (let cell = 0; cell < cells; cell++) {
    await kernel.execute(`${cell} + 1`, {
      onMessage: ({ header, content }) => {
        const isOwn = header.msg_type === "execute_result" && resultOf(content) === `${cell + 1}`;
        if (isOwn) arrived.add(cell);
      },
    });
    if (!arrived.has(cell)) late++;
  }
  await kernel.settle();
  if (arrived.size < cells) {
    const found = `${cells - arrived.size} of ${cells} never arrived`;
    return { name, status: "failed", found, advice: "trust no run of this machine; report it" };
  }
  const found = `all ${cells} arrived, ${late} of them after their cell was said to be over`;
  return { name, status: "ok", found };
}

function resultOf({ data }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof data !== "object" || data === null || !("text/plain" in data)) return undefined;
  return stripVTControlCharacters(String(data["text/plain"]));
}
