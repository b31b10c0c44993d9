import { SingleBar } from "cli-progress";
import { describeFailure } from "../notebook/explain_error.ts";
import { type NotebookResult, runNotebooks } from "../notebook/run_notebooks.ts";
import { chosenWords } from "../words/words.ts";
import { collectOutputs, failIfReplaced, type RunOutputs } from "./collect_outputs.ts";
import { PngRenderer } from "./png_renderer.ts";
import { type CellRights, deniedRights, type RunOptions } from "./reproduce_options.ts";
import type { AskedNotebooks } from "./stale.ts";
import { escapeUnseen } from "../errors/problem.ts";

/** What `reproduce` is asked for. */
export interface ReproduceOptions extends RunOptions, CellRights {
  readonly jobs: number;
  /** In seconds. */
  readonly deadline: number;
  readonly json?: true;
  readonly check?: true;
  readonly stale?: true;
  readonly csv?: "excel";
}

/** Runs the notebooks that are asked for, and collects what they would write. */
export async function runAsked(
  { notebooks, inputsOf }: AskedNotebooks,
  options: ReproduceOptions,
  signal: AbortSignal,
) {
  using png = new PngRenderer();
  using bar = showProgress();
  const asked = new Map(notebooks.map((one) => [one.path, one]));
  const runs = new Map<string, Promise<RunOutputs>>();
  const { language, jobs, deadline, csv } = options, to = { png, csv, inputsOf, language };
  await runNotebooks([...asked.keys()], {
    jobs,
    deadline: deadline * 1000,
    environment: { REPORT_LANGUAGE: language },
    parameters: (path) => asked.get(path)!.parameters,
    denied: deniedRights(options),
    signal,
    onStart: bar.start,
    onCell: bar.cell,
    onResult: (result) => {
      bar.result(result);
      runs.set(result.path, collectOutputs(result, asked.get(result.path)!, to));
    },
  });
  const collected = await Promise.all(notebooks.flatMap(({ path }) => runs.get(path) ?? []));
  return await Promise.all(collected.map(async (one) => {
    const run = await failIfReplaced(one);
    return { ...run, told: run.failure && describeFailure(run.path, run.failure) };
  }));
}

/** Shows on stderr how far a run has come: a bar on a terminal, a line for each notebook elsewhere. */
function showProgress() {
  const said = chosenWords().commands, isTerminal = Deno.stderr.isTerminal(), later: string[] = [];
  // Elsewhere than on a terminal it shows nothing.
  const bar = new SingleBar({
    format: `{bar} ${said.cells("{value}", "{total}")}, {duration_formatted} {notebook}`,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    clearOnComplete: true,
    hideCursor: true,
    gracefulExit: false,
  });
  return {
    start: (cells: number) => bar.start(cells, 0, { notebook: "" }),
    cell: (path: string) => bar.increment({ notebook: path }),
    result({ path, failure, milliseconds, written }: NotebookResult) {
      bar.update({ notebook: path });
      const seconds = (milliseconds / 1000).toFixed(1);
      if (!isTerminal) console.error((failure ? said.failedIn : said.ranIn)(path, seconds));
      if (!written) return;
      const text = `${said.wrote(path)}:\n${escapeUnseen(written).replaceAll(/^/gm, "  ")}`;
      if (isTerminal) later.push(text);
      else console.error(text);
    },
    [Symbol.dispose]() {
      bar.stop();
      for (const text of later) console.error(text);
    },
  };
}
