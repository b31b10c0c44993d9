import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { escapeUnseen } from "../errors/problem.ts";
import { runProgram } from "../input/run_program.ts";
import { chosenLanguage } from "../words/language.ts";
import { words } from "../words/words.ts";
import { codeProblems, readPackages } from "./code_problems.ts";
import type { KernelError } from "./kernel/kernel.ts";
import { cutText } from "./output_collector.ts";
import { type Code, isObjectCell, parseCell } from "./parse_cell.ts";
import { scratchFolder } from "./scratch_folder.ts";

/** What stopped a notebook, and where. */
export interface CellFailure {
  readonly kind:
    | "error"
    | "syntax"
    | "deadline"
    | "died"
    | "never-started"
    | "malformed"
    | "replaced";
  /** The id of the cell; `undefined` where no cell had begun. */
  readonly cell?: string;
  /** Its place among all cells, from 1 on. */
  readonly cellNumber?: number;
  /** The line of the cell, from 1 on; `undefined` where nobody knows it. */
  readonly line?: number;
  /** The name of the error, such as `TypeError`. */
  readonly name: string;
  readonly message: string;
  /** The place in the project that threw, as `lib/a.ts:75:22`; `undefined` if that is the cell. */
  readonly thrownAt?: string;
}

/**
 * Says what stopped a notebook.
 *
 * @param path The notebook file.
 * @returns Such as `notebooks/04_x.ipynb [cell "growth"] line 3: TypeError: …`.
 */
export function describeFailure(path: string, failure: CellFailure): string {
  const cell = failure.cell === undefined ? "" : ` [cell "${failure.cell}"]`;
  const said = words[chosenLanguage()].commands;
  const line = failure.line === undefined ? "" : ` ${said.line(failure.line)}`;
  const thrown = failure.thrownAt === undefined ? "" : ` (${said.thrownAt(failure.thrownAt)})`;
  const [name, message] = [failure.name, failure.message].map((text) => cutText(text, 2_000));
  return escapeUnseen(`${path}${cell}${line}: ${name}: ${message}${thrown}`);
}

/**
 * Finds the line of a cell that an error comes from.
 *
 * @param error The error.
 * @param source The code of the cell.
 * @returns Kind, line, name and message, and the place in the project that threw.
 */
export async function explainError(
  { name, message: whole, traceback }: KernelError,
  source: string,
): Promise<Pick<CellFailure, "kind" | "line" | "name" | "message" | "thrownAt">> {
  const code = parseCell(source);
  if (code.problem) {
    const { line, message } = code.problem;
    return { kind: "syntax", line, name: "SyntaxError", message };
  }
  // The kernel says of an import that leads nowhere that it failed, and no more.
  if (traceback.length === 0 || whole.includes("not in import map")) {
    const packages = await readPackages(fileURLToPath(new URL("../../deno.json", import.meta.url)));
    const kind = traceback.length === 0 ? "unlocked-import" : "unnamed-import";
    const lost = codeProblems({ ...code, cell: "" }, packages).find(({ code }) => code === kind);
    if (lost) return { kind: "error", line: lost.line, name: "ImportError", message: lost.message };
  }
  const line = await lineInCell(code, source, traceback);
  // Deno puts the stack of some errors into the message of others.
  const message = cutText(whole.replaceAll(/\n\s+at (?:\S+:\d+:\d+|.*\(.*\))(?=\n|$)/g, ""));
  const thrownAt = placeInProject(traceback);
  return { kind: "error", ...line && { line }, name, message, ...thrownAt && { thrownAt } };
}

/** The first frame that stands in a file below the working directory. */
function placeInProject(traceback: readonly string[]): string | undefined {
  for (const frame of traceback) {
    const [, url, place] = frame.match(/^\s+at .*?(file:\/\/.*?)(:\d+:\d+)\)?$/) ?? [];
    const path = url && relative(Deno.cwd(), fileURLToPath(url));
    if (path && !path.startsWith("..")) return `${path}${place}`;
  }
}

/** What the kernel puts before the first line of a cell: `"use strict"; void 0;`. */
const prefix = 21;

/** The kernel keeps imports that nothing uses. */
const keepImports = JSON.stringify({ compilerOptions: { verbatimModuleSyntax: true } });

/**
 * The line of the first frame that stands in a cell and in no named function: a named function may be one of
 * an earlier cell, which frames do not tell apart. Frames name lines of transpiled code, so the cell is transpiled as the
 * kernel does it.
 */
async function lineInCell(
  { program, hasJsx }: Code,
  source: string,
  traceback: readonly string[],
): Promise<number | undefined> {
  const frame = /^\s+at (?:async )?<anonymous>:(\d+):(\d+)$/;
  const [, line, column] = traceback.map((one) => one.match(frame)).find(Boolean) ?? [];
  if (line === undefined) return undefined;
  await using folder = await scratchFolder("report-cell");
  const path = join(folder.path, `cell.${hasJsx ? "tsx" : "ts"}`);
  await Deno.writeTextFile(join(folder.path, "deno.json"), keepImports);
  await Deno.writeTextFile(path, isObjectCell(program) ? `(${source})` : source);
  const transpile = ["transpile", "--no-check", "--source-map", "inline", "--quiet", path];
  const { stdout } = await runProgram([Deno.execPath(), ...transpile], { folder: folder.path });
  const [, map] = stdout.match(/sourceMappingURL=data:application\/json;base64,(\S+)/) ?? [];
  if (map === undefined) return undefined;
  const from = Math.max(0, Number(column) - 1 - (line === "1" ? prefix : 0));
  const text = new TextDecoder().decode(Uint8Array.fromBase64(map));
  const place = { line: Number(line), column: from };
  return originalPositionFor(new TraceMap(text), place).line ?? undefined;
}
