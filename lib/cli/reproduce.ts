import { basename, resolve } from "node:path";
import { loadReport } from "../load/load_report.ts";
import { chosenWords } from "../words/words.ts";
import { choice, command, numberReader, print, runCommand } from "./command.ts";
import { checkReadme, updatePages } from "./generated_pages.ts";
import { abortOnSignal } from "./interrupt.ts";
import { notebookFolder } from "./notebook_paths.ts";
import { libraryFolder, projectFolder } from "./project.ts";
import {
  checkBeforeRun,
  notebooksOf,
  outputFolder,
  runOptions,
  withCellRights,
} from "./reproduce_options.ts";
import type { ReproduceOptions } from "./run_asked.ts";
import { exportedFiles, firstDifference, runSummary } from "./run_changes.ts";
import { findStale } from "./stale.ts";
import { auditJson } from "./verify/audit_json.ts";
import { auditText, complaints, judgeAll } from "./verify/audit_text.ts";
import { type FileChange, writeTogether } from "./write_together.ts";

async function reproduce(
  named: readonly string[],
  options: ReproduceOptions,
  signal: AbortSignal,
): Promise<boolean> {
  const { edition, json, check = false } = options;
  const listing = notebooksOf(named, options);
  // Deno tells what the library imports while the data is read.
  const asking = listing.then((paths) => findStale(paths, options));
  asking.catch(() => {});
  const report = await loadReport(edition);
  const [paths, asked] = [await listing, await asking];
  const folder = outputFolder(notebookFolder(), options);
  await checkBeforeRun(folder);
  // What this project's pages tell of: its own edition, in English, in its place.
  const hasPages = projectFolder() === libraryFolder &&
    resolve(folder) === resolve(notebookFolder());
  if (hasPages) await checkReadme();
  const toRun = asked.notebooks.filter(({ reasons }) => !options.stale || reasons.length > 0);
  // What runs notebooks is read only where some are run.
  const runs = toRun.length === 0 ? [] : await (await import("./run_asked.ts"))
    .runAsked({ ...asked, notebooks: toRun }, options, signal);
  const found = judgeAll(report);
  const said = chosenWords().commands;
  const names = paths.map((path) => basename(path, ".ipynb"));
  const stray = named.length > 0 ? [] : await exportedFiles(folder, (one) => !names.includes(one));
  const files: FileChange[] = [
    ...runs.flatMap(({ files }) => files),
    ...stray.map((path) => ({ path, content: undefined })),
    // Copies for people are no part of what is reproduced.
  ].filter(({ path }) => !check || !path.endsWith(".excel.csv"));
  const compared = await Promise.all(
    files.map(async (file) => ({ ...file, difference: await firstDifference(file) })),
  );
  const changed = compared.flatMap(({ difference }) => difference ?? []);
  if (!check) {
    const memories = runs.flatMap(({ memory }) => memory ?? []);
    const moved = compared.filter(({ difference }) => difference !== undefined);
    await writeTogether([...moved, ...memories], { signal });
  }
  const pages = hasPages ? await updatePages(found, { check }) : [];
  changed.push(...pages.map((path) => `${path}: ${said.generatedTables}`));
  const notebooks = runs.map(({ path, failure = null, files }) => ({
    notebook: path,
    failure,
    files: files.filter(({ content }) => content !== undefined).map(({ path }) => path),
  }));
  const all = json && { notebooks, changed, ...auditJson(report, found) };
  print(all ?? auditText(report, found));
  const objections = [...runs.flatMap(({ told }) => told ?? []), ...complaints(found)];
  const untranslated = runs.filter(({ isUntranslated }) => isUntranslated)
    .map(({ path }) => said.untranslated(path, options.language));
  for (const line of [...changed, ...untranslated, ...objections]) console.error(line);
  console.error(runSummary({ asked: paths.length, runs, compared, check }));
  return objections.length === 0 && !(check && changed.length > 0);
}

const program = withCellRights(
  command("reproduce", ["edition", "json", "language", "notebooks", "parameter"]),
)
  .option("--out <folder>", "folder of what runs give: notebooks, figures and tables")
  .option("--stale", "run only notebooks whose outputs no longer follow from their inputs")
  .option("--check", "write nothing, and fail if anything would change")
  .addOption(
    choice("--csv <program>", "write each table also as a copy for that program", ["excel"]),
  )
  .option(
    "--jobs <number>",
    "kernels at a time",
    numberReader("wholeNumber"),
    navigator.hardwareConcurrency,
  )
  .option("--deadline <seconds>", "how long a cell may run", numberReader("number"), 120)
  .action(async (named: string[], options: ReproduceOptions) => {
    await abortOnSignal(async (signal) => {
      if (!await reproduce(named, runOptions(options), signal)) Deno.exitCode = 1;
    });
  });

await runCommand(program);
