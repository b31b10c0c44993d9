import { basename, join } from "node:path";
import { InputError } from "../errors/problem.ts";
import { escapeUnseen } from "../errors/unseen.ts";
import { isFolder } from "../input/if_there.ts";
import { chosenLanguage } from "../words/language.ts";
import type { Exact } from "../model/interval.ts";
import {
  type CellChange,
  compareNotebooks,
  describeChange,
} from "../notebook/diff/compare_notebooks.ts";
import { parseNotebook, readNotebook } from "../notebook/parse_notebook.ts";
import { decimalString } from "../numbers/format_number.ts";
import { words } from "../words/words.ts";
import { addLanguage, plainCommand, runCommand } from "./command.ts";
import { type Earlier, earlierNotebook } from "./earlier_notebooks.ts";
import { notebookPaths } from "./notebook_paths.ts";
import { PngRenderer } from "./png_renderer.ts";
import { type FileChange, writeTogether } from "./write_together.ts";

interface Options extends Earlier {
  readonly out: string;
  readonly json?: true;
}

interface NotebookChange {
  readonly path: string;
  readonly cells: readonly CellChange[];
}

const program = addLanguage(
  plainCommand("diff", "Say what a re-run changed in notebooks, cell by cell."),
)
  .argument("[notebooks...]", "notebooks to compare; all of notebooks/ if none is named")
  .option("--since <revision>", "compare with what git keeps of them", "HEAD")
  .option("--before <folder>", "compare with the notebooks of a folder instead")
  .option("--out <folder>", "where changed figures are written, before and after", "out/diff")
  .option("--json", "print the changes as JSON and nothing else")
  .action(async (named: string[], options: Options) => {
    await checkFolder(options.before);
    const changes = await Promise.all(
      (await notebookPaths(named)).map((path) => compareWithEarlier(path, options)),
    );
    const changed = changes.filter(({ cells }) => cells.length > 0);
    const pictures = await figureFiles(changed, options.out);
    await writeTogether(pictures);
    if (options.json) console.log(JSON.stringify({ notebooks: changed }, plainJson, 2));
    else {
      for (const { path, cells } of changed) {
        const lines = [path, ...cells.flatMap(describeChange).map((line) => `  ${line}`)];
        console.log(escapeUnseen(lines.join("\n")));
      }
      const said = words[chosenLanguage()].commands;
      const where = pictures.length === 0 ? "" : `; ${said.figuresIn(options.out)}`;
      console.error(`${said.diff(changed.length, changes.length)}${where}`);
    }
  });

/** A folder that is not there would make every notebook look new. */
async function checkFolder(folder: string | undefined): Promise<void> {
  if (folder === undefined || await isFolder(folder)) return;
  const message = "expected a folder of earlier notebooks, found none";
  throw new InputError("Cannot compare notebooks", [{ path: folder, message }]);
}

/** Differences as decimals; figures are in files. */
function plainJson(key: string, value: unknown): unknown {
  if (key === "difference") return decimalString(value as Exact);
  const isSvg = (key === "before" || key === "after") && String(value).startsWith("<svg");
  return isSvg ? undefined : value;
}

async function compareWithEarlier(path: string, earlier: Earlier): Promise<NotebookChange> {
  const before = await earlierNotebook(path, earlier);
  const empty = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [] } as const;
  const { document: after } = await readNotebook(path);
  const was = before === undefined
    ? { ...empty, cells: [] }
    : parseNotebook(before, `${path}, before`);
  return { path, cells: compareNotebooks(was, after) };
}

/** Every changed figure as SVG and PNG, before and after. */
async function figureFiles(
  changed: readonly NotebookChange[],
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
