import type { LiveMessage, LiveResult, LiveRun } from "./browser/live_message.ts";

/** Notebooks as a page runs them. */
export interface LiveRuns {
  /** The results of each run, cell by cell. */
  readonly results: readonly (readonly LiveResult[])[];
  /** The paths of all that was read. */
  readonly read: readonly string[];
}

/**
 * Runs notebooks as a page does, by the very script that a page runs, in a process without any permission.
 *
 * @param runs What is run, one after the other.
 * @param script The script, `worker` of {@linkcode bundleScripts}.
 * @throws {Error} With what the process says, if it fails.
 */
export async function runAsPage(runs: readonly LiveRun[], script: string): Promise<LiveRuns> {
  const process = new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--no-prompt", "--no-config", "--no-lock", "--ext=js", "-"],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const write = async () => {
    const driver = `for (const run of JSON.parse(${JSON.stringify(JSON.stringify(runs))})) {
      await runLive(run, (message) => print(JSON.stringify(message)));
    }`;
    const writer = process.stdin.getWriter();
    await writer.write(
      new TextEncoder().encode(`const print = console.log;\n${script}\n${driver}`),
    );
    await writer.close();
  };
  const [{ success, stdout, stderr }] = await Promise.all([process.output(), write()]);
  const decoder = new TextDecoder();
  if (!success) throw new Error(`Cannot run as a page does: ${decoder.decode(stderr)}`);
  const results: LiveResult[][] = [[]], read = new Set<string>();
  for (const line of decoder.decode(stdout).trimEnd().split("\n")) {
    const message: LiveMessage = JSON.parse(line);
    if ("result" in message) results.at(-1)?.push(message.result);
    else {
      for (const path of message.read) read.add(path);
      results.push([]);
    }
  }
  return { results: results.slice(0, -1), read: [...read].toSorted() };
}
