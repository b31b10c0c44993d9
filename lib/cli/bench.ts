import { median } from "d3-array";
import { auditTimes, benchAudit } from "./bench_audit.ts";
import { benchNotebooks, type Measured } from "./bench_notebooks.ts";
import { benchNoop } from "./bench_noop.ts";
import { plainCommand, runCommand } from "./command.ts";
import { Interrupt, Interrupted } from "./interrupt.ts";
import { notebookPaths } from "./notebook_paths.ts";
import { wholeNumber } from "./reproduce_options.ts";

interface Options {
  readonly jobs: number;
  readonly rounds: number;
}

/** Rows of the tables whose audit is measured. */
const tableSizes = [1_000, 10_000, 100_000];

const program = plainCommand(
  "bench",
  "Measure the runner against jupyter nbconvert and plain scripts, check against the runner, reproduce where nothing is stale, and the audit of large tables.",
)
  .argument("[notebooks...]", "notebooks of one folder; all of notebooks/ if none is named")
  .option(
    "--jobs <number>",
    "kernels or scripts at a time",
    wholeNumber,
    navigator.hardwareConcurrency,
  )
  .option("--rounds <number>", "how often each is measured; the median counts", wholeNumber, 3)
  .action(async (named: string[], options: Options) => {
    using interrupt = new Interrupt();
    const paths = await notebookPaths(named);
    try {
      const measured = await benchNotebooks(paths, { ...options, signal: interrupt.signal });
      console.log(table(measured, options.jobs));
      const { signal } = interrupt;
      console.log(noop(await benchNoop({ rounds: options.rounds, signal })));
      console.log(`\n${auditTimes(await benchAudit(tableSizes))}`);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      console.error(error.message);
      Deno.exitCode = error instanceof Interrupted ? 130 : 1;
    }
  });

function table(measured: Measured, jobs: number): string {
  const { runner, runners, nbconvert, script, scripts, check, recheck } = measured;
  const rows: [string, readonly number[] | undefined][] = [
    ["this runner, 1 kernel", runner],
    [`this runner, ${jobs} kernels`, runners],
    ["jupyter nbconvert --execute, one process", nbconvert],
    ["plain scripts, 1 at a time", script],
    [`plain scripts, ${jobs} at a time`, scripts],
    ["check, for the first time", check],
    ["check, after a change in one notebook", recheck],
  ];
  return [
    ...rows.map(([name, times]) => `${name.padEnd(44)}${times ? seconds(times) : "not installed"}`),
    "",
    ratio("this runner / nbconvert", { of: runners, to: nbconvert, aim: 0.25 }),
    ratio("this runner / plain scripts", { of: runners, to: scripts, aim: 1.8 }),
    ratio("first check / this runner", { of: check, to: runners, aim: 0.5 }),
    ratio("check after a change / this runner", { of: recheck, to: runners, aim: 0.5 }),
  ].join("\n");
}

/** Its aim is an absolute one, of two cores: what it takes is felt by whoever waits. */
function noop(times: readonly number[] | undefined): string {
  const name = "reproduce, nothing stale".padEnd(44);
  if (!times) return `${name}not measured: a notebook is stale, run deno task reproduce first`;
  const aim = 0.7, missed = median(times)! / 1000 > aim ? "; missed" : "";
  return `${name}${seconds(times)} (aim: at most ${aim} s${missed})`;
}

function seconds(times: readonly number[]): string {
  const range = [Math.min(...times), Math.max(...times)].map((time) => (time / 1000).toFixed(2));
  return `${(median(times)! / 1000).toFixed(2)} s (${range.join("–")})`;
}

function ratio(
  name: string,
  { of, to, aim }: {
    readonly of: readonly number[];
    readonly to: readonly number[] | undefined;
    readonly aim: number;
  },
): string {
  if (!to) return `${name.padEnd(44)}not measured`;
  const value = median(of)! / median(to)!;
  return `${name.padEnd(44)}${value.toFixed(2)} (aim: at most ${aim}${
    value > aim ? "; missed" : ""
  })`;
}

await runCommand(program);
