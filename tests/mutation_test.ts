import { assert, assertEquals } from "@std/assert";
import { audit } from "../lib/audit/audit.ts";
import { checkObservations } from "../lib/load/check_printed.ts";
import { LoadedTable } from "../lib/load/loaded_table.ts";
import { loadReport } from "../lib/load/load_report.ts";
import type { Exact, Interval } from "../lib/model/interval.ts";
import type { Observation, ObservationRow } from "../lib/model/observation.ts";
import type { Report } from "../lib/model/report.ts";
import { schemas } from "../lib/model/edition_tables.ts";
import { misreadings, type Mutation, mutationsOf } from "./mutation.ts";
import { isPrinted } from "../lib/source/verify_source.ts";
import { sourceBytes, sourceLines } from "./source_text.ts";

const report = await loadReport();
const { numberFormat } = report.edition;
const mutations = report.observations.flatMap((each) => mutationsOf(each, numberFormat));

/** Whether the loader refuses an observation. */
function loaderRefuses(observation: Observation): boolean {
  let refused = false;
  const rows = new LoadedTable<ObservationRow>(schemas.observations, {
    rows: [observation],
    report: () => refused = true,
  });
  const named = new LoadedTable(schemas.indicators, { rows: report.indicators });
  checkObservations({ observations: rows, indicators: named }, numberFormat);
  return refused;
}

/** What an audit computes of each claim: everything but the printed strings. */
function findings({ verdicts }: ReturnType<typeof audit>): string {
  const number = (value: Exact | null) => value && value.toFraction();
  const ends = (interval: Interval | null) =>
    interval && [number(interval.low), number(interval.high), interval.includesLow];
  return JSON.stringify(verdicts.map((verdict) => [
    verdict.kind,
    number(verdict.computed),
    ends(verdict.computedInterval),
    ends(verdict.printedInterval),
  ]));
}

function changed({ original, mutated }: Mutation): Report {
  const observations = report.observations.map((each) => each === original ? mutated : each);
  return { ...report, observations };
}

const unmutated = findings(audit(report));

/** A mutation whose value and print agree, with who notices it. */
const consistent = mutations.map((mutation) => {
  const { mutated } = mutation, after = changed(mutation), found = audit(after);
  const alike = after.observations.filter(({ line, printed }) =>
    line === mutated.line && printed === mutated.printed
  );
  return {
    ...mutation,
    loader: loaderRefuses(mutated),
    fails: found.undeclared.length + found.stale.length > 0,
    changes: findings(found) !== unmutated,
    source: sourceBytes !== undefined &&
      !isPrinted({ ...mutated, line: mutated.line ?? 0 }, sourceLines, alike.length),
  };
});

/** Ids of the cells that a claim with printed operands computes with. */
const reached = new Set(
  report.claims.filter(({ missing }) => missing.length === 0)
    .flatMap(({ result, operands, divisors }) => [result ?? "", ...operands, ...divisors]),
);

Deno.test("every observation has a mutation of its number", () => {
  const mutated = new Set(mutations.map(({ original }) => original.id));
  assertEquals(report.observations.filter(({ id }) => !mutated.has(id)), []);
});

Deno.test("the loader refuses every value that is changed without its print", () => {
  const passed = mutations.filter(({ original, mutated }) =>
    !loaderRefuses({ ...original, value: mutated.value })
  );
  assertEquals(passed, []);
});

Deno.test("the loader refuses every print that is changed without its value", () => {
  const passed = mutations.filter(({ original, mutated }) =>
    !loaderRefuses({ ...original, printed: mutated.printed })
  );
  assertEquals(passed, []);
});

Deno.test("the loader accepts every observation as it is", () => {
  assertEquals(report.observations.filter(loaderRefuses), []);
});

Deno.test("a change of value and print together changes a verdict just where a claim reaches the cell", () => {
  const wrong = consistent.filter(({ original, changes }) => changes !== reached.has(original.id));
  assertEquals(wrong.map(({ original, mutated }) => [original.id, mutated.printed]), []);
});

Deno.test("the audit fails on every change of a cell that a sum or difference of counts holds", () => {
  const held = new Set(
    report.claims.filter(({ kind, missing }) =>
      ["sum", "difference", "same"].includes(kind) && missing.length === 0
    ).flatMap(({ result, operands }) => [result ?? "", ...operands]),
  );
  const passed = consistent.filter(({ original, fails }) => held.has(original.id) && !fails);
  assertEquals(passed.map(({ original, mutated }) => [original.id, mutated.printed]), []);
});

Deno.test("somebody notices every change of value and print together", () => {
  const missed = consistent.filter((each) => !each.loader && !each.changes && !each.source)
    .filter(({ original }) => sourceBytes !== undefined || reached.has(original.id));
  console.log(table());
  assertEquals(missed.map(({ original, mutated }) => [original.id, mutated.printed]), []);
});

/** The shares of mutations that each check catches, for the test's output. */
function table(): string {
  const share = (caught: number, all: number) => `${(100 * caught / all).toFixed(1)} %`;
  const keys = ["loader", "fails", "changes", "source"] as const;
  const rows = misreadings.map((misreading) => {
    const these = consistent.filter((each) => each.misreading === misreading);
    assert(these.length > 0);
    const shares = keys.map((key) => share(these.filter((each) => each[key]).length, these.length));
    return [misreading, String(these.length), ...shares.slice(0, 3), sourceBytes ? shares[3] : "–"];
  });
  const alone = (["value", "printed"] as const).map((field) => {
    const refused = mutations.filter(({ original, mutated }) =>
      loaderRefuses({ ...original, [field]: mutated[field] })
    );
    const count = mutations.length;
    return [`${field} alone`, String(count), share(refused.length, count), "–", "–", "–"];
  });
  const heads = ["mutation", "n", "loader", "audit fails", "verdict changes", "source"];
  const all = [heads, ...alone, ...rows];
  const widths = heads.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join("  "))
    .join("\n");
}
