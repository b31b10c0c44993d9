import { fileURLToPath } from "node:url";
import { startArguments } from "../../lib/cli/start.ts";
import { type ProgramResult, runProgram } from "../../lib/input/run_program.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const machine = { deno: Deno.execPath(), temporary: root, jupyter: undefined };

/** Runs a task that starts no kernel, with the permissions that it has, without the process that starts tasks. */
export async function runTask(
  [name, ...args]: readonly [name: string, ...args: string[]],
): Promise<ProgramResult> {
  const command = [...startArguments(name, machine), ...args];
  return await runProgram([Deno.execPath(), ...command], {
    folder: root,
    environment: { INIT_CWD: root },
  });
}
