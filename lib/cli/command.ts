import { Command, Help, Option } from "commander";
import { defaultEdition } from "../load/edition_folder.ts";
import { useLanguage } from "../words/language.ts";
import { languages } from "../model/label.ts";
import { InputError } from "../errors/problem.ts";
import { escapeUnseen } from "../errors/unseen.ts";
import { UsageError } from "../errors/usage_error.ts";
import { help } from "../words/console_ru.ts";
import { isBelow } from "./project.ts";
import { WriteError } from "./write_together.ts";

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
    .configureOutput({ getOutHasColors: () => false, getErrHasColors: () => false })
    .showHelpAfterError("(--help shows the options)");
}

/**
 * A command line with the option that every command has which reads data.
 *
 * @param name The task's name.
 * @param description What it does, in one sentence.
 * @returns The command, to which options and an action are added.
 */
export function command(name: string, description: string): Command {
  return withLanguage(plainCommand(name, description))
    .option("--edition <id|path>", "edition: a folder of data/, or a path", defaultEdition());
}

/**
 * Adds the option in which language a command speaks, and lets all speak it that shows something.
 *
 * @param program The command.
 */
export function withLanguage(program: Command): Command {
  return program
    .addOption(
      new Option("--language <language>", "language of what is shown").choices(languages)
        .default("en"),
    )
    .hook("preAction", () => useLanguage(program.opts().language))
    .configureHelp(/--language[= ]ru\b/.test(Deno.args.join(" ")) ? russianHelp : {});
}

/** Help in Russian, which finds the texts of commands by their English. */
const russianHelp: Partial<Help> = {
  styleTitle: inRussian,
  styleUsage: (usage) => usage.replace("[options]", "[параметры]"),
  commandDescription: (command) => inRussian(command.description()),
  argumentDescription: (argument) => inRussian(argument.description),
  optionDescription: (option) =>
    new Help().optionDescription(
      Object.assign(Object.create(option), { description: inRussian(option.description) }),
    ).replace("(choices:", "(одно из:").replace("default:", "по умолчанию:"),
};

function inRussian(text: string): string {
  return help[text] ?? text;
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
    useLanguage("en");
    await program.parseAsync(joinParameters(Deno.args), { from: "user" });
    Deno.exit();
  } catch (error) {
    const isOfInput = error instanceof InputError || error instanceof UsageError ||
      error instanceof WriteError ||
      error instanceof NotCapable || error instanceof PermissionDenied;
    if (isOfReader(error)) Deno.exit(1);
    if (!isOfInput && !isOfSystem(error)) throw error;
    const { message } = error as Error;
    const told = error instanceof NotCapable
      ? message.replace(
        /^Requires (\w+) access to (.*), run again with .*/,
        "Cannot $1 $2: this task works within the project only",
      )
      : isOfInput
      ? message
      : `Cannot finish: ${message}`;
    console.error(escapeUnseen(told));
    Deno.exit(1);
  }
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
  if (folder && isBelow(folder, Deno.cwd())) Deno.chdir(folder);
}

/** Whoever read the output has gone, as `head` does. */
function isOfReader(error: unknown): boolean {
  return error instanceof Deno.errors.BrokenPipe;
}

/** What the machine lacks, such as space on a disk, or files that may be open. */
function isOfSystem(error: unknown): error is Error {
  return error instanceof Error && /\(os error \d+\)/.test(error.message);
}
