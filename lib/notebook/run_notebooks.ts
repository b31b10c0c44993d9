import { dirname } from "node:path";
import type { CellFailure } from "./explain_error.ts";
import { KernelKeeper } from "./kernel/kernel_keeper.ts";
import { KernelQueue } from "./kernel/kernel_queue.ts";
import type { StartKernelOptions } from "./kernel/start_kernel.ts";
import type { NotebookDocument } from "./notebook_document.ts";
import { MalformedNotebook, readNotebook } from "./parse_notebook.ts";
import { type GivenParameters, withParameters } from "./parameters.ts";
import { runNotebook, type RunNotebookOptions } from "./run_notebook.ts";

/** How {@link runNotebooks} runs. */
export interface RunNotebooksOptions
  extends Omit<RunNotebookOptions, "folder" | "onCell" | "ending" | "kernels" | "keeper"> {
  /** How many kernels run at a time. @default One for each core */
  readonly jobs?: number;
  /** Values that are put in the place of parameters. @default None */
  readonly parameters?: (path: string) => GivenParameters;
  /** Is told how many cells there are to run, before the first one. */
  readonly onStart?: (cells: number) => void;
  /** Is called for each cell that has run. */
  readonly onCell?: (path: string, cell: string) => void;
  /** Is called for each notebook that has ended, well or not. */
  readonly onResult?: (result: NotebookResult) => void;
}

/** A notebook file after its run. */
export interface NotebookResult {
  readonly path: string;
  /** What the file held before. */
  readonly text: string;
  /** The notebook with its outputs, which is not written; `undefined` if the file is none. */
  readonly document?: NotebookDocument;
  readonly failure?: CellFailure;
  /** What its cells wrote to the kernel's process, and the reports of their tests. */
  readonly written?: string;
  /** The folders of the editions that it opened. */
  readonly opened?: readonly string[];
  readonly milliseconds: number;
}

interface Loaded {
  readonly path: string;
  readonly text: string;
  readonly document?: NotebookDocument;
  readonly failure?: CellFailure;
}

/**
 * Runs notebook files side by side, each on a kernel of its own, and writes none of them.
 *
 * One that fails does not stop the others.
 *
 * @param paths The files.
 * @returns What became of each, in the order of `paths`.
 * @throws The reason of `signal`, if that is aborted; no kernel is left then.
 */
export async function runNotebooks(
  paths: readonly string[],
  { jobs = navigator.hardwareConcurrency, parameters, onStart, onCell, onResult, ...options }:
    RunNotebooksOptions = {},
): Promise<NotebookResult[]> {
  const loaded = await Promise.all(paths.map((path) => load(path, parameters?.(path) ?? {})));
  onStart?.(loaded.reduce((total, { document }) => total + codeCells(document), 0));
  const results = new Map<string, NotebookResult>();
  const waiting = loaded.toSorted((a, b) => codeCells(b.document) - codeCells(a.document));
  await using keeper = await KernelKeeper.start();
  await using ending = new AsyncDisposableStack();
  const queues = queuesOf(loaded, { ...options, keeper });
  for (const queue of queues.values()) ending.use(queue);
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { path, document, ...rest } = next;
      const start = performance.now();
      const run = document && await runNotebook(document, {
        ...options,
        ending,
        folder: dirname(path),
        kernels: queues.get(dirname(path)),
        onCell: (cell) => onCell?.(path, cell),
      });
      const result = { path, ...rest, ...run, milliseconds: performance.now() - start };
      results.set(path, result);
      onResult?.(result);
    }
  };
  const lanes = Array.from({ length: Math.min(jobs, paths.length) }, work);
  const failed = (await Promise.allSettled(lanes)).find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
  return paths.map((path) => results.get(path)).filter((result) => result !== undefined);
}

/** A queue of kernels for each folder, where kernels run. */
function queuesOf(
  loaded: readonly Loaded[],
  options: Omit<StartKernelOptions, "folder">,
): Map<string, KernelQueue> {
  const byFolder = Map.groupBy(
    loaded.filter(({ document }) => document),
    ({ path }) => dirname(path),
  );
  return new Map(
    [...byFolder].map((
      [folder, { length }],
    ) => [folder, new KernelQueue({ ...options, folder }, length)]),
  );
}

async function load(path: string, given: GivenParameters): Promise<Loaded> {
  try {
    const { text, document } = await readNotebook(path);
    return { path, text, document: withParameters(document, given, path) };
  } catch (error) {
    if (!(error instanceof MalformedNotebook)) throw error;
    const { name, message } = error;
    return { path, text: "", failure: { kind: "malformed", name, message } };
  }
}

function codeCells(document: NotebookDocument | undefined): number {
  const cells = document?.cells.filter(({ cell_type, source }) =>
    cell_type === "code" && source.trim() !== ""
  );
  return cells?.length ?? 0;
}
