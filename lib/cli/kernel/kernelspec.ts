/** The version of Deno that this project is made and tested with; README.md and `.ci/run` name the same. */
export const pinnedDeno = "2.9.6";

/** What `kernel.json` tells Jupyter of a kernel. */
export interface Kernelspec {
  readonly argv: readonly string[];
  readonly display_name: string;
  readonly env: Readonly<Record<string, string>>;
  readonly interrupt_mode: "message";
  readonly language: "typescript";
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** The name of our kernelspec: another than that of Deno's own, which is `deno`. */
export const ownName = "deno-report";

/**
 * The name that the notebooks ask for, which is that of Deno's own kernelspec.
 *
 * So they open for whoever has only run `deno jupyter --install`, in `nbconvert` and in VS Code. Within the
 * project our kernelspec stands under this name too, with the label that notebooks keep: `deno task lab`
 * puts the project's folder first on Jupyter's path, Jupyter takes the first of a name, and a save leaves
 * what a notebook says of its kernel as it was. In the user's folder it stands under {@link ownName} alone,
 * for the other name there is Deno's to give; a Jupyter that knows no other TypeScript kernel takes it for
 * these notebooks, and one that knows several offers it in its menu.
 */
export const notebookName = "deno";

const marker = { writtenBy: "deno task kernel", deno: pinnedDeno };

/**
 * Our kernelspec: as Deno's own, but it can be interrupted, and its outputs have no colours, as the
 * committed ones.
 *
 * @param name The name that it is installed under.
 * @param program Path of the Deno that runs cells.
 */
export function kernelspec(name: string, program: string): Kernelspec {
  return {
    argv: [program, "jupyter", "--kernel", "--conn", "{connection_file}"],
    display_name: name === notebookName ? "Deno" : `Deno ${pinnedDeno} (report)`,
    env: { NO_COLOR: "1" },
    // SIGINT, which Jupyter sends otherwise, ends a Deno kernel.
    interrupt_mode: "message",
    language: "typescript",
    metadata: { report: marker },
  };
}

/**
 * Whether we wrote a kernelspec, in whichever version.
 *
 * @param text The text of its `kernel.json`.
 */
export function isOurs(text: string): boolean {
  try {
    return JSON.parse(text)?.metadata?.report?.writtenBy === marker.writtenBy;
  } catch {
    return false;
  }
}
