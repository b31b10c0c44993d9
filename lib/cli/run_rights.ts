import { type Command, Option } from "commander";
import type { Right } from "../notebook/preamble.ts";
import { capitalise } from "../words/say.ts";
import { dirname, resolve } from "node:path";
import { InputError } from "../errors/problem.ts";

/** What the cells of a run may do besides reading, as `--allow-net` and its like. */
export type CellRights = { readonly [right in `allow${Capitalize<Right | "all">}`]?: true };

/** What a cell can be let do, and how `--help` says it. */
const rights: Readonly<Record<Right, string>> = {
  net: "let cells connect to other machines",
  write: "let cells write files",
  run: "let cells start programs",
  import: "let cells import code from the web",
  sys: "let cells ask about this machine",
  ffi: "let cells call native libraries",
};

/**
 * Adds the options that give rights to cells: without them, they read and nothing else.
 *
 * @param program The command that runs cells.
 */
export function withCellRights(program: Command): Command {
  const all = "let cells do all that you may";
  for (const [right, description] of [...Object.entries(rights), ["all", all]]) {
    const flag = `${right === "all" ? "-A, " : ""}--allow-${right}`;
    program.addOption(new Option(flag, description).helpGroup("Rights of cells:"));
  }
  return program;
}

/** What cells may not do. */
export function deniedRights(allowed: CellRights): Right[] {
  const isDenied = (right: Right) => !allowed[`allow${capitalise(right)}` as keyof CellRights];
  return allowed.allowAll ? [] : (Object.keys(rights) as Right[]).filter(isDenied);
}

/**
 * Tells before a run what would keep it from writing its results afterwards.
 *
 * @param folder The folder that gets notebooks, figures and tables; it need not exist.
 * @throws {InputError} Naming the first thing in the way.
 */
export async function checkBeforeRun(folder: string): Promise<void> {
  if (folder.trim() === "") refuse("--out", `expected a folder, found "${folder}"`);
  const path = resolve(folder);
  const { state } = await Deno.permissions.query({ name: "write", path });
  if (state !== "granted") {
    refuse(
      folder,
      "the task may write below the project and the folder for temporary files only; choose a folder there, and copy it afterwards",
    );
  }
  for (let place = path; dirname(place) !== place; place = dirname(place)) {
    const found = await Deno.stat(place).catch(() => undefined);
    if (found?.isDirectory) break;
    if (found) refuse(folder, `expected a folder, found a file "${place}"`);
  }
}

function refuse(path: string, message: string): never {
  throw new InputError("Cannot write", [{ path, message }]);
}
