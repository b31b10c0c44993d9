import { InvalidArgumentError } from "commander";
import { basename, dirname, join } from "node:path";
import { didYouMean } from "../errors/did_you_mean.ts";
import { InputError } from "../errors/problem.ts";
import { UsageError } from "../errors/usage_error.ts";
import { drawing, type DrawOptions } from "../figures/theme.ts";
import { renderPdf, renderPng } from "../figures/render.ts";
import { describeFailure } from "../notebook/explain_error.ts";
import { type CodeCell, readNotebook } from "../notebook/notebook_document.ts";
import { withParameters } from "../notebook/parameters.ts";
import { runNotebook } from "../notebook/run_notebook.ts";
import { chosenWords } from "../words/words.ts";
import { choice, command, numberReader, runCommand } from "./command.ts";
import { notebookPaths } from "./notebook_paths.ts";
import {
  type CellRights,
  checkBeforeRun,
  deniedRights,
  type RunOptions,
  runOptions,
  runParameters,
  withCellRights,
} from "./reproduce_options.ts";
import { writeTogether } from "./write_together.ts";

type Options = RunOptions & CellRights & DrawOptions & {
  readonly format: keyof typeof render;
  readonly out: string;
};

const render = {
  svg: (svg: string) => svg,
  png: (svg: string) => renderPng(svg) as Promise<Uint8Array<ArrayBuffer>>,
  pdf: renderPdf,
};

const program = withCellRights(command("figure", ["edition", "language", "parameter"]))
  .argument("<notebook/cell>", "such as 04_table_1/growth", placeOf)
  .option(
    "--width <pixels>",
    "width, for which texts are wrapped anew",
    numberReader("wholeNumber"),
  )
  .addOption(choice("--format <kind>", "kind of file", Object.keys(render)).default("svg"))
  .option("--no-title", "leave out title and subtitle, as beside a heading of one's own")
  .option("--out <folder>", "where the files go", "out/figures")
  .action(async ({ notebook, cell }: ReturnType<typeof placeOf>, given: Options) => {
    const options = runOptions(given);
    await checkBeforeRun(options.out);
    const [path, ...more] = await notebookPaths([notebook]);
    if (path === undefined || more.length > 0) {
      refuse(notebook, "expected one notebook, found a folder of them");
    }
    const svgs = await drawCell(path, cell, options), { out, format } = options;
    const files = await Promise.all(svgs.map(async (svg, index) => {
      const name = svgs.length === 1 ? cell : `${cell}-${index + 1}`;
      const file = join(out, basename(path, ".ipynb"), `${name}.${format}`);
      return { path: file, content: await render[format](svg) };
    }));
    await writeTogether(files);
    for (const { path } of files) console.log(path);
  });

/** A notebook, by name or by path, and the id of a cell. */
function placeOf(text: string) {
  const [, notebook, cell] = /^(.*[^/])\/([^/]+)$/.exec(text) ?? [];
  if (cell !== undefined && !cell.endsWith(".ipynb")) return { notebook, cell };
  throw new InvalidArgumentError(chosenWords().commandLine.cell);
}

/** Runs a notebook as far as a cell, and gives the figures that the cell then shows. */
async function drawCell(path: string, cell: string, options: Options): Promise<string[]> {
  const { language, width, title } = options, { document } = await readNotebook(path);
  const { cells, ...rest } = withParameters(document, runParameters(path, options), path);
  const end = cells.findIndex(({ id }) => id === cell);
  if (end < 0) {
    const ids = cells.filter(({ cell_type }) => cell_type === "code").map(({ id }) => id);
    refuse(path, `expected a cell "${cell}", found none; ${didYouMean(cell, ids)}`);
  }
  const asked: DrawOptions = { width, title }, name = JSON.stringify(drawing.description);
  const run = await runNotebook({ ...rest, cells: cells.slice(0, end + 1) }, {
    folder: dirname(path),
    environment: { REPORT_LANGUAGE: language },
    denied: deniedRights(options),
    before: `globalThis[Symbol.for(${name})] = ${JSON.stringify(asked)};`,
  });
  if (run.failure) throw new UsageError(`Cannot draw: ${describeFailure(path, run.failure)}`);
  const { outputs } = run.document.cells[end] as CodeCell;
  const svgs = outputs.flatMap((output) =>
    "data" in output ? output.data["image/svg+xml"] ?? [] : []
  );
  if (svgs.length === 0) refuse(path, `expected a figure of cell "${cell}", found none`);
  return svgs.map(String);
}

function refuse(path: string, message: string): never {
  throw new InputError("Cannot draw", [{ path, message }]);
}

await runCommand(program);
