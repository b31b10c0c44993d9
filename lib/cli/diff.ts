import { basename, dirname, join } from "node:path";
import { escapeUnseen, InputError } from "../errors/problem.ts";
import { runProgram } from "../input/run_program.ts";
import type { Exact } from "../model/interval.ts";
import { compareNotebooks, describeChange } from "../notebook/diff/compare_notebooks.ts";
import { parseNotebook, readNotebook } from "../notebook/notebook_document.ts";
import { chosenWords } from "../words/words.ts";
import { command, type CommonOptions, runCommand } from "./command.ts";
import { notebookPaths } from "./notebook_paths.ts";
import { PngRenderer } from "./png_renderer.ts";
import { type FileChange, writeTogether } from "./write_together.ts";
import { ifThere, isFolder } from "../input/read_file.ts";
import { decimalString } from "../numbers/format_number.ts";

/** Where a notebook is read as it was. */
interface Earlier {
  /** A revision that git knows. */
  readonly since: string;
  /** A folder that holds other notebooks of the same names, instead of a revision. */
  readonly before?: string;
}

/** Reads a notebook as it was; `undefined` if there was none. */
async function earlierNotebook(path: string, { since, before }: Earlier) {
  const folder = dirname(path), name = basename(path);
  if (before !== undefined) return await ifThere(Deno.readTextFile(join(before, name)));
  const git = async (...args: string[]) => {
    const { success, stdout, stderr } = await runProgram(["git", ...args], { folder });
    if (success) return stdout;
    const reason = stderr.trim() || `git knows no revision "${since}"`;
    const message = `${reason}; name a folder of earlier notebooks with --before`;
    throw new InputError("Cannot compare notebooks", [{ path: folder, message }]);
  };
  await git("rev-parse", "--verify", "--quiet", `${since}^{commit}`);
  const isThere = await git("ls-tree", "--name-only", since, name) !== "";
  return isThere ? await git("show", `${since}:./${name}`) : undefined;
}

const program = command("diff", ["json", "language", "notebooks"])
  .option("--since <revision>", "compare with what git keeps of them", "HEAD")
  .option("--before <folder>", "compare with the notebooks of a folder instead")
  .option("--out <folder>", "where changed figures are written, before and after", "out/diff")
  .action(async (named: string[], options: CommonOptions & Earlier) => {
    const { before: path, out, json } = options;
    // A folder that is not there would make every notebook look new.
    if (path !== undefined && !await isFolder(path)) {
      const message = "expected a folder of earlier notebooks, found none";
      throw new InputError("Cannot compare notebooks", [{ path, message }]);
    }
    const paths = await notebookPaths(named);
    const changes = await Promise.all(paths.map((path) => compareWithEarlier(path, options)));
    const changed = changes.filter(({ cells }) => cells.length > 0);
    const pictures = await figureFiles(changed, out);
    await writeTogether(pictures);
    if (json) console.log(JSON.stringify({ notebooks: changed }, plainJson, 2));
    else {
      for (const { path, cells } of changed) {
        const lines = [path, ...cells.flatMap(describeChange).map((line) => `  ${line}`)];
        console.log(escapeUnseen(lines.join("\n")));
      }
      const said = chosenWords().commands;
      const where = pictures.length === 0 ? "" : `; ${said.figuresIn(out)}`;
      console.error(`${said.diff(changed.length, changes.length)}${where}`);
    }
  });

/** Differences as decimals; figures are in files. */
function plainJson(key: string, value: unknown): unknown {
  if (key === "difference") return decimalString(value as Exact);
  const isSvg = (key === "before" || key === "after") && String(value).startsWith("<svg");
  return isSvg ? undefined : value;
}

async function compareWithEarlier(path: string, earlier: Earlier) {
  const before = await earlierNotebook(path, earlier);
  const { document: after } = await readNotebook(path);
  const was = before === undefined
    ? { ...after, cells: [] }
    : parseNotebook(before, `${path}, before`);
  return { path, cells: compareNotebooks(was, after) };
}

/** Every changed figure as SVG and PNG, before and after. */
async function figureFiles(
  changed: readonly Awaited<ReturnType<typeof compareWithEarlier>>[],
  folder: string,
): Promise<FileChange[]> {
  using png = new PngRenderer();
  const files: FileChange[] = [];
  for (const { path, cells } of changed) {
    for (const output of cells.flatMap(({ outputs }) => outputs)) {
      if (output.kind !== "figure") continue;
      for (const side of ["before", "after"] as const) {
        const svg = output[side];
        if (svg === undefined) continue;
        const stem = join(folder, basename(path, ".ipynb"), `${output.name}.${side}`);
        files.push(
          { path: `${stem}.svg`, content: svg },
          { path: `${stem}.png`, content: await png.render(svg) },
        );
      }
    }
  }
  return files;
}

await runCommand(program);
