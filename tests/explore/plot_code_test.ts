import { assertEquals } from "@std/assert";
import { chartSpec, type ExplorerSettings } from "../../lib/explore/chart_spec.ts";
import { listColumns } from "../../lib/explore/column.ts";
import { drawExploration } from "../../lib/explore/explore.ts";
import { completeExploration, type Exploration } from "../../lib/explore/exploration.ts";

import { plotCode, variableName } from "../../lib/explore/plot_code.ts";
import { describeProblem } from "../../lib/notebook/notebook_problem.ts";
import { runNotebook } from "../../lib/notebook/run_notebook.ts";
import { checkNotebook } from "../notebook/check_notebook.ts";
import { notebookOf } from "../notebook/notebook_of.ts";
import { events } from "./sample_rows.ts";

const explorations: readonly Partial<Exploration>[] = [
  { group: "kind" },
  { group: "kind", series: "year", where: { themes: ["games", "reading"] }, order: "least" },
  { group: "themes", measure: "guests", statistic: "mean", chart: "dots", limit: 3 },
  { group: "kind", series: "year", measure: "guests", statistic: "each" },
  { group: "kind", measure: "guests", statistic: "each" },
  { group: "kind", series: "themes", chart: "shares" },
  { group: "themes", series: "kind", chart: "matrix" },
  { group: "year", series: "kind", measure: "guests", statistic: "median", chart: "line" },
  { group: "year", chart: "line" },
  { group: "kind", series: "year", measure: "guests", chart: "table" },
];

const columns = listColumns(events, {
  labels: { kind: 'Kind "of" <event>', guests: "Guests" },
  units: { guests: "people" },
});
const settings: ExplorerSettings = {
  rows: "events",
  counted: "Events",
  named: "name",
  colors: { "2016": "#123456" },
  source: "Own `count` ${of}\nevents",
  language: "en",
};
const specs = explorations.map((wanted) =>
  chartSpec(completeExploration(wanted, columns), { rows: events, columns, settings })
);
const open = `const events = ${JSON.stringify(events, null, 2)};\nevents.length`;
/** Two codes of one name cannot stand in one notebook, as their variables would be one. */
const cells = specs.map((spec, index) => {
  const name = variableName(spec);
  return [`c${index}`, plotCode(spec, settings).replaceAll(name, `${name}${index}`)] as const;
});

Deno.test("the code of every kind of chart passes the checker of notebooks", async () => {
  const problems = await checkNotebook(notebookOf(Object.fromEntries([["open", open], ...cells])));
  assertEquals(problems.map(describeProblem), []);
});

Deno.test("the code draws, on a kernel, the figure that is shown where no script runs", async () => {
  const notebook = notebookOf(Object.fromEntries([["open", open], ...cells]));
  const { document, failure } = await runNotebook(notebook, { folder: Deno.cwd() });
  assertEquals(failure, undefined);
  const drawn = document.cells.slice(1).map((cell) => {
    const [output, ...more] = cell.cell_type === "code" ? cell.outputs : [];
    if (output === undefined || !("data" in output) || more.length > 0) return undefined;
    return output.data["image/svg+xml"] ?? output.data["text/csv"];
  });
  specs.forEach((spec, index) => {
    if (spec.exploration.chart === "table") {
      assertEquals(
        drawn[index],
        '"Kind ""of"" <event>",Year,"Guests, people"\n' +
          "campaign,2016,80\ncampaign,2015,120\nquest,2016,33\nclub,2016,15\nclub,2015,12\n",
      );
    } else {
      const { "image/svg+xml": svg } = drawExploration(spec, settings);
      assertEquals(drawn[index], String(svg), `exploration ${index}`);
    }
  });
});

Deno.test("a variable's name is one that JavaScript takes, whatever the columns are called", () => {
  const named = (group: string) =>
    variableName({ ...specs[0], exploration: { ...specs[0].exploration, group } });
  assertEquals(named("part_of"), "byPartOf");
  assertEquals(named("Вид"), "byВид");
  assertEquals(named("2016 год"), "by2016Год");
});
