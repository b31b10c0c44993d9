import { basename, dirname, join } from "node:path";
import { ifThere } from "../input/read_file.ts";
import { runProgram } from "../input/run_program.ts";
import { InputError } from "../errors/problem.ts";

/** Where a notebook is read as it was. */
export interface Earlier {
  /** A revision that git knows. */
  readonly since: string;
  /** A folder that holds other notebooks of the same names, instead of a revision. */
  readonly before?: string;
}

/**
 * Reads a notebook as it was.
 *
 * @param path The notebook as it is.
 * @returns The text; `undefined` if there was none.
 * @throws {InputError} If git does not know the revision.
 */
export async function earlierNotebook(
  path: string,
  { since, before }: Earlier,
): Promise<string | undefined> {
  if (before !== undefined) return await ifThere(Deno.readTextFile(join(before, basename(path))));
  const folder = dirname(path);
  await git(folder, ["rev-parse", "--verify", "--quiet", `${since}^{commit}`], since);
  const listed = await git(folder, ["ls-tree", "--name-only", since, basename(path)], since);
  return listed === ""
    ? undefined
    : await git(folder, ["show", `${since}:./${basename(path)}`], since);
}

async function git(folder: string, args: readonly string[], since: string): Promise<string> {
  const { success, stdout, stderr } = await runProgram(["git", ...args], { folder });
  if (success) return stdout;
  const reason = stderr.trim() || `git knows no revision "${since}"`;
  const message = `${reason}; name a folder of earlier notebooks with --before`;
  throw new InputError("Cannot compare notebooks", [{ path: folder, message }]);
}
