import { audit } from "../audit/audit.ts";
import { judgeFindings } from "../findings/judge_findings.ts";
import { loadReport } from "../load/load_report.ts";
import { describeFailure } from "../notebook/cell_failure.ts";
import { runNotebooks } from "../notebook/run_notebooks.ts";
import { auditJson } from "./audit_json.ts";
import { auditText, complaints } from "./audit_text.ts";
import { checkBeforeRun } from "./check_before_run.ts";
import { runCommand } from "./command.ts";
import { firstDifference } from "./first_difference.ts";
import { Interrupt, Interrupted } from "./interrupt.ts";
import { PngRenderer } from "./png_renderer.ts";
import { progress } from "./progress.ts";
import { updateReadme } from "./readme_table.ts";
import { askNotebooks } from "./stale_notebooks.ts";
import {
  chosenNotebooks,
  notebookEnvironment,
  notebookFolder,
  outputFolder,
  reproduceCommand,
  type ReproduceOptions,
} from "./reproduce_options.ts";
import { type Rerun, rerun, unlessReplaced } from "./rerun.ts";
import { strayFiles } from "./stray_files.ts";
import { writeTogether } from "./write_together.ts";

interface Running {
  readonly options: ReproduceOptions;
  readonly signal: AbortSignal;
}

/** Runs the chosen notebooks that are stale, and collects what they would write. */
async function rerunStale(
  names: readonly string[],
  { options, signal }: Running,
): Promise<Rerun[]> {
  const folder = outputFolder(options);
  const { notebooks, inputsOf } = await askNotebooks(names, options);
  const stale = notebooks.filter(({ reasons }) => options.all || reasons.length > 0);
  if (stale.length === 0) return [];
  using png = new PngRenderer();
  using shown = progress();
  const reruns: Promise<Rerun>[] = [];
  const results = await runNotebooks(stale.map(({ path }) => path), {
    jobs: options.jobs,
    deadline: options.deadline * 1000,
    environment: notebookEnvironment(options),
    signal,
    onStart: (cells) => shown.start(cells),
    onCell: (path) => shown.cell(path),
    onResult: (result) => {
      shown.result(result);
      reruns.push(rerun(result, { folder, png, inputsOf }));
    },
  });
  const done = await Promise.all(reruns);
  return results.flatMap(({ path }) => done.filter((one) => one.path === path));
}

async function reproduce(options: ReproduceOptions, signal: AbortSignal): Promise<boolean> {
  const { edition, json, check = false } = options;
  const report = await loadReport(edition);
  const names = chosenNotebooks(report.edition, options.only);
  const folder = outputFolder(options);
  const isCommitted = folder === notebookFolder();
  await checkBeforeRun({ folder, hasReadme: isCommitted });
  const run = await rerunStale(names, { options, signal });
  const reruns = await Promise.all(run.map(unlessReplaced));
  const found = audit(report);
  const judged = judgeFindings(report, found.verdicts);
  const objections = [
    ...reruns.flatMap(({ path, failure }) => failure ? [describeFailure(path, failure)] : []),
    ...complaints(found),
  ];
  const stray = options.only ? [] : await strayFiles(outputFolder(options), names);
  const files = [...reruns.flatMap(({ files }) => files), ...stray];
  const differences = await Promise.all(files.map(firstDifference));
  const changed = differences.filter((difference) => difference !== undefined);
  if (check) objections.push(...changed);
  else await writeTogether(files.filter((_, index) => differences[index]), { signal });
  if (isCommitted && await updateReadme({ audit: found, judged }, { check }) && check) {
    objections.push("README.md: its table would change");
  }
  const results = reruns.map(({ path, failure, files }) => ({
    notebook: path,
    failure: failure ?? null,
    files: files.flatMap(({ path, content }) => content === undefined ? [] : [path]),
  }));
  console.log(
    json
      ? JSON.stringify({ notebooks: results, changed, ...auditJson(report, found) }, null, 2)
      : auditText(report, found),
  );
  console.error(summary({ reruns, others: names.length - reruns.length, changed, check }));
  for (const objection of objections) console.error(objection);
  return objections.length === 0;
}

function summary(
  { reruns, others, changed, check }: {
    readonly reruns: readonly Rerun[];
    readonly others: number;
    readonly changed: readonly string[];
    readonly check: boolean;
  },
): string {
  const verb = check ? "would change" : "changed";
  const total = reruns.length;
  const ran = reruns.filter(({ failure }) => !failure).length;
  const done = total === 0
    ? "no notebook is stale"
    : `${ran} of ${total} ${others > 0 ? "stale " : ""}notebooks ran`;
  const rest = others === 0 ? "" : `, ${others} are as they would be`;
  return `${done}${rest}; ${changed.length} files ${verb}`;
}

const program = reproduceCommand().action(async (options: ReproduceOptions) => {
  using interrupt = new Interrupt();
  try {
    if (!await reproduce(options, interrupt.signal)) Deno.exitCode = 1;
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    console.error(error.message);
    Deno.exitCode = 130;
  }
});

await runCommand(program);
