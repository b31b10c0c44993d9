import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { formatProblem } from "../errors/problem.ts";
import { describeCheck } from "./doctor/machine_checks.ts";
import { runChecks } from "./doctor/run_checks.ts";
import { abortOnSignal } from "./interrupt.ts";
import { jupyterFolder, userFolder } from "./project.ts";

// Nothing here, nor what it imports, comes from a package: the doctor is for when packages are missing too.

const help = `Usage: deno task doctor [options]

Check what this machine has for the project, and say what to do about what it lacks.

Options:
  --json      print the results as JSON and nothing else
  -h, --help  display help for command`;

async function examine(json: boolean, signal: AbortSignal): Promise<void> {
  const users = userFolder();
  const checks = runChecks({
    folder: fileURLToPath(new URL("../../notebooks", import.meta.url)),
    jupyterFolders: [jupyterFolder(), ...users === undefined ? [] : [users]],
    signal,
  });
  const results = [];
  for await (const result of checks) {
    signal.throwIfAborted();
    results.push(result);
    if (!json) console.log(describeCheck(result));
  }
  if (json) console.log(JSON.stringify({ checks: results }, null, 2));
  if (results.some(({ status }) => status === "failed")) Deno.exitCode = 1;
}

/** What is asked for; `undefined` if the command line is none, which is said then. */
function readArguments(): { readonly json?: boolean; readonly help?: boolean } | undefined {
  try {
    const options = { json: { type: "boolean" }, help: { type: "boolean", short: "h" } } as const;
    return parseArgs({ args: Deno.args, options }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const found = Deno.args.map((one) => `"${one}"`).join(" ");
    const message = `expected --json or nothing, found ${found}`;
    console.error(formatProblem({ path: "deno task doctor", message }));
    console.error("(--help shows the options)");
  }
}

const asked = readArguments();
if (!asked) Deno.exit(1);
if (asked.help) console.log(help);
else await abortOnSignal((signal) => examine(asked.json ?? false, signal));
Deno.exit();
