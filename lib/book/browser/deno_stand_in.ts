import { display, isDisplayable, type MediaBundle } from "../../model/displayable.ts";
import { collectsLateOutputs } from "../../display/cell_contract.ts";
import type { LiveRun } from "./live_message.ts";

class NotFound extends Error {
  override readonly name = "NotFound";
}

let run: Pick<LiveRun, "files" | "language"> = { files: {}, language: "en" };
const shown: MediaBundle[] = [];

/** The paths of what was read. */
export const pathsRead = new Set<string>();

/** Where cells run, as the runner has it. */
const folder = "/notebooks";

function pathOf(path: string | URL): string {
  return new URL(String(path), `file://${folder}/`).pathname.replace(/(?<=.)\/$/, "");
}

function textOf(path: string | URL): string {
  const at = decodeURIComponent(pathOf(path));
  if (!Object.hasOwn(run.files, at)) throw new NotFound(`no such file: ${at}`);
  pathsRead.add(at);
  return run.files[at];
}

function namesIn(path: string) {
  const below = `${pathOf(path)}/`;
  const inside = Object.keys(run.files).filter((name) => name.startsWith(below));
  if (inside.length === 0) throw new NotFound(`no such folder: ${below}`);
  const names = new Set(inside.map((name) => name.slice(below.length).split("/")[0]));
  return [...names].map((name) => {
    const isFile = Object.hasOwn(run.files, below + name);
    return { name, isFile, isDirectory: !isFile };
  });
}

function stat(path: string): { isFile: boolean; isDirectory: boolean; size: number } {
  const text = run.files[pathOf(path)], isFile = text !== undefined;
  if (!isFile) namesIn(path);
  return { isFile, isDirectory: !isFile, size: text?.length ?? 0 };
}

/** A value in words, for what has no richer form. */
function inspect(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof Map || value instanceof Set) return inspect([...value]);
  if (typeof value === "object" && value !== null) {
    return JSON.stringify(value, (_, part) => typeof part === "bigint" ? `${part}n` : part, 2);
  }
  return typeof value === "bigint" ? `${value}n` : String(value);
}

function bundleOf(value: unknown): MediaBundle {
  return isDisplayable(value) ? value[display]() : { "text/plain": inspect(value) };
}

function show(value: unknown): void {
  if (value !== undefined) shown.push(bundleOf(value));
}

const jupyter = {
  broadcast: (type: string, { data }: { readonly data: MediaBundle }) =>
    Promise.resolve(type === "display_data" ? void shown.push(data) : undefined),
  display: (value: unknown) => Promise.try(show, value),
  format: (value: unknown) => Promise.try(bundleOf, value),
};

/** The part of the kernel that shows the value of a last expression; the library wraps it, as in Jupyter. */
const kernel = { broadcastResult: (_: number, value: unknown) => Promise.try(show, value) };

const internal = Symbol("internal");

Object.assign(globalThis, { [collectsLateOutputs]: true });
Object.defineProperty(globalThis, "Deno", {
  configurable: true,
  value: {
    internal,
    [internal]: { jupyter: kernel },
    jupyter,
    inspect,
    cwd: () => folder,
    env: { get: (name: string) => name === "REPORT_LANGUAGE" ? run.language : undefined },
    errors: { NotFound, NotADirectory: class extends Error {} },
    permissions: { querySync: () => ({ state: "granted" }) },
    statSync: stat,
    stat: (path: string) => Promise.try(stat, path),
    lstat: (path: string) => Promise.try(stat, path),
    async *readDir(path: string) {
      yield* namesIn(path);
    },
    readDirSync: namesIn,
    readFile: (path: string) => Promise.try(() => new TextEncoder().encode(textOf(path))),
    readTextFile: (path: string) => Promise.try(textOf, path),
    readTextFileSync: textOf,
  },
});
const print = (...values: unknown[]) => show(values.map(inspect).join(" "));
Object.assign(console, { log: print, info: print, warn: print, error: print, debug: print });

/** Begins a run: what cells may read, and that nothing was shown yet. */
export function beginRun(begun: typeof run): void {
  run = begun;
  pathsRead.clear();
  takeShown();
}

/** What was shown since this was last asked. */
export function takeShown(): MediaBundle[] {
  return shown.splice(0);
}

/** Shows the value of a last expression as a kernel does. */
export function showResult(value: unknown): Promise<void> {
  return kernel.broadcastResult(0, value);
}
