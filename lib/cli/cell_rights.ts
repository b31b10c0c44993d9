import { type Command, Option } from "commander";
import type { Right } from "../notebook/preamble.ts";
import { capitalise } from "../words/say.ts";

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
