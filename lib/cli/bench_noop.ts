import { fileURLToPath } from "node:url";

/**
 * Measures `deno task reproduce` where no notebook is stale, from the shell's point of view.
 *
 * @param rounds How often.
 * @returns Wall times in milliseconds; `undefined` if a notebook is stale, so that it would run.
 * @throws {Error} If it cannot be run.
 */
export async function benchNoop(
  { rounds, signal }: { readonly rounds: number; readonly signal: AbortSignal },
): Promise<readonly number[] | undefined> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    signal.throwIfAborted();
    const start = performance.now();
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["task", "--quiet", "reproduce", "--check"],
      cwd: fileURLToPath(new URL("../../", import.meta.url)),
      env: { NO_COLOR: "1" },
      stdin: "null",
      stdout: "null",
      signal,
    }).output();
    times.push(performance.now() - start);
    const said = new TextDecoder().decode(stderr);
    if (!said.includes("no notebook is stale")) return undefined;
    if (!success) throw new Error(`Cannot measure: reproduce failed: ${said.trim()}`);
  }
  return times.slice(1);
}
