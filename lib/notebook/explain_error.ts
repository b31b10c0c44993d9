import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { CellFailure } from "./cell_failure.ts";
import { cut } from "./output_collector.ts";
import { parseCell } from "./parse_cell.ts";
import { unlockedImports, unnamedImports } from "./unlocked_imports.ts";
import { transpileCell, type TranspiledPlace } from "./transpile_cell.ts";

const [configFile, lockFile] = ["deno.json", "deno.lock"]
  .map((name) => fileURLToPath(new URL(`../../${name}`, import.meta.url)));

/** What a kernel says of an error. */
export interface KernelError {
  readonly name: string;
  readonly message: string;
  readonly traceback: readonly string[];
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
  const message = cut(whole);
  const cell = await transpileCell(source);
  if (!cell.isCode && traceback.length === 0) {
    const { line, message } = cell;
    return { kind: "syntax", ...(line && { line }), name: "SyntaxError", message };
  }
  const parsed = parseCell(source);
  const [amiss] = !parsed.isCode
    ? []
    : traceback.length === 0
    ? unlockedImports(parsed.program, await Deno.readTextFile(lockFile))
    : whole.includes("not in import map")
    ? unnamedImports(parsed.program, await Deno.readTextFile(configFile))
    : [];
  if (amiss) {
    return { kind: "error", line: amiss.line, name: "ImportError", message: amiss.message };
  }
  const place = placeInCell(traceback);
  const line = cell.isCode && place ? cell.lineOf(place) : undefined;
  const thrownAt = placeInProject(traceback);
  return { kind: "error", ...(line && { line }), name, message, ...(thrownAt && { thrownAt }) };
}

/** The first frame that stands in a file below the working directory. */
function placeInProject(traceback: readonly string[]): string | undefined {
  for (const frame of traceback) {
    const [, url, place] = frame.match(/^\s+at .*?(file:\/\/.*?)(:\d+:\d+)\)?$/) ?? [];
    const path = url && relative(Deno.cwd(), fileURLToPath(url));
    if (path && !path.startsWith("..")) return `${path}${place}`;
  }
}

/**
 * The first frame that stands in a cell and in no named function: a named function may be one of
 * an earlier cell, which frames do not tell apart.
 */
function placeInCell(traceback: readonly string[]): TranspiledPlace | undefined {
  for (const frame of traceback) {
    const match = frame.match(/^\s+at (?:async )?<anonymous>:(\d+):(\d+)$/);
    if (match) return { line: Number(match[1]), column: Number(match[2]) };
  }
}
