import { type CellFailure, explainError } from "./explain_error.ts";
import type { JupyterMessage } from "./kernel/jupyter_message.ts";
import { type Kernel, KernelFailure } from "./kernel/kernel.ts";
import type { CodeCell } from "./notebook_document.ts";
import type { OutputCollector } from "./output_collector.ts";
import { keepLastValue } from "./preamble.ts";

/**
 * Runs one cell, and fills in its outputs and count.
 *
 * @param kernel The kernel.
 * @param cell The cell, which is changed in place.
 * @param options What fills its outputs, then and later, and its limits.
 * @returns What stopped it, if anything did.
 */
export async function runCell(
  kernel: Kernel,
  cell: CodeCell,
  { collector, ...limits }: Limits & { readonly collector: OutputCollector },
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

/** How long a cell may take; both in milliseconds. */
export interface Limits {
  /** Until it is interrupted. @default 120 seconds */
  readonly deadline?: number;
  /** From then until its kernel is ended. @default 2 seconds */
  readonly grace?: number;
}

/** The longest that a timer counts, 24 days; one of more would ring at once. */
const longest = 2 ** 31 - 1;

/** Interrupts a cell that takes too long, and ends its kernel if that does not help. */
export class Deadline implements Disposable {
  readonly #kernel: Kernel;
  readonly #deadline: number;
  readonly #grace: number;
  #timer: ReturnType<typeof setTimeout>;
  #passed: "" | "interrupted" | "ended" = "";

  /**
   * Begins to count.
   *
   * @param kernel The kernel that runs the cell.
   */
  constructor(kernel: Kernel, { deadline = 120_000, grace = 2_000 }: Limits) {
    this.#kernel = kernel;
    this.#deadline = Math.min(deadline, longest);
    this.#grace = grace;
    this.#timer = setTimeout(() => this.#interrupt(), this.#deadline);
  }

  /** What it did to the cell; `undefined` as long as there is time. */
  get failure(): Pick<CellFailure, "kind" | "name" | "message"> | undefined {
    if (this.#passed === "") return undefined;
    const how = this.#passed === "interrupted"
      ? "and was interrupted"
      : "and did not stop when interrupted, so its kernel was ended";
    return {
      kind: "deadline",
      name: "DeadlineExceeded",
      message: `it ran longer than ${this.#deadline / 1000} s ${how}; --deadline allows more`,
    };
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#timer);
  }

  #interrupt(): void {
    this.#passed = "interrupted";
    this.#timer = setTimeout(() => this.#end(), this.#grace);
    this.#kernel.interrupt().catch(() => {});
  }

  #end(): void {
    this.#passed = "ended";
    this.#kernel.kill();
  }
}
