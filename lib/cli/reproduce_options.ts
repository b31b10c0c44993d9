import { type Command, InvalidArgumentError } from "commander";
import { basename, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultEdition } from "../load/edition_folder.ts";
import { InputError } from "../load/problem.ts";
import type { Edition } from "../model/edition.ts";
import type { Language } from "../model/label.ts";
import { languages } from "../notebook/translation_findings.ts";
import { command } from "./command.ts";

/** What `reproduce` is asked for. */
export interface ReproduceOptions {
  readonly edition: string;
  readonly language: Language;
  readonly only?: readonly string[];
  readonly jobs: number;
  /** In seconds. */
  readonly deadline: number;
  readonly out?: string;
  readonly json?: true;
  readonly check?: true;
  readonly all?: true;
}

/** The command line of `reproduce`, to which its action is added. */
export function reproduceCommand() {
  return chosenOptions(
    command("reproduce", "Run the notebooks of an edition that are stale, and judge its claims."),
  )
    .option("--jobs <number>", "kernels at a time", wholeNumber, navigator.hardwareConcurrency)
    .option("--deadline <seconds>", "how long a cell may run", positive, 120)
    .option("--all", "run every notebook, also those whose outputs still follow from their inputs")
    .option("--json", "print results as JSON and nothing else")
    .option("--check", "write nothing, and fail if anything committed would change");
}

/** Adds the options that say which notebooks, in which language and in which folder. */
export function chosenOptions(program: Command): Command {
  return program
    .option("--language <en|ru>", "language of labels and numbers", oneOf(languages), "en")
    .option("--only <names>", "notebooks of the edition, separated by commas", names)
    .option("--out <folder>", "folder of what runs give: notebooks, figures and tables");
}

/** The folder of the notebooks, relative to the working directory where it lies below that. */
export function notebookFolder(): string {
  const folder = fileURLToPath(new URL("../../notebooks", import.meta.url));
  const below = relative(Deno.cwd(), folder);
  return below === "" || below.startsWith("..") ? folder : below;
}

/**
 * The folder that is written to.
 *
 * @throws {InputError} If that would put another edition or language over the committed files.
 */
export function outputFolder(
  { edition, language, out }: Pick<ReproduceOptions, "edition" | "language" | "out">,
): string {
  if (out !== undefined) return out;
  if (edition === defaultEdition && language === "en") return notebookFolder();
  const message =
    `the notebooks there hold ${defaultEdition} in English; name a folder for these, such as --out out`;
  throw new InputError("Cannot write", [{ path: notebookFolder(), message }]);
}

/**
 * The notebooks to run, of those that an edition names.
 *
 * @param only Names, with or without folder and ending; all if `undefined`.
 * @throws {InputError} Naming each that the edition does not have.
 */
export function chosenNotebooks(
  { notebooks }: Edition,
  only: readonly string[] = notebooks,
): string[] {
  const wanted = new Set(only.map((name) => basename(name, ".ipynb")));
  const unknown = [...wanted].filter((name) => !notebooks.includes(name));
  if (unknown.length > 0) {
    const problems = unknown.map((name) => ({
      path: name,
      message: `the edition has no such notebook; it has ${notebooks.join(", ")}`,
    }));
    throw new InputError("Cannot run notebooks", problems);
  }
  return notebooks.filter((name) => wanted.has(name));
}

/** What the notebooks are told of the edition and the language. */
export function notebookEnvironment(
  { edition, language }: ReproduceOptions,
): Record<string, string> {
  const isPath = /[/\\]/.test(edition) || edition.startsWith(".");
  return { REPORT_EDITION: isPath ? resolve(edition) : edition, REPORT_LANGUAGE: language };
}

function names(text: string): string[] {
  return text.split(",").map((name) => name.trim()).filter((name) => name !== "");
}

/** Reads a count from a command line. */
export function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError("wanted a whole number above 0");
}

function positive(text: string): number {
  const number = Number(text);
  if (Number.isFinite(number) && number > 0) return number;
  throw new InvalidArgumentError("wanted a number above 0");
}

/** Reads one of some words from a command line. */
export function oneOf(words: readonly string[]) {
  return (text: string): string => {
    if (words.includes(text)) return text;
    throw new InvalidArgumentError(`wanted ${words.join(" or ")}`);
  };
}
