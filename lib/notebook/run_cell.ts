import type { CellFailure } from "./cell_failure.ts";
import { Deadline, type Limits } from "./deadline.ts";
import { explainError } from "./explain_error.ts";
import { keepLastValue } from "./preamble.ts";
import type { JupyterMessage } from "./kernel/jupyter_message.ts";
import type { Kernel } from "./kernel/kernel.ts";
import { KernelFailure } from "./kernel/kernel_failure.ts";
import type { CodeCell } from "./notebook_document.ts";
import type { OutputCollector } from "./output_collector.ts";

/** How {@link runCell} runs. */
export interface RunCellOptions extends Limits {
  /** Fills the outputs of the cell, then and later. */
  readonly collector: OutputCollector;
}

/**
 * Runs one cell, and fills in its outputs and count.
 *
 * @param kernel The kernel.
 * @param cell The cell, which is changed in place.
 * @returns What stopped it, if anything did.
 */
export async function runCell(
  kernel: Kernel,
  cell: CodeCell,
  { collector, ...limits }: RunCellOptions,
): Promise<Omit<CellFailure, "cell" | "cellNumber"> | undefined> {
  using limit = new Deadline(kernel, limits);
  try {
    const code = keepLastValue(cell.source);
    const onMessage = (message: JupyterMessage) => collector.receive(message, cell.outputs);
    const reply = await kernel.execute(code, { onMessage });
    await kernel.drain({ onMessage });
    if (limit.failure) return limit.failure;
    if (reply.status === "error") return await explainError(reply, code);
    cell.execution_count = reply.count;
  } catch (error) {
    if (!(error instanceof KernelFailure)) throw error;
    return limit.failure ?? { kind: "died", name: "KernelFailure", message: error.message };
  }
}
