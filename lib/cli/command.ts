import { Command, CommanderError, Help, InvalidArgumentError, Option } from "commander";
import { nearest } from "../errors/did_you_mean.ts";
import { escapeUnseen, formatProblem, InputError, type Problem } from "../errors/problem.ts";
import { UsageError } from "../errors/usage_error.ts";
import { defaultEdition } from "../load/edition_folder.ts";
import { type Language, languages } from "../model/label.ts";
import { useLanguage } from "../words/language.ts";
import { chosenWords } from "../words/words.ts";
import { isInside } from "./project.ts";

/**
 * A command line with what every command has: help, and errors that point to it.
 *
 * @param name The task's name.
 * @param description What it does, in one sentence.
 * @returns The command, to which options and an action are added.
 */
export function plainCommand(name: string, description: string): Command {
  return new Command(`deno task ${name}`)
    .description(description)
    .allowExcessArguments(false)
    // Else it would look for colours in the environment, which no task may read.
    .configureOutput({
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      outputError: () => {},
    })
    .exitOverride();
}

/**
 * A command line with the option that every command has which reads data.
 *
 * @param name The task's name.
 * @param description What it does, in one sentence.
 * @returns The command, to which options and an action are added.
 */
export function command(name: string, description: string): Command {
  return addLanguage(plainCommand(name, description))
    .option("--edition <id|path>", "edition: a folder of data/, or a path", defaultEdition());
}

/**
 * Adds the option in which language a command speaks, and lets all speak it that shows something.
 *
 * @param program The command.
 */
export function addLanguage(program: Command): Command {
  return program
    .addOption(
      new Option("--language <language>", "language of what is shown").choices(languages)
        .default("en"),
    )
    .hook("preAction", () => useLanguage(program.opts().language))
    .configureHelp(translatedHelp);
}

/** Prints an answer: a text, or a value as JSON. */
export function print(answer: string | object): void {
  console.log(typeof answer === "string" ? answer : JSON.stringify(answer, null, 2));
}

/** The option of a command whose answer a program reads. */
export const jsonOption = ["--json", "print all as JSON and nothing else"] as const;

/**
 * A reader of a number of a command line.
 *
 * @param isMeant Whether a number will do.
 * @param expected What is expected, by the name of its words.
 */
export function numberReader(
  isMeant: (number: number) => boolean,
  expected: "number" | "port" | "wholeNumber",
): (text: string) => number {
  return (text) => {
    if (isMeant(Number(text))) return Number(text);
    throw new InvalidArgumentError(chosenWords().commandLine[expected]);
  };
}

/** Reads a count from a command line. */
export const wholeNumber = numberReader(
  (number) => Number.isInteger(number) && number > 0,
  "wholeNumber",
);

/** The language that a command line asks for, before it is read: help and problems come in that too. */
function askedLanguage(): Language {
  return /--language[= ]ru\b/.test(Deno.args.join(" ")) ? "ru" : "en";
}

/** What help says in Russian, by its English. */
const russianHelp = new Map<string, string>();

async function readRussianHelp(): Promise<void> {
  const { readCatalogue } = await import("../prose/catalogue.ts");
  const path = `${import.meta.dirname}/help.ru.po`;
  for (const { sentence, text } of readCatalogue(await Deno.readTextFile(path), path)) {
    russianHelp.set(sentence, text);
  }
}

