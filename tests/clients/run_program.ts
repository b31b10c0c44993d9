/**
 * Runs a program to its end.
 *
 * @returns What it printed.
 * @throws {Error} With its last words if it fails.
 */
export async function runProgram(
  program: string,
  options: Pick<Deno.CommandOptions, "args" | "cwd" | "env">,
): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(program, {
    ...options,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).output();
  const decoder = new TextDecoder();
  if (success) return decoder.decode(stdout);
  const lines = decoder.decode(stderr).trim().split("\n");
  throw new Error(`Cannot run ${program}: it failed:\n${lines.slice(-30).join("\n")}`);
}
