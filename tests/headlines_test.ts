import * as assertions from "@std/assert";
import { assert, assertEquals } from "@std/assert";
import * as array from "d3-array";
import * as library from "report";
import { audit } from "../lib/audit/audit.ts";
import type { Report } from "../lib/model/report.ts";
import { moduleOfCells } from "../lib/notebook/module_of_cells.ts";
import { parseNotebook } from "../lib/notebook/notebook_document.ts";
import { readCells } from "../lib/notebook/parse_cell.ts";
import { labelReport } from "../lib/report/label_report.ts";
import { misreadings, type Mutation, mutationsOf } from "./mutation.ts";

/** What a notebook says over an edition. */
interface Told {
  /** Titles of its figures. */
  readonly titles: readonly string[];
  /** Its computed sentences. */
  readonly sentences: readonly string[];
  /** Why its assertions fail. */
  readonly failures: readonly string[];
  /** Why it stopped, unless it ran to its end. */
  readonly stopped?: string;
}

type Run = (modules: Readonly<Record<string, unknown>>) => Promise<void>;

/** Makes a function of a notebook: its cells as they stand run over any edition, and only drawing is left out. */
async function notebookOver(name: string): Promise<(report: Report) => Promise<Told>> {
  const path = `notebooks/${name}.ipynb`;
  const { cells } = readCells(parseNotebook(await Deno.readTextFile(path), path));
  const body = moduleOfCells(cells).text.replace("export {};", "")
    .replaceAll(/^import (\{[^}]*\}) from ("[^"]*");/gm, "const $1 = modules[$2];");
  const code = encodeURIComponent(`export async function run(modules) {\n${body}\n}`);
  const { run }: { run: Run } = await import(`data:application/typescript;charset=utf-8,${code}`);
  return (report) => tell(run, report);
}

async function tell(run: Run, report: Report): Promise<Told> {
  const titles: string[] = [], sentences: string[] = [], failures: string[] = [];
  const opened = labelReport(report, "en");
  const modules = {
    report: {
      ...library,
      // Another edition is that of the project.
      openReport: (edition = opened.edition.id) =>
        edition === opened.edition.id ? Promise.resolve(opened) : library.openReport(edition),
      Plot: {
        ...library.Plot,
        plot: ({ title }: { readonly title?: unknown }) => void titles.push(String(title)),
      },
      show: () => Promise.resolve(),
      md: (...values: Parameters<typeof library.md>) => {
        const prose = library.md(...values);
        sentences.push(String(prose));
        return prose;
      },
    },
    "@std/assert": Object.fromEntries(
      Object.entries(assertions).map(([name, check]) => [name, noted(check, failures)]),
    ),
    "d3-array": array,
  };
  try {
    await run(modules);
    return { titles, sentences, failures };
  } catch (error) {
    return { titles, sentences, failures, stopped: String(error) };
  }
}

/** An assertion that notes why it fails, so that those below it are heard too. */
function noted(check: unknown, failures: string[]): unknown {
  return (...given: unknown[]) => {
    try {
      if (typeof check === "function") check(...given);
    } catch (error) {
      failures.push(String(error));
    }
  };
}

const report = await library.loadReport();
/** Every slip in every notebook that says something of Table 1, as `deno task test:long` has it; else a sample. */
const isWhole = Deno.args.includes("--all");
const cells = report.observations.filter(({ id }) => id.startsWith("table1."));
const slips = cells.map((cell) => mutationsOf(cell, report.edition.numberFormat));
const tried = isWhole
  ? slips.flat()
  : slips.map((ofCell, index) =>
    ofCell.find(({ misreading }) => misreading === misreadings[index % misreadings.length]) ??
      ofCell[0]
  );

function changed({ original, mutated }: Mutation): Report {
  const observations = report.observations.map((each) => each === original ? mutated : each);
  return { ...report, observations };
}

const names = ["01_overview", "04_table_1", "07_what_holds"]
  .concat(isWhole ? ["03_who_is_served", "06_youth", "08_implied", "09_protection"] : []);

