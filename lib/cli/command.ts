import { Command, CommanderError, type Help, InvalidArgumentError, Option } from "commander";
import config from "../../deno.json" with { type: "json" };
import { nearest } from "../errors/did_you_mean.ts";
import { escapeUnseen, formatProblem, InputError, type Problem } from "../errors/problem.ts";
import { UsageError } from "../errors/usage_error.ts";
import { defaultEdition } from "../load/edition_folder.ts";
import { languages } from "../model/label.ts";
import type { GivenParameters } from "../notebook/parameters.ts";
import { useLanguage } from "../words/language.ts";
import { chosenWords } from "../words/words.ts";
import { isInside } from "./project.ts";

const { tasks } = config;

/** What the command lines of several commands have. */
const parts = {
  edition: (program) =>
    program.option(
      "--edition <id|path>",
      "edition: a folder of data/, or a path",
      defaultEdition(),
    ),
  json: (program) => program.option("--json", "print all as JSON and nothing else"),
  language(program) {
    const option = choice("--language <language>", "language of what is shown", languages);
    return program.addOption(option.default("en"));
  },
  notebooks(program) {
    const which = "by name or path, all of a folder; all of notebooks/ if none is named";
    return program.argument("[notebooks...]", `notebooks ${which}`);
  },
  parameter(program) {
    const description = "value of a parameter of the notebooks, for this run";
    return program.option("-p, --parameter <name value>", description, addParameter);
  },
} satisfies Record<string, (program: Command) => Command>;

/** What the command line gives for options that several have. */
export interface CommonOptions {
  readonly edition: string;
  readonly out: string;
  readonly json?: true;
}

/**
 * A command line with what every command has: help, and errors that point to it.
 *
 * @param name The task's name, under which deno.json describes it.
 * @param has What of it others have too.
 * @returns The command, to which options and an action are added.
 */
export function command(
  name: keyof typeof tasks,
  has: readonly (keyof typeof parts)[] = [],
): Command {
  const program = new Command(`deno task ${name}`)
    .description(tasks[name].description)
    .allowExcessArguments(false)
    // Else it would look for colours in the environment, which no task may read.
    .configureOutput({
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      outputError: () => {},
    })
    .configureHelp(has.includes("language") ? translatedHelp : {})
    .exitOverride();
  return has.reduce((program, part) => parts[part](program), program);
}

/** Adds a value to those that were given for parameters of notebooks, each once. */
function addParameter(text: string, given: GivenParameters = {}): GivenParameters {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  const { parameter, once } = chosenWords().commandLine;
  if (name === undefined) throw new InvalidArgumentError(parameter);
  if (Object.hasOwn(given, name)) throw new InvalidArgumentError(once(name));
  return { ...given, [name]: value };
}

/** An option whose value is one of several. */
export function choice(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, description).choices(choices);
}

/** Prints an answer: a text, or a value as JSON. */
export function print(answer: string | object): void {
  console.log(typeof answer === "string" ? answer : JSON.stringify(answer, null, 2));
}

/** What the numbers of a command line may be, by the name of the words for it. */
const numbers = {
  number: (one: number) => Number.isFinite(one) && one > 0,
  wholeNumber: (one: number) => Number.isInteger(one) && one > 0,
  port: (one: number) => Number.isInteger(one) && one >= 0 && one < 65_536,
};

/** A reader of a number of a command line. */
export function numberReader(kind: keyof typeof numbers): (text: string) => number {
  return (text) => {
    if (numbers[kind](Number(text))) return Number(text);
    throw new InvalidArgumentError(chosenWords().commandLine[kind]);
  };
}

/** What help says in another language, by its English. */
let translations: ReadonlyMap<string, string> = new Map();

async function readHelp(): Promise<Map<string, string>> {
  const { readCatalogue } = await import("../prose/catalogue.ts");
  const path = `${import.meta.dirname}/help.ru.po`;
  const catalogue = readCatalogue(await Deno.readTextFile(path), path);
  return new Map(catalogue.map(({ sentence, text }) => [sentence, text]));
}

/** Help in the language of the command, which finds the texts of commands by their English. */
const translatedHelp: Partial<Help> = {
  styleTitle: translate,
  styleUsage: (usage) => usage.replace("[options]", translate),
  styleCommandDescription: translate,
  styleArgumentDescription: translate,
  styleOptionDescription: (text) =>
    text.replace(/^.*?(?= \((?:choices|default):|$)|(?<=\()choices:|default:/g, translate),
};

function translate(text: string): string {
  return translations.get(text) ?? text;
}

/** What commander has against a command line, as a problem like any other. */
function problemOf({ code, message }: CommanderError, program: Command): Problem {
  const said = chosenWords().commandLine, task = program.name();
  const [named = "", value = ""] = Array.from(message.matchAll(/'([^']*)'/g), ([, one]) => one);
  const [flag = ""] = /--[\w-]+/.exec(named) ?? [], [operand = ""] = /[<[].*/.exec(named) ?? [];
  const [, expected = "", found = ""] = /Expected (\d+) .* got (.*)\.$/.exec(message) ?? [];
  const [, reason = ""] = /is invalid[^.]*\. (.*)$/.exec(message) ?? [];
  const [, choices] = /^Allowed choices are (.*)\.$/.exec(reason) ?? [];
  const meant = choices === undefined ? reason : said.oneOf(choices);
  const own = program.options.flatMap(({ long }) => long ?? []);
  const near = nearest(named, own.length > 0 ? own : ["--help"]);
  const problems: Readonly<Record<string, [path: string, message: string]>> = {
    unknownOption: [named, said.unknownOption(near)],
    missingArgument: ["", said.nothing(`<${named}>`)],
    missingMandatoryOptionValue: ["", said.nothing(named)],
    optionMissingArgument: [flag, said.nothing(operand)],
    excessArguments: ["", said.excess(expected, found)],
    invalidArgument: [flag, said.invalid(meant, flag === "" ? named : value)],
  };
  const [place, told] = problems[code.replace("commander.", "")] ?? ["", message];
  return { path: `${task} ${place}`.trim(), message: told };
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
    // Help and problems of the command line come in its language before it is read.
    const isRussian = /--language[= ]ru\b/.test(Deno.args.join(" "));
    useLanguage(isRussian ? "ru" : "en");
    if (isRussian) translations = await readHelp();
    await program.parseAsync(joinParameters(Deno.args), { from: "user" });
    Deno.exit();
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) Deno.exit();
    // Whoever read the output has gone, as `head` does.
    if (error instanceof Deno.errors.BrokenPipe) Deno.exit(1);
    console.error(escapeUnseen(reasonOf(error, program)));
    Deno.exit(1);
  }
}

/** Why a command ended, where that is no mistake of its code. */
function reasonOf(error: unknown, program: Command): string {
  if (!(error instanceof Error)) throw error;
  if (error instanceof CommanderError) {
    return `${formatProblem(problemOf(error, program))}\n${chosenWords().commandLine.help}`;
  }
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
