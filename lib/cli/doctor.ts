import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { describeCheck } from "./doctor/check_result.ts";
import { runChecks } from "./doctor/run_checks.ts";
import { Interrupt, Interrupted } from "./interrupt.ts";
import { projectFolder } from "./jupyter/project_folder.ts";
import { thisUsersFolder } from "./jupyter/this_users_folder.ts";

// Nothing here, nor what it imports, comes from a package: the doctor is for when packages are missing too.

const help = `Usage: deno task doctor [options]

Check what this machine has for the project, and say what to do about what it lacks.

Options:
  --json      print the results as JSON and nothing else
  -h, --help  display help for command`;

async function examine(json: boolean): Promise<void> {
  using interrupt = new Interrupt();
  const users = thisUsersFolder();
  const checks = runChecks({
    folder: fileURLToPath(new URL("../../notebooks", import.meta.url)),
    jupyterFolders: [projectFolder(), ...users === undefined ? [] : [users]],
    signal: interrupt.signal,
  });
  const results = [];
  for await (const result of checks) {
    interrupt.signal.throwIfAborted();
    results.push(result);
    if (!json) console.log(describeCheck(result));
  }
  if (json) console.log(JSON.stringify({ checks: results }, null, 2));
  if (results.some(({ status }) => status === "failed")) Deno.exitCode = 1;
}

try {
  const { values } = parseArgs({
    args: Deno.args,
    options: { json: { type: "boolean" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) console.log(help);
  else await examine(values.json ?? false);
} catch (error) {
  const isExpected = error instanceof Interrupted || error instanceof TypeError;
  if (!isExpected) throw error;
  console.error(error.message);
  Deno.exitCode = error instanceof Interrupted ? 130 : 1;
}
Deno.exit();
