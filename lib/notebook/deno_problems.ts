import { type ProgramResult, runProgram } from "../input/run_program.ts";
import { basename, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { NotebookProblem } from "./notebook_problem.ts";

/** A TypeScript file. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What `deno check` or `deno lint` finds in a file. */
export type FoundByDeno = NotebookProblem & Required<Pick<NotebookProblem, "line" | "column">>;

/** How {@link typeErrors} and {@link lintErrors} run. */
export interface DenoOptions {
  /** Path of the `deno.json` that resolves imports and has the rules. */
  readonly config: string;
  /** Gives up when aborted. */
  readonly signal?: AbortSignal;
}

/** The first file by whose address Deno keeps what it has checked: one that is always there, whichever notebooks are named. */
const firstChecked = new URL("../errors/usage_error.ts", import.meta.url).href;

/**
 * Type-checks files; one with an import that leads nowhere does not keep the others from it.
 *
 * @param files The files, written to one folder.
 * @throws The reason of `signal`, if that is aborted.
 */
export async function typeErrors(
  files: readonly SourceFile[],
  options: DenoOptions,
): Promise<FoundByDeno[]> {
  const { success, stderr } = await deno(["check", "--quiet", firstChecked], files, options);
  if (success) return [];
  const problems = stderr.split(/^(?=TS\d+ \[ERROR\]: )/m).flatMap(typeError);
  if (problems.length > 0) return problems;
  // An error of another form, such as of an import that leads nowhere.
  const [, url, line = 1, column = 1] = stderr.match(/at (file:\S+?):(\d+):(\d+)/) ?? [];
  const [message] = stderr.replace(/^error: /, "").split("\n");
  const path = url === undefined ? files[0].path : fileURLToPath(url);
  const place = { path, line: Number(line), column: Number(column) };
  const rest = files.filter((file) => file.path !== path);
  const isOfOne = 0 < rest.length && rest.length < files.length;
  return [
    { ...place, message, code: "error", severity: "error" },
    ...isOfOne ? await typeErrors(rest, options) : [],
  ];
}

/** A type error: what is wrong, the line, a mark below it, and `at file:///…:3:14`. */
function typeError(block: string): FoundByDeno[] {
  const [, code, text] = block.match(/^(TS\d+) \[ERROR\]: ([^]*)/) ?? [];
  const [, url, line, column] = block.match(/^ {4}at (file:.*?):(\d+):(\d+)$/m) ?? [];
  if (code === undefined || url === undefined) return [];
  const lines = text.split("\n");
  const at = Math.max(3, lines.findIndex((line) => /^ {4}at file:/.test(line)));
  const message = lines.slice(0, at - 2).map((line) => line.trim()).join(" ");
  const place = { path: fileURLToPath(url), line: Number(line), column: Number(column) };
  return [{ ...place, message, code, severity: "error", source: lines[at - 2] }];
}

interface LintOutput {
  readonly diagnostics: readonly {
    readonly filename: string;
    /** The column counts from 0, in characters. */
    readonly range: { readonly start: { readonly line: number; readonly col: number } };
    readonly message: string;
    readonly code: string;
  }[];
}

/**
 * Lints files with the recommended rules, but for the one against functions in blocks.
 *
 * @param files The files, written to one folder.
 * @throws The reason of `signal`, if that is aborted.
 * @throws {Error} If the linter does not answer with problems.
 */
export async function lintErrors(
  files: readonly SourceFile[],
  options: DenoOptions,
): Promise<FoundByDeno[]> {
  const flags = ["--quiet", "--json", "--rules-exclude=no-inner-declarations"];
  const { stdout, stderr } = await deno(["lint", ...flags], files, options);
  if (!stdout.startsWith("{")) throw new Error(`Cannot lint: ${stderr.trim()}`);
  const { diagnostics }: LintOutput = JSON.parse(stdout);
  const lines = new Map(files.map(({ path, text }) => [path, text.split("\n")]));
  return diagnostics.map(({ filename, range: { start: { line, col } }, message, code }) => {
    const path = filename.startsWith("file:") ? fileURLToPath(filename) : filename;
    const column = [...lines.get(path)?.[line - 1] ?? ""].slice(0, col).join("").length + 1;
    return { path, line, column, message, code, severity: "style" };
  });
}

async function deno(
  command: readonly string[],
  files: readonly SourceFile[],
  { config, signal }: DenoOptions,
): Promise<ProgramResult> {
  // In an absolute path Deno takes "[" and "?" for a pattern.
  const names = files.map(({ path }) => basename(path));
  const args = [...command, "--config", resolve(config), ...names];
  return await runProgram([Deno.execPath(), ...args], { folder: dirname(files[0].path), signal });
}
