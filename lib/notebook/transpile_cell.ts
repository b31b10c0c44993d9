import { runProgram } from "../input/run_program.ts";
import { isObjectCell, parseCell } from "./parse_cell.ts";
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";

/** A place in what the kernel made of a cell, as a traceback names it; both count from 1. */
export interface TranspiledPlace {
  readonly line: number;
  readonly column: number;
}

/** What became of a cell: where its code went, or why it is no code. */
export type TranspiledCell =
  | { readonly isCode: true; readonly lineOf: (place: TranspiledPlace) => number | undefined }
  | { readonly isCode: false; readonly line: number | undefined; readonly message: string };

/** What the kernel puts before the first line of a cell: `"use strict"; void 0;`. */
const prefix = 21;

/**
 * Transpiles a cell as the kernel does, to learn what the kernel does not tell: the lines of its
 * tracebacks are those of transpiled code, and a syntax error comes without a place.
 *
 * @param source The code of the cell.
 * @returns A way from places in the transpiled code to lines of the cell, or the syntax error.
 */
export async function transpileCell(source: string): Promise<TranspiledCell> {
  const folder = await Deno.makeTempDir({ prefix: "report-cell-" });
  try {
    await Deno.writeTextFile(`${folder}/deno.json`, keepImports);
    const parsed = parseCell(source);
    const isObject = parsed.isCode && isObjectCell(parsed.program);
    const path = `${folder}/cell.${parsed.isCode && parsed.hasJsx ? "tsx" : "ts"}`;
    await Deno.writeTextFile(path, isObject ? `(${source})` : source);
    const transpile = ["transpile", "--no-check", "--source-map", "inline", "--quiet", path];
    const { success, stdout, stderr } = await runProgram([Deno.execPath(), ...transpile], {
      folder,
    });
    return success ? mapped(stdout) : refused(stderr);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** The kernel keeps imports that nothing uses. */
const keepImports = JSON.stringify({ compilerOptions: { verbatimModuleSyntax: true } });

function mapped(code: string): TranspiledCell {
  const [, encoded] = code.match(/sourceMappingURL=data:application\/json;base64,(\S+)/) ?? [];
  if (encoded === undefined) return { isCode: true, lineOf: () => undefined };
  const bytes = Uint8Array.fromBase64(encoded);
  const map = new TraceMap(new TextDecoder().decode(bytes));
  return {
    isCode: true,
    lineOf({ line, column }) {
      const from = line === 1 ? Math.max(0, column - 1 - prefix) : column - 1;
      return originalPositionFor(map, { line, column: from }).line ?? undefined;
    },
  };
}

function refused(message: string): TranspiledCell {
  const [, line] = message.match(/cell\.tsx?:(\d+):\d+/) ?? [];
  const [first] = message.split("\n");
  return {
    isCode: false,
    line: line === undefined ? undefined : Number(line),
    message: first.replace(/^error: (SyntaxError: )?/, ""),
  };
}
