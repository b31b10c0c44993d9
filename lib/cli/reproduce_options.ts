import { type Command, InvalidArgumentError, Option } from "commander";
import { basename, dirname, join, resolve } from "node:path";
import { defaultEdition } from "../load/edition_folder.ts";
import { InputError } from "../errors/problem.ts";
import type { Language } from "../model/label.ts";
import { chosenLanguage } from "../words/language.ts";
import { words } from "../words/words.ts";
import { command } from "./command.ts";
import { notebookFolder } from "./notebook_paths.ts";

/** Which notebooks are run, on what, and where their outputs are. */
export interface RunOptions {
  readonly edition: string;
  readonly language: Language;
  readonly out?: string;
}

/** What `reproduce` is asked for. */
export interface ReproduceOptions extends RunOptions {
  readonly jobs: number;
  /** In seconds. */
  readonly deadline: number;
  readonly json?: true;
  readonly check?: true;
  readonly stale?: true;
  readonly csv?: "excel";
}

/** The command line of `reproduce`, to which its action is added. */
export function reproduceCommand() {
  return runCommandLine(
    "reproduce",
    "Run the notebooks, write what they show, say what differs from before, and judge the claims.",
  )
    .option("--stale", "run only notebooks whose outputs no longer follow from their inputs")
    .option("--check", "write nothing, and fail if anything would change")
    .addOption(
      new Option("--csv <program>", "write each table also as a copy for that program")
        .choices(["excel"]),
    )
    .option("--jobs <number>", "kernels at a time", wholeNumber, navigator.hardwareConcurrency)
    .option("--deadline <seconds>", "how long a cell may run", positive, 120)
    .option("--json", "print results as JSON and nothing else");
}

/** A command line that says which notebooks, on which edition, in which language and in which folder. */
export function runCommandLine(name: string, description: string): Command {
  return command(name, description)
    .argument("[notebooks...]", "notebooks by name or path; all of notebooks/ if none is named")
    .option("--out <folder>", "folder of what runs give: notebooks, figures and tables");
}

/**
 * The notebook that gets the outputs of a run: the one that is run, unless a folder is named.
 *
 * @param path The notebook that is run.
 * @throws {InputError} If another edition or language would be put over it.
 */
export function targetOf(path: string, { edition, language, out }: RunOptions): string {
  const isElsewhere = out !== undefined && resolve(out) !== resolve(dirname(path));
  if (isElsewhere) return join(out, basename(path));
  if (edition === defaultEdition() && language === "en") return path;
  const message =
    `it holds ${defaultEdition()} in English; name a folder for these, such as --out out`;
  throw new InputError("Cannot write", [{ path, message }]);
}

/** Whether a run gives what is committed: that of the project's edition, in English, in its place. */
export function isCommitted({ edition, language, out }: RunOptions): boolean {
  const isInPlace = out === undefined || resolve(out) === resolve(notebookFolder());
  return isInPlace && edition === defaultEdition() && language === "en";
}

/** What the notebooks are told of the edition and the language. */
export function notebookEnvironment(
  { edition, language }: Pick<RunOptions, "edition" | "language">,
): Record<string, string> {
  const isPath = /[/\\]/.test(edition) || edition.startsWith(".");
  return { REPORT_EDITION: isPath ? resolve(edition) : edition, REPORT_LANGUAGE: language };
}

/** Reads a count from a command line. */
export function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError(words[chosenLanguage()].commandLine.wholeNumber);
}

function positive(text: string): number {
  const number = Number(text);
  if (Number.isFinite(number) && number > 0) return number;
  throw new InvalidArgumentError(words[chosenLanguage()].commandLine.number);
}
