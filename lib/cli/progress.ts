import { chosenLanguage } from "../words/language.ts";
import { words } from "../words/words.ts";
import { SingleBar } from "cli-progress";
import { escapeUnseen } from "../errors/problem.ts";
import type { NotebookResult } from "../notebook/run_notebooks.ts";

/** Shows on stderr how far a run has come: a bar on a terminal, a line for each notebook elsewhere. */
export interface Progress extends Disposable {
  /** Hears how many cells there are. */
  start(cells: number): void;
  /** Hears that a cell has run. */
  cell(path: string): void;
  /** Hears that a notebook has ended. */
  result(result: NotebookResult): void;
}

/** The progress display for where stderr goes. */
export function progress(): Progress {
  return Deno.stderr.isTerminal() ? new BarProgress() : new LineProgress();
}

class LineProgress implements Progress {
  start(): void {}
  cell(): void {}
  result(result: NotebookResult): void {
    const { path, failure, milliseconds } = result;
    const seconds = (milliseconds / 1000).toFixed(1);
    const { ranIn, failedIn } = words[chosenLanguage()].commands;
    console.error((failure ? failedIn : ranIn)(path, seconds));
    tellWritten(result);
  }
  [Symbol.dispose](): void {}
}

class BarProgress implements Progress {
  readonly #bar = new SingleBar({
    format: words[chosenLanguage()].commands.bar,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    clearOnComplete: true,
    hideCursor: true,
    gracefulExit: false,
  });
  readonly #results: NotebookResult[] = [];

  start(cells: number): void {
    this.#bar.start(cells, 0, { notebook: "" });
  }
  cell(path: string): void {
    this.#bar.increment({ notebook: path });
  }
  result(result: NotebookResult): void {
    this.#bar.update({ notebook: result.path });
    this.#results.push(result);
  }
  [Symbol.dispose](): void {
    this.#bar.stop();
    this.#results.forEach(tellWritten);
  }
}

function tellWritten({ path, written }: NotebookResult): void {
  if (!written) return;
  const lines = escapeUnseen(written).split("\n").map((line) => `  ${line}`).join("\n");
  console.error(`${words[chosenLanguage()].commands.wrote(path)}:\n${lines}`);
}
