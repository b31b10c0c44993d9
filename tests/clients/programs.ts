import { delimiter, join } from "node:path";

/** What a test needs besides Deno. */
export type Program =
  | "jupyter-notebook"
  | "jupyter-nbconvert"
  | "nbformat"
  | "chromium"
  | "postgresql";

/** Where each may be, how it answers for its version, and which Debian package has it. */
interface Wanted {
  readonly commands: readonly string[];
  readonly args: readonly string[];
  readonly version: RegExp;
  readonly debianPackage: string;
}

const programs: Readonly<Record<Program, Wanted>> = {
  "jupyter-notebook": {
    commands: ["jupyter-notebook"],
    args: ["--version"],
    version: /^6\./,
    debianPackage: "jupyter-notebook",
  },
  "jupyter-nbconvert": {
    commands: ["jupyter-nbconvert"],
    args: ["--version"],
    version: /^[67]\./,
    debianPackage: "jupyter-nbconvert",
  },
  nbformat: {
    // A Python of one's own hides Debian's, which has Debian's packages.
    commands: ["python3", "/usr/bin/python3"],
    args: ["-c", "import nbformat; print(nbformat.__version__)"],
    version: /^5\./,
    debianPackage: "python3-nbformat",
  },
  chromium: {
    commands: ["chromium"],
    args: ["--version"],
    version: /^Chromium \d/,
    debianPackage: "chromium",
  },
  // Makes a database cluster for one command, and takes it away again.
  postgresql: {
    commands: ["pg_virtualenv"],
    args: ["psql", "--version"],
    version: /^psql/m,
    debianPackage: "postgresql",
  },
};

const answers = new Map<Program, Answer>();

type Answer = { readonly command: string } | { readonly reason: string };

/**
 * Why a program cannot be used here.
 *
 * @returns A reason with what to do, or `undefined` if it can be used.
 */
export function whyNot(program: Program): string | undefined {
  const answer = answerOf(program);
  return "reason" in answer ? answer.reason : undefined;
}

/**
 * The path of the command that runs a program; for nbformat the Python that has it.
 *
 * @throws {Error} If it cannot be used here.
 */
export function commandOf(program: Program): string {
  const answer = answerOf(program);
  if ("reason" in answer) throw new Error(`Cannot run ${program}: ${answer.reason}`);
  return answer.command;
}

function answerOf(program: Program): Answer {
  const answer = answers.get(program) ?? ask(program);
  answers.set(program, answer);
  return answer;
}

function ask(program: Program): Answer {
  const { commands, args, version, debianPackage } = programs[program];
  const toDo = `apt-get install ${debianPackage}`;
  let reason = `${program} is not installed; ${toDo}`;
  for (const command of commands.flatMap((command) => pathOf(command) ?? [])) {
    const found = versionOf(command, args);
    if (found === undefined) continue;
    if (version.test(found)) return { command };
    reason = `${program} answers "${found}" and not ${version}; ${toDo}`;
  }
  return { reason };
}

function pathOf(command: string): string | undefined {
  const folders = command.startsWith("/") ? [""] : (Deno.env.get("PATH") ?? "").split(delimiter);
  return folders.map((folder) => join(folder, command)).find(isFile);
}

function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch (error) {
    const { NotFound, NotADirectory, PermissionDenied } = Deno.errors;
    if ([NotFound, NotADirectory, PermissionDenied].some((kind) => error instanceof kind)) {
      return false;
    }
    throw error;
  }
}

function versionOf(command: string, args: readonly string[]): string | undefined {
  try {
    const asking = new Deno.Command(command, { args: [...args], stderr: "null" });
    const { success, stdout } = asking.outputSync();
    return success ? new TextDecoder().decode(stdout).trim() : undefined;
  } catch (error) {
    const { NotFound, NotCapable } = Deno.errors;
    if (error instanceof NotFound || error instanceof NotCapable) return undefined;
    throw error;
  }
}
