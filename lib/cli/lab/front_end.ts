import { runProgram } from "../../input/run_program.ts";

/** A program in which notebooks can be opened. */
export interface FrontEnd {
  /** What `--with` calls it. */
  readonly name: string;
  readonly title: string;
  readonly program: string;
  /** Whether it is opened on the project, whose editor settings it reads, and not on `notebooks/`. */
  readonly opensProject?: boolean;
  /** How to get it. */
  readonly get: string;
}

/** The programs that are looked for, the first that is there before the others. */
export const frontEnds: readonly FrontEnd[] = [
  { name: "lab", title: "JupyterLab", program: "jupyter-lab", get: "pipx install jupyterlab" },
  {
    name: "notebook",
    title: "Jupyter Notebook",
    program: "jupyter-notebook",
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

/**
 * Looks which front ends are installed, by asking each for its version.
 *
 * @param all The front ends to look for.
 */
export async function findFrontEnds(all: readonly FrontEnd[] = frontEnds) {
  const found = await Promise.all(all.map(async (frontEnd) => {
    const { success, stdout } = await runProgram([frontEnd.program, "--version"]);
    return success ? [{ ...frontEnd, version: stdout.trim().split("\n")[0] }] : [];
  }));
  return found.flat();
}

/**
 * Says that front ends are missing, and how to get each.
 *
 * @param missing The front ends.
 */
export function howToGet(missing: readonly FrontEnd[]): string {
  return missing.map(({ title, get }) => `  ${title.padEnd(17)} ${get}`).join("\n");
}