interface Heard {
  readonly name: string;
  readonly slip: Mutation;
  readonly after: Told;
  readonly title: boolean;
  readonly assertion: boolean;
  readonly sentence: boolean;
}

const heard: Heard[] = [];
for (const name of names) {
  const over = await notebookOver(name), before = await over(report);
  for (const slip of tried) {
    const after = await over(changed(slip));
    heard.push({
      ...{ name, slip, after },
      title: JSON.stringify(after.titles) !== JSON.stringify(before.titles),
      assertion: after.failures.length > before.failures.length,
      sentence: JSON.stringify(after.sentences) !== JSON.stringify(before.sentences),
    });
  }
}

const nameOf = ({ original, mutated }: Mutation) => `${original.id} as ${mutated.printed}`;
const verdictsOf = (of: Report) => JSON.stringify(audit(of).verdicts.map(({ kind }) => kind));

Deno.test("no slip in Table 1 stops a notebook before its assertions", () => {
  const stopped = heard.filter(({ after }) => after.stopped !== undefined);
  assertEquals(stopped.map(({ name, slip, after }) => [name, nameOf(slip), after.stopped]), []);
});

Deno.test("headlines notice every slip in Table 1 that changes a verdict", () => {
  const rows = names.map((name) => {
    const those = heard.filter((one) => one.name === name);
    const count = (kind: "title" | "assertion" | "sentence") =>
      those.filter((one) => one[kind]).length;
    const either = those.filter(({ title, assertion }) => title || assertion).length;
    return {
      name,
      title: count("title"),
      assertion: count("assertion"),
      either,
      sentence: count("sentence"),
    };
  });
  const noticed = new Set(
    heard.filter(({ title, assertion }) => title || assertion).map(({ slip }) => slip),
  );
  console.log(
    `Of ${tried.length} slips in ${cells.length} cells headlines notice ${noticed.size}:`,
  );
  for (const { name, title, assertion, either, sentence } of rows) {
    console.log(
      `${name}: ${either} by headlines (${title} computed, ${assertion} asserted), ${sentence} by sentences`,
    );
  }
  const before = verdictsOf(report);
  const missed = tried.filter((slip) => !noticed.has(slip) && verdictsOf(changed(slip)) !== before);
  assertEquals(missed.map(nameOf), []);
});

Deno.test("the headline of Table 1 fails just where loans no longer rise, or users or visits no longer fall", () => {
  const own = heard.filter(({ name }) => name === "04_table_1");
  const said = new Map([["loans", 1], ["users", -1], ["visits", -1]]);
  const turned = own.filter(({ slip }) => {
    const { observations } = changed(slip);
    return [...said].some(([indicator, sign]) => {
      const [from, to] = ["2015", "2016"].map((year) =>
        observations.find(({ id }) => id === `table1.${indicator}.${year}`)!.value
      );
      return Math.sign(to - from) !== sign;
    });
  });
  const failed = own.filter(({ assertion }) => assertion);
  assertEquals(failed.map(({ slip }) => nameOf(slip)), turned.map(({ slip }) => nameOf(slip)));
  assert(turned.length > 0);
});

Deno.test("rows with one label do not stop a notebook, nor make an assertion fail", async () => {
  const alike = <Row extends object>([first, second, ...rest]: readonly Row[]): Row[] => {
    return [
      first,
      { ...second, label: (first as Row & { readonly label: unknown }).label },
      ...rest,
    ];
  };
  const tables = Object.entries(report).filter(([, rows]) =>
    Array.isArray(rows) && rows.length > 1 && "label" in rows[0]
  );
  const mixed: Report = {
    ...report,
    ...Object.fromEntries(tables.map(([name, rows]) => [name, alike(rows as readonly object[])])),
  };
  // The last reads a file beside itself.
  const all = Array.from(Deno.readDirSync("notebooks"), ({ name }) => name)
    .filter((name) => name.endsWith(".ipynb") && name !== "14_your_turn.ipynb");
  for (const name of all) {
    const over = await notebookOver(name.replace(".ipynb", ""));
    const { failures, stopped } = await over(mixed);
    assertEquals([name, ...failures, stopped], [name, undefined]);
  }
});
