import { basename } from "node:path";
import { loadReport } from "../load/load_report.ts";
import { describeFailure } from "../notebook/explain_error.ts";
import { runNotebooks } from "../notebook/run_notebooks.ts";
import { words } from "../words/words.ts";
import { checkBeforeRun, deniedRights } from "./run_rights.ts";
import { collectOutputs, failIfReplaced, type RunOutputs } from "./collect_outputs.ts";
import { runCommand } from "./command.ts";
import { type AskedNotebooks, findStale } from "./find_stale.ts";
import { firstDifference, runSummary, strayFiles } from "./run_changes.ts";
import { updatePages } from "./generated_pages.ts";
import { abortOnSignal } from "./interrupt.ts";
import { notebookFolder } from "./notebook_paths.ts";
import { PngRenderer } from "./png_renderer.ts";
import { progress } from "./progress.ts";
import {
  isCommitted,
  notebooksOf,
  outputFolder,
  reproduceCommand,
  type ReproduceOptions,
  runOptions,
} from "./reproduce_options.ts";
import { auditJson } from "./verify/audit_json.ts";
import { auditText } from "./verify/audit_text.ts";
import { complaints, judgeAll } from "./verify/judge_all.ts";
import { type FileChange, writeTogether } from "./write_together.ts";

/** Runs notebooks, of those that are asked for, and collects what they would write. */
async function runAndCollect(
  { notebooks, inputsOf }: AskedNotebooks,
  options: ReproduceOptions,
  signal: AbortSignal,
): Promise<RunOutputs[]> {
  const chosen = notebooks.filter(({ reasons }) => !options.stale || reasons.length > 0);
  if (chosen.length === 0) return [];
  using png = new PngRenderer();
  using bar = progress();
  const runs = new Map<string, Promise<RunOutputs>>();
  await runNotebooks(chosen.map(({ path }) => path), {
    jobs: options.jobs,
    deadline: options.deadline * 1000,
    environment: { REPORT_LANGUAGE: options.language },
    parameters: (path) => chosen.find((one) => one.path === path)!.parameters,
    denied: deniedRights(options),
    signal,
    onStart: (cells) => bar.start(cells),
    onCell: (path) => bar.cell(path),
    onResult: (result) => {
      bar.result(result);
      const { target, memory, translations } = chosen.find(({ path }) => path === result.path)!;
      const { language } = options;
      const excel = options.csv === "excel" ? language : undefined;
      const to = { target, memory, png, excel, inputsOf, language, translations };
      runs.set(result.path, collectOutputs(result, to));
    },
  });
  return await Promise.all(chosen.flatMap(({ path }) => runs.get(path) ?? []));
}

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
  await checkBeforeRun({ folder, hasReadme: isCommitted(options) });
  const collected = await runAndCollect(asked, options, signal);
  const runs = await Promise.all(collected.map(failIfReplaced));
  const found = judgeAll(report);
  const said = words[options.language].commands;
  const names = paths.map((path) => basename(path, ".ipynb"));
  const stray = named.length > 0 ? [] : await strayFiles(folder, names);
  // Copies for people are no part of what is reproduced.
  const isKept = ({ path }: FileChange) => !check || !path.endsWith(".excel.csv");
  const files = [...runs.flatMap(({ files }) => files), ...stray].filter(isKept);
  const compared = await Promise.all(
    files.map(async (file) => ({ ...file, difference: await firstDifference(file) })),
  );
  const changed = compared.flatMap(({ difference }) => difference ?? []);
  if (!check) {
    const memories = runs.flatMap(({ memory }) => memory ?? []);
    const moved = compared.filter(({ difference }) => difference !== undefined);
    await writeTogether([...moved, ...memories], { signal });
  }
  if (isCommitted(options)) {
    const pages = await updatePages(found, { check });
    changed.push(...pages.map((path) => `${path}: ${said.generatedTables}`));
  }
  const results = runs.map(({ path, failure, files }) => ({
    notebook: path,
    failure: failure ?? null,
    files: files.flatMap(({ path, content }) => content === undefined ? [] : [path]),
  }));
  console.log(
    json
      ? JSON.stringify({ notebooks: results, changed, ...auditJson(report, found) }, null, 2)
      : auditText(report, found),
  );
  const objections = [
    ...runs.flatMap(({ path, failure }) => failure ? [describeFailure(path, failure)] : []),
    ...complaints(found),
  ];
  const untranslated = runs.filter(({ isUntranslated }) => isUntranslated).map(({ path }) =>
    said.untranslated(path, options.language)
  );
  for (const line of [...changed, ...untranslated, ...objections]) console.error(line);
  console.error(runSummary({ asked: paths.length, runs, compared, check }));
  return objections.length === 0 && !(check && changed.length > 0);
}

const program = reproduceCommand().action(async (named: string[], options: ReproduceOptions) => {
  await abortOnSignal(async (signal) => {
    if (!await reproduce(named, runOptions(options), signal)) Deno.exitCode = 1;
  });
});

await runCommand(program);
