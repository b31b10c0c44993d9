/** What a command printed, and how it ended. */
export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a command is run. */
export interface CommandOptions {
  /** Folders that it may read besides the project. */
  readonly read?: readonly string[];
  /** Folders that it may write. */
  readonly write?: readonly string[];
}

const root = new URL("../../", import.meta.url);

/** Runs a command of `lib/cli/` in a process of its own, with no more permissions than its task has. */
export async function runCommand(
  [name, ...args]: readonly [name: string, ...args: string[]],
  { read = [], write = [] }: CommandOptions = {},
): Promise<CommandResult> {
  const permissions = [`--allow-read=${[".", ...read].join(",")}`];
  if (write.length > 0) permissions.push(`--allow-write=${write.join(",")}`);
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--no-prompt", ...permissions, `lib/cli/${name}.ts`, ...args],
    cwd: root,
    env: { NO_COLOR: "1" },
  }).output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}
