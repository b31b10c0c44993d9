/** What a program said until it ended. */
export interface ProgramOutput {
  readonly success: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program to its end, without input and without colours.
 *
 * @param program Its name or path.
 * @param options Its arguments, folder and environment, and a signal that ends it.
 * @returns What it said, also if it failed.
 * @throws {Error} If there is no such program.
 */
export async function runProgram(
  program: string,
  { env, ...options }: Pick<Deno.CommandOptions, "args" | "cwd" | "env" | "signal">,
): Promise<ProgramOutput> {
  const { success, stdout, stderr } = await new Deno.Command(program, {
    ...options,
    env: { NO_COLOR: "1", ...env },
    stdin: "null",
  }).output();
  const [said, complained] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  return { success, stdout: said, stderr: complained };
}
