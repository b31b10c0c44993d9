// First of all, for the library asks `Deno` while it is loaded.
import { beginRun, pathsRead, showResult, takeShown } from "./deno_stand_in.ts";
import * as plot from "@observablehq/plot";
import * as assert from "@std/assert";
import * as csv from "@std/csv";
import * as d3Array from "d3-array";
import * as report from "report";
import type { OpenReportOptions } from "report";
import { tellUnknown } from "../../errors/did_you_mean.ts";
import * as catalogue from "../../prose/catalogue.ts";
import { labelReport } from "../../report/label_report.ts";
import { compileCell, lineIn } from "./compile_cell.ts";
import { laterModules } from "./stand_ins.ts";
import {
  type LiveCell,
  type LiveMessage,
  type LiveResult,
  type LiveRun,
  withPrinted,
} from "./live_message.ts";

Object.assign(laterModules, { "./plot.ts": plot, "./catalogue.ts": catalogue });

/** What a notebook may import here; another name is an error of its cell. */
function modulesOf({ changes, edition }: LiveRun): Readonly<Record<string, object>> {
  const openReport = async (asked = edition, options?: OpenReportOptions) => {
    const opened = await report.openReport(asked, options);
    if (asked !== edition || Object.keys(changes).length === 0) return opened;
    const changed = withPrinted(await report.loadReport(edition), changes);
    return labelReport(changed, opened.language);
  };
  const loadReport = (asked = edition) => report.loadReport(asked);
  const { then: _, ...exported } = report;
  return {
    "report": tellUnknown({ ...exported, openReport, loadReport }, 'import from "report"'),
    "@observablehq/plot": plot,
    "@std/assert": assert,
    "@std/csv": csv,
    "d3-array": d3Array,
  };
}

async function runCode(
  { id, source }: LiveCell,
  scope: object,
  modules: Readonly<Record<string, object>>,
): Promise<LiveResult> {
  const module = (name: string) => {
    if (Object.hasOwn(modules, name)) return modules[name];
    const known = Object.keys(modules).join(", ");
    throw new Error(`Cannot import "${name}": expected, in a page, one of ${known}`);
  };
  try {
    await showResult(await compileCell(source, id)(scope, module));
    return { id, outputs: takeShown() };
  } catch (thrown) {
    const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown));
    return { id, outputs: takeShown(), error: { name, message, line: lineIn(thrown, id) } };
  }
}

/**
 * Runs the code cells of a notebook one after the other; one that fails does not stop the others.
 *
 * @param run The cells and what they may read.
 * @param say Hears each result, and the end.
 */
async function runLive(run: LiveRun, say: (message: LiveMessage) => void): Promise<void> {
  beginRun(run);
  const scope = Object.create(null), modules = modulesOf(run);
  for (const cell of run.cells) say({ result: await runCode(cell, scope, modules) });
  const { observations } = labelReport(await report.loadReport(run.edition), run.language);
  const values = observations.map(({ id, label, period, printed }) => ({
    id,
    printed,
    label: `${label}, ${period}`,
  }));
  say({ done: true, read: [...pathsRead].toSorted(), values });
}

Object.assign(globalThis, { runLive });
