/** A program in which notebooks can be opened. */
export interface FrontEnd {
  /** What `--with` calls it. */
  readonly name: string;
  readonly title: string;
  readonly program: string;
  /** Whether it is opened on the project, whose editor settings it reads, and not on `notebooks/`. */
  readonly opensProject: boolean;
  /** How to get it. */
  readonly get: string;
}

/** The programs that are looked for, the first that is there before the others. */
export const frontEnds: readonly FrontEnd[] = [
  {
    name: "lab",
    title: "JupyterLab",
    program: "jupyter-lab",
    opensProject: false,
    get: "pipx install jupyterlab",
  },
  {
    name: "notebook",
    title: "Jupyter Notebook",
    program: "jupyter-notebook",
    opensProject: false,
    get: "pipx install notebook, or apt install jupyter-notebook",
  },
  {
    name: "code",
    title: "VS Code",
    program: "code",
    opensProject: true,
    get: "https://code.visualstudio.com; it will offer the extensions that the project recommends",
  },
];

/** A front end that is installed. */
export interface FoundFrontEnd extends FrontEnd {
  readonly version: string;
}

/**
 * Looks which front ends are installed, by asking each for its version.
 *
 * @param all The front ends to look for.
 */
export async function findFrontEnds(
  all: readonly FrontEnd[] = frontEnds,
): Promise<FoundFrontEnd[]> {
  const versions = await Promise.all(all.map(({ program }) => versionOf(program)));
  return all.flatMap((frontEnd, index) => {
    const version = versions[index];
    return version === undefined ? [] : [{ ...frontEnd, version }];
  });
}

/**
 * Says that front ends are missing, and how to get each.
 *
 * @param missing The front ends.
 */
export function howToGet(missing: readonly FrontEnd[]): string {
  return missing.map(({ title, get }) => `  ${title.padEnd(17)} ${get}`).join("\n");
}

async function versionOf(program: string): Promise<string | undefined> {
  try {
    const { success, stdout } = await new Deno.Command(program, {
      args: ["--version"],
      stdin: "null",
      stderr: "null",
    }).output();
    const [first] = new TextDecoder().decode(stdout).trim().split("\n");
    return success ? first : undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
