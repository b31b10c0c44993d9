import { dirname } from "node:path";
import { startKeeper } from "./kernel/kernel_keeper.ts";
import type { Kernel } from "./kernel/kernel.ts";
import { startKernel } from "./kernel/start_kernel.ts";
import { MalformedNotebook, readNotebook } from "./notebook_document.ts";
import { type GivenParameters, withParameters } from "./parameters.ts";
import {
  cellsToRun,
  type NotebookRun,
  runNotebook,
  type RunNotebookOptions,
} from "./run_notebook.ts";

/** How {@link runNotebooks} runs. */
export interface RunNotebooksOptions
  extends Omit<RunNotebookOptions, "folder" | "onCell" | "takeKernel" | "keeper"> {
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

/** A notebook file after its run; its notebook is not written, and `undefined` if the file is none. */
export interface NotebookResult extends Partial<NotebookRun> {
  readonly path: string;
  /** What the file held before. */
  readonly text: string;
  readonly milliseconds: number;
}

type NotebookFile = Omit<NotebookResult, "milliseconds">;

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
  const countOf = ({ document }: NotebookFile) => document ? cellsToRun(document).length : 0;
  onStart?.(loaded.reduce((total, file) => total + countOf(file), 0));
  const results = new Map<string, NotebookResult>();
  const waiting = loaded.toSorted((a, b) => countOf(b) - countOf(a));
  await using keeper = await startKeeper();
  await using ending = new AsyncDisposableStack();
  const start = (path: string) => {
    const kernel = startKernel({ ...options, keeper, folder: dirname(path) });
    ending.defer(() => kernel.then((one) => one[Symbol.asyncDispose](), () => {}));
    return kernel;
  };
  const ahead = new Map<string, Promise<Kernel>>();
  // While cells wait for a kernel, that of the next notebook starts.
  const takeKernel = async (path: string) => {
    const kernel = await (ahead.get(path) ?? start(path));
    const [next] = waiting;
    if (next?.document) ahead.getOrInsertComputed(next.path, start).catch(() => {});
    return kernel.process.hasEnded ? await start(path) : kernel;
  };
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { path, document, ...rest } = next;
      const begin = performance.now();
      const run = document && await runNotebook(document, {
        ...options,
        folder: dirname(path),
        takeKernel: () => takeKernel(path),
        onCell: (cell) => onCell?.(path, cell),
      });
      const result = { path, ...rest, ...run, milliseconds: performance.now() - begin };
      results.set(path, result);
      onResult?.(result);
    }
  };
  const lanes = Array.from({ length: Math.min(jobs, paths.length) }, work);
  const failed = (await Promise.allSettled(lanes)).find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
  return paths.map((path) => results.get(path)).filter((result) => result !== undefined);
}

async function load(path: string, given: GivenParameters): Promise<NotebookFile> {
  try {
    const { text, document } = await readNotebook(path);
    return { path, text, document: withParameters(document, given, path) };
  } catch (error) {
    if (!(error instanceof MalformedNotebook)) throw error;
    const { name, message } = error;
    return { path, text: "", failure: { kind: "malformed", name, message } };
  }
}
