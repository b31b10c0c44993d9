import { fileURLToPath } from "node:url";

/** What `deno check` or `deno lint` finds in a file; line and column count from 1. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** Such as `TS2322` or `no-unused-vars`. */
  readonly code: string;
}

/**
 * Type-checks files; one that cannot be parsed does not keep the others from it.
 *
 * @param files Paths of TypeScript files.
 * @param config Path of the `deno.json` that resolves what they import.
 */
export async function typeErrors(files: readonly string[], config: string): Promise<Finding[]> {
  const { success, stderr } = await deno(["check", "--quiet", "--config", config, ...files]);
  if (success) return [];
  const findings = stderr.split(/^(?=TS\d+ \[ERROR\]: )/m).flatMap(typeError);
  if (findings.length > 0) return findings;
  const other = otherError(stderr, files);
  const rest = files.filter((file) => file !== other.file);
  const isOfOne = 0 < rest.length && rest.length < files.length;
  return isOfOne ? [other, ...await typeErrors(rest, config)] : [other];
}

/**
 * Lints files with the recommended rules.
 *
 * @param files Paths of TypeScript files.
 * @param config Path of the `deno.json` whose rules hold.
 */
export async function lintErrors(files: readonly string[], config: string): Promise<Finding[]> {
  const { stdout } = await deno(["lint", "--quiet", "--json", "--config", config, ...files]);
  const { diagnostics }: LintOutput = JSON.parse(stdout);
  return diagnostics.map(({ filename, range, message, code }) => ({
    file: filename.startsWith("file:") ? fileURLToPath(filename) : filename,
    line: range.start.line,
    column: range.start.col + 1,
    message,
    code,
  }));
}

interface LintOutput {
  readonly diagnostics: readonly {
    readonly filename: string;
    readonly range: { readonly start: { readonly line: number; readonly col: number } };
    readonly message: string;
    readonly code: string;
  }[];
}

/** A type error: what is wrong, the line, a mark below it, and `at file:///…:3:14`. */
function typeError(block: string): Finding[] {
  const [, code, text] = block.match(/^(TS\d+) \[ERROR\]: ([^]*)/) ?? [];
  const [, url, line, column] = block.match(/^ {4}at (file:.*?):(\d+):(\d+)$/m) ?? [];
  if (code === undefined || url === undefined) return [];
  const lines = text.split("\n");
  const at = lines.findIndex((line) => /^ {4}at file:/.test(line));
  const message = lines.slice(0, Math.max(1, at - 2)).map((line) => line.trim()).join(" ");
  return [{ file: fileURLToPath(url), line: Number(line), column: Number(column), message, code }];
}

/** An error of another form, such as of syntax or of an import that leads nowhere. */
function otherError(stderr: string, files: readonly string[]): Finding {
  const [, url, line, column] = stderr.match(/at (file:\S+?):(\d+):(\d+)/) ?? [];
  const [message] = stderr.replace(/^error: /, "").split("\n");
  const file = url === undefined ? files[0] : fileURLToPath(url);
  return { file, line: Number(line ?? 1), column: Number(column ?? 1), message, code: "error" };
}

async function deno(
  args: readonly string[],
): Promise<{ success: boolean; stdout: string; stderr: string }> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...args],
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  return { success, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}