/** Help in the language of the command, which finds the texts of commands by their English. */
const translatedHelp: Partial<Help> = {
  styleTitle: translate,
  styleUsage: (usage) => usage.replace("[options]", translate("[options]")),
  commandDescription: (command) => translate(command.description()),
  argumentDescription: (argument) => translate(argument.description),
  optionDescription: (option) =>
    new Help().optionDescription(
      Object.assign(Object.create(option), { description: translate(option.description) }),
    ).replace(/(?<=\()choices:|default:/g, translate),
};

function translate(text: string): string {
  return russianHelp.get(text) ?? text;
}

/** What commander has against a command line, as a problem like any other. */
function problemOf({ code, message }: CommanderError, program: Command): Problem {
  const said = chosenWords().commandLine, task = program.name();
  const [named = "", value = ""] = Array.from(message.matchAll(/'([^']*)'/g), ([, one]) => one);
  const [flag = named] = /--[\w-]+/.exec(named) ?? [], [operand = ""] = /[<[].*/.exec(named) ?? [];
  const [, expected = "", found = ""] = /Expected (\d+) .* got (.*)\.$/.exec(message) ?? [];
  const [, reason = ""] = /is invalid[^.]*\. (.*)$/.exec(message) ?? [];
  const choices = /^Allowed choices are (.*)\.$/.exec(reason)?.[1];
  const own = program.options.flatMap(({ long }) => long ?? []);
  const flags = own.length > 0 ? own : ["--help"];
  const isOption = flag.startsWith("-"), ofFlag = `${task} ${flag}`;
  const meant = choices === undefined ? reason : said.oneOf(choices);
  const problems: Readonly<Record<string, Problem>> = {
    unknownOption: { path: `${task} ${named}`, message: said.unknownOption(nearest(named, flags)) },
    missingArgument: { path: task, message: said.nothing(`<${named}>`) },
    missingMandatoryOptionValue: { path: task, message: said.nothing(named) },
    optionMissingArgument: { path: ofFlag, message: said.nothing(operand) },
    excessArguments: { path: task, message: said.excess(expected, found) },
    invalidArgument: isOption
      ? { path: ofFlag, message: said.invalid(meant, value) }
      : { path: task, message: said.invalid(meant, named) },
  };
  return problems[code.replace("commander.", "")] ?? { path: task, message };
}

const { NotCapable, PermissionDenied } = Deno.errors;

/**
 * Runs a command and ends the process: with `Deno.exitCode`, or with 1 and the reason on stderr if its input
 * is malformed, a file cannot be written, or something is asked that the task may not do.
 *
 * @param program The command with its action.
 */
export async function runCommand(program: Command): Promise<never> {
  try {
    goWhereCalled();
    // A command speaks the language of its option; few may read the environment.
    useLanguage(askedLanguage());
    if (askedLanguage() === "ru") await readRussianHelp();
    await program.parseAsync(joinParameters(Deno.args), { from: "user" });
    Deno.exit();
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) Deno.exit();
      console.error(escapeUnseen(formatProblem(problemOf(error, program))));
      console.error(chosenWords().commandLine.help);
      Deno.exit(1);
    }
    // Whoever read the output has gone, as `head` does.
    if (error instanceof Deno.errors.BrokenPipe) Deno.exit(1);
    console.error(escapeUnseen(reasonOf(error)));
    Deno.exit(1);
  }
}

/** Why a command ended, where that is no mistake of its code. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) throw error;
  const { message } = error;
  if (error instanceof NotCapable) {
    return message.replace(
      /^Requires (\w+) access to (.*), run again with .*/,
      "Cannot $1 $2: this task works within the project only",
    );
  }
  if (error instanceof InputError || error instanceof UsageError) return message;
  if (message === "Empty path is not allowed") return 'Cannot finish: expected a path, found ""';
  // What the machine lacks, such as space on a disk, a right, or files that may be open.
  if (/\(os error \d+\)/.test(message)) return `Cannot finish: ${message}`;
  if (error instanceof PermissionDenied) return message;
  throw error;
}

/** `-p NAME VALUE`, as papermill has it, for a parser whose options take one argument. */
function joinParameters(args: readonly string[]): string[] {
  return args.flatMap((arg, at) => {
    const [before, name] = [args[at - 2], args[at - 1]];
    const isParameter = (one: string) => one === "-p" || one === "--parameter";
    if (isParameter(name) && !arg.includes("=") && args[at + 1] !== undefined) return [];
    return isParameter(before) && !name.includes("=") ? [`${name}=${arg}`] : [arg];
  });
}

/** A task runs in the folder of the project; paths on its command line are meant from where it was called. */
function goWhereCalled(): void {
  const variable = "INIT_CWD";
  const { state } = Deno.permissions.querySync({ name: "env", variable });
  const folder = state === "granted" ? Deno.env.get(variable) : undefined;
  if (folder && isInside(folder, Deno.cwd())) Deno.chdir(folder);
}
