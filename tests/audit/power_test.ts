import { assert, assertEquals } from "@std/assert";
import { audit } from "../../lib/audit/audit.ts";
import { power } from "../../lib/audit/power.ts";
import { loadReport } from "../../lib/load/load_report.ts";

const report = await loadReport();
const map = power(report);
const cell = (id: string) => {
  const found = map.cells.find(({ observation }) => observation.id === id);
  assert(found, id);
  return found;
};

/** Whether an audit of the whole report fails, once a cell has another value. */
function fails(id: string, value: number): boolean {
  const observations = report.observations.map((each) =>
    each.id === id ? { ...each, value } : each
  );
  const { undeclared, stale } = audit({ ...report, observations });
  return undeclared.length + stale.length > 0;
}

Deno.test("the audit of the whole report fails on just the slips that the power map calls caught", () => {
  for (const { observation, trials } of map.cells) {
    // Every slip of a cell would take as many audits of the whole report; every fifth still reaches each kind of claim.
    for (const { value, caughtBy } of trials.filter((_, index) => index % 5 === 0)) {
      assertEquals(fails(observation.id, value), caughtBy.length > 0, `${observation.id} ${value}`);
    }
  }
});

Deno.test("every cell of Table 1 is protected against every slip that is tried", () => {
  const table = map.cells.filter(({ observation }) => observation.id.startsWith("table1."));
  assertEquals(table.length, 27);
  for (const { slips, observation } of table) {
    for (const { tried, caught } of Object.values(slips)) {
      assertEquals(caught, tried, observation.id);
    }
  }
});

Deno.test("a cell in no claim stands alone, and so does one whose claims are too wide to notice", () => {
  const none = cell("programme.guryevsk-textbook.revenue");
  assertEquals([none.isAlone, none.relations.length], [true, 0]);
  const wide = cell("acquisitions.least");
  assertEquals([wide.isAlone, wide.relations.length], [true, 1]);
});

Deno.test("a share with a rounded result lets one unit of its counts pass, and notices its first digits", () => {
  const { slips } = cell("population.all");
  assertEquals(slips["one-unit-off"], { tried: 2, caught: 0 });
  assert(slips["changed-digit"].caught > 0);
  assert(slips["changed-digit"].caught < slips["changed-digit"].tried);
});

Deno.test("the power of a claim is what it catches over its cells, that of the report over all", () => {
  const sum = map.claims.get("population.children-and-youth.sum");
  const cells = ["population.children-and-youth", "population.children", "population.youth"];
  const tried = cells.map((id) => cell(id).slips["changed-digit"].tried);
  const all = tried.reduce((sum, each) => sum + each, 0);
  assertEquals(sum?.["changed-digit"], { tried: all, caught: all });
  const total = map.cells.reduce((all, { slips }) => all + slips["swapped-digits"].caught, 0);
  assertEquals(map.total["swapped-digits"].caught, total);
});
