import { type CellFailure, explainError } from "./explain_error.ts";
import type { JupyterMessage } from "./kernel/jupyter_message.ts";
import type { Kernel, Reply } from "./kernel/kernel.ts";
import { KernelFailure } from "./kernel/kernel_process.ts";
import { startKernel, type StartKernelOptions } from "./kernel/start_kernel.ts";
import type { CellOutput, CodeCell, NotebookDocument } from "./notebook_document.ts";
import { OutputCollector } from "./output_collector.ts";
import { keepLastValue, preamble, revokeRights, type Right } from "./preamble.ts";

/** How long a cell may take; both in milliseconds. */
export interface Limits {
  /** Until it is interrupted. @default 120 seconds */
  readonly deadline?: number;
  /** From then until its kernel is ended. @default 2 seconds */
  readonly grace?: number;
}

/** How {@link runNotebook} runs. */
export interface RunNotebookOptions extends StartKernelOptions, Limits {
  /** Gives its kernel, and disposes of that later: its end takes longer than most cells. @default One is started */
  readonly takeKernel?: () => Promise<Kernel>;
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
  const cells = document.cells.map((cell) =>
    cell.cell_type === "code" ? { ...cell, outputs: [], execution_count: null } : cell
  );
  const fresh = { ...document, cells };
  try {
    return { document: fresh, ...await runOnKernel(fresh, options) };
  } catch (error) {
    options.signal?.throwIfAborted();
    return { document: fresh, failure: failureOf(error), written: "", opened: [] };
  }
}

/** The cells of a notebook that hold code. */
export function cellsToRun({ cells }: NotebookDocument): CodeCell[] {
  return cells.filter((cell) => cell.cell_type === "code")
    .filter(({ source }) => source.trim() !== "");
}

async function runOnKernel(
  document: NotebookDocument,
  options: RunNotebookOptions,
): Promise<Omit<NotebookRun, "document">> {
  const { before = "", denied = [], signal, takeKernel } = options;
  await using own = new AsyncDisposableStack();
  const kernel = await (takeKernel?.() ?? startKernel(options).then((one) => own.use(one)));
  const kill = () => kernel.process.kill();
  signal?.addEventListener("abort", kill);
  try {
    const collector = new OutputCollector(), ran: CodeCell[] = [];
    kernel.execute(preamble + before + revokeRights(denied), { silent: true }).catch(() => {});
    let end: LimitedEnd<Reply> = {};
    for (const cell of cellsToRun(document)) {
      ran.push(cell);
      const onMessage = (message: JupyterMessage) => collector.receive(message, cell.outputs);
      const run = () => kernel.run(keepLastValue(cell.source), { onMessage });
      end = await withinLimits(kernel, options, run);
      if (end.value?.status === "ok") cell.execution_count = end.value.count;
      if (end.value?.status !== "ok" || cell.outputs.some(isError)) break;
      options.onCell?.(cell.id);
    }
    const last = ran.at(-1);
    const onMessage = (message: JupyterMessage) => last && collector.receive(message, last.outputs);
    // The last outputs; a kernel that a cell keeps busy or ends after its reply fails here.
    const late = await withinLimits(kernel, options, () => kernel.settle({ onMessage }));
    collector.end();
    signal?.throwIfAborted();
    // An error that nobody awaits is published on its own, perhaps after its cell has ended.
    const cell = ran.find(({ outputs }) => outputs.some(isError)) ?? last;
    const published = cell?.outputs.find(isError);
    const error = published
      ? { name: published.ename, message: published.evalue, traceback: published.traceback }
      : end.value?.status === "error" && end.value;
    const failure = cell && error
      ? await explainError(error, keepLastValue(cell.source))
      : end.failure ?? late.failure;
    const at = cell && { cell: cell.id, cellNumber: document.cells.indexOf(cell) + 1 };
    return {
      ...(failure && { failure: { ...at, ...failure } }),
      written: kernel.process.written.toString(),
      opened: [...collector.opened],
    };
  } finally {
    signal?.removeEventListener("abort", kill);
    kill();
  }
}

/** What came of something that may take too long: its value, or how it failed. */
interface LimitedEnd<Value> {
  readonly value?: Value;
  readonly failure?: CellFailure;
}

/** The longest that a timer counts, 24 days; one of more would ring at once. */
const longest = 2 ** 31 - 1;

/** Interrupts a cell that takes too long, and ends its kernel if that does not help. */
async function withinLimits<Value>(
  kernel: Kernel,
  { deadline = 120_000, grace = 2_000 }: Limits,
  run: () => Promise<Value>,
): Promise<LimitedEnd<Value>> {
  const allowed = Math.min(deadline, longest);
  let passed = "";
  let timer = setTimeout(() => {
    passed = "and was interrupted";
    timer = setTimeout(() => {
      passed = "and did not stop when interrupted, so its kernel was ended";
      kernel.process.kill();
    }, grace);
    kernel.interrupt().catch(() => {});
  }, allowed);
  const end = await run()
    .then((value) => ({ value }), (error) => ({ failure: failureOf(error) }))
    .finally(() => clearTimeout(timer));
  if (passed === "") return end;
  const message = `it ran longer than ${allowed / 1000} s ${passed}; --deadline allows more`;
  return { failure: { kind: "deadline", name: "DeadlineExceeded", message } };
}

function failureOf(error: unknown): CellFailure {
  if (!(error instanceof KernelFailure)) throw error;
  const { kind, name, message } = error;
  return { kind, name, message };
}

function isError(output: CellOutput): output is Extract<CellOutput, { output_type: "error" }> {
  return output.output_type === "error";
}
