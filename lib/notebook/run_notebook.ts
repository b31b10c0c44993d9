import { type CellFailure, explainError } from "./explain_error.ts";
import { type Kernel, KernelFailure } from "./kernel/kernel.ts";
import type { KernelQueue } from "./kernel/kernel_queue.ts";
import { startKernel, type StartKernelOptions } from "./kernel/start_kernel.ts";
import type { CellOutput, CodeCell, NotebookDocument } from "./notebook_document.ts";
import { OutputCollector } from "./output_collector.ts";
import { keepLastValue, preamble, revokeRights, type Right } from "./preamble.ts";
import { Deadline, type Limits, runCell } from "./run_cell.ts";

/** How {@link runNotebook} runs. */
export interface RunNotebookOptions extends StartKernelOptions, Limits {
  /** Takes over kernels that have been ended but still go: that takes longer than most cells. */
  readonly ending?: AsyncDisposableStack;
  /** Gives a fresh kernel that was started with these options. @default One is started */
  readonly kernels?: KernelQueue;
  /** What the kernel runs first, without an output. */
  readonly before?: string;
  /** What cells may not do. @default Nothing: they have the rights of this process's user */
  readonly denied?: readonly Right[];
  /** Is called for each cell that has run. */
  readonly onCell?: (id: string) => void;
}

/** A notebook after its run: with the outputs of every cell that ran, and of no other. */
export interface NotebookRun {
  readonly document: NotebookDocument;
  /** What stopped it; `undefined` if it ran to its end. */
  readonly failure?: CellFailure;
  /** What its cells wrote to the kernel's process, and the reports of their tests; empty if nothing. */
  readonly written: string;
  /** The folders of the editions that it opened. */
  readonly opened: readonly string[];
}

interface Ran {
  readonly cell: CodeCell;
  readonly cellNumber: number;
}

interface Run {
  readonly document: NotebookDocument;
  /** The cells that have begun, in order. */
  readonly ran: Ran[];
  readonly collector: OutputCollector;
  readonly options: RunNotebookOptions;
}

/**
 * Runs every code cell of a notebook, in order, on a kernel of its own.
 *
 * @param document The notebook; it is not changed.
 * @returns The notebook with its outputs, and what stopped it, if anything did.
 * @throws The reason of `signal`, if that is aborted. All else that can happen is a value.
 */
export async function runNotebook(
  document: NotebookDocument,
  options: RunNotebookOptions,
): Promise<NotebookRun> {
  options.signal?.throwIfAborted();
  const fresh = withoutOutputs(document);
  try {
    return { document: fresh, ...await runOnKernel(fresh, options) };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!(error instanceof KernelFailure)) throw error;
    const { kind, name, message } = error;
    return { document: fresh, failure: { kind, name, message }, written: "", opened: [] };
  }
}

async function runOnKernel(
  document: NotebookDocument,
  options: RunNotebookOptions,
): Promise<Omit<NotebookRun, "document">> {
  const kernel = await (options.kernels?.take() ?? startKernel(options));
  const kill = () => kernel.kill();
  options.signal?.addEventListener("abort", kill);
  try {
    const run = { document, ran: [], collector: new OutputCollector(), options };
    const failure = await runCells(kernel, run) ?? await settle(kernel, run);
    options.signal?.throwIfAborted();
    const first = await findPublishedError(run.ran) ?? failure;
    const opened = [...run.collector.opened];
    return { ...(first && { failure: first }), written: kernel.written, opened };
  } finally {
    options.signal?.removeEventListener("abort", kill);
    kernel.kill();
    if (options.ending) options.ending.use(kernel);
    else await kernel[Symbol.asyncDispose]();
  }
}

async function runCells(
  kernel: Kernel,
  run: Run,
): Promise<CellFailure | undefined> {
  const { document, ran, collector, options } = run;
  const { before = "", denied = [] } = options;
  kernel.execute(preamble + before + revokeRights(denied), { silent: true }).catch(() => {});
  for (const [index, cell] of document.cells.entries()) {
    if (cell.cell_type !== "code" || cell.source.trim() === "") continue;
    const cellNumber = index + 1;
    ran.push({ cell, cellNumber });
    const failure = await runCell(kernel, cell, { ...options, collector });
    if (failure) {
      await settle(kernel, run);
      return { cell: cell.id, cellNumber, ...failure };
    }
    if (cell.outputs.some(isError)) return undefined;
    options.onCell?.(cell.id);
  }
}

/** Waits for the last outputs; a kernel that a cell keeps busy or ends after its reply fails here. */
async function settle(
  kernel: Kernel,
  { ran, collector, options }: Run,
): Promise<CellFailure | undefined> {
  using limit = new Deadline(kernel, options);
  const last = ran.at(-1);
  const place = last && { cell: last.cell.id, cellNumber: last.cellNumber };
  try {
    await kernel.settle({
      onMessage: (message) => last && collector.receive(message, last.cell.outputs),
    });
    return limit.failure && { ...place, ...limit.failure };
  } catch (error) {
    if (!(error instanceof KernelFailure)) throw error;
    const { kind, name, message } = limit.failure ?? error;
    return { ...place, kind, name, message };
  }
}

/** An error that nobody awaits is published on its own, perhaps after its cell has ended. */
async function findPublishedError(ran: readonly Ran[]): Promise<CellFailure | undefined> {
  for (const { cell, cellNumber } of ran) {
    const error = cell.outputs.find(isError);
    if (!error) continue;
    const { ename: name, evalue: message, traceback } = error;
    const explained = await explainError(
      { name, message, traceback },
      keepLastValue(cell.source),
    );
    return { cell: cell.id, cellNumber, ...explained };
  }
}

function isError(output: CellOutput): output is Extract<CellOutput, { output_type: "error" }> {
  return output.output_type === "error";
}

function withoutOutputs(document: NotebookDocument): NotebookDocument {
  const cells = document.cells.map((cell) =>
    cell.cell_type === "code" ? { ...cell, outputs: [], execution_count: null } : cell
  );
  return { ...document, cells };
}
