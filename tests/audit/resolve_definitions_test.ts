import { assert, assertEquals } from "@std/assert";
import { resolveDefinitions } from "../../lib/audit/infer.ts";
import { loadReport } from "../../lib/load/load_report.ts";
import type { Report } from "../../lib/model/report.ts";

const report = await loadReport();

function resolved(of: Report = report) {
  return new Map(resolveDefinitions(of).map((each) => [each.definition.id, each]));
}

function surviving(id: string, survives: boolean | null = true): string[] {
  return (resolved().get(id)?.candidates ?? []).filter((each) => each.survives === survives)
    .map(({ candidate }) => candidate.id.slice(id.length + 1));
}

const expected: [id: string, kind: string, surviving: string[]][] = [
  ["optimum-loans", "determined", ["loans-2016"]],
  ["provision-residents", "determined", ["children"]],
  ["network-line-10", "determined", ["counted"]],
  ["network-change-as-line-10", "none", []],
  ["network-change", "ambiguous", ["reprofiled", "united-for-children"]],
  ["youth-users", "ambiguous", []],
  ["table1-users-remote", "determined", ["with-remote"]],
  ["table1-visits-events", "determined", ["with-events"]],
  ["table1-loans-remote", "determined", ["with-remote"]],
];

for (const [id, kind, names] of expected) {
  Deno.test(`${id} is ${kind}: ${names.join(", ") || "nothing"} survives`, () => {
    assertEquals(resolved().get(id)?.kind, kind);
    assertEquals(surviving(id), names);
  });
}

Deno.test("alternatives of what is not printed are computed, and differ", () => {
  const values = (id: string) =>
    (resolved().get(id)?.candidates ?? []).map(({ value }) => value?.low?.round(2).valueOf());
  assertEquals(values("network-named"), [25, 24, 23, 22]);
  assertEquals(values("network-children-only"), [81, 80, 75, 69]);
  assertEquals(values("youth-coverage"), [36.22, 36.27, undefined]);
  assertEquals(values("network-change-as-line-10"), [0, 0, -1]);
  assertEquals(values("network-change"), [1, 1, 0, 0, -1]);
});

Deno.test("a candidate that needs what is not printed is neither kept nor refused, and leaves the question open", () => {
  assertEquals(surviving("renewal-base", null), ["start", "current-year"]);
  assertEquals(resolved().get("renewal-base")?.kind, "ambiguous");
});

Deno.test("another print determines another definition", () => {
  const changed = (value: number) => ({
    ...report,
    observations: report.observations.map((each) =>
      each.id === "acquisitions.optimum" ? { ...each, value } : each
    ),
  });
  const survivor = (value: number) =>
    resolved(changed(value)).get("optimum-loans")?.candidates.filter(({ survives }) => survives)
      .map(({ candidate }) => candidate.id);
  assertEquals(survivor(112842), ["optimum-loans.youth"]);
  assertEquals(survivor(1), []);
});

Deno.test("every question has candidates of which at least two were thought of", () => {
  for (const { definition, candidates } of resolved().values()) {
    assert(candidates.length >= 2, definition.id);
  }
});
