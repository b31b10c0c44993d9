import { assertEquals } from "@std/assert";
import { audit } from "../../lib/audit/audit.ts";
import { loadReport } from "../../lib/load/load_report.ts";

const report = await loadReport();

/** The digits of a printed number as a whole number of its last printed unit, read without the library. */
function whole(id: string): bigint {
  const printed = report.observations.find((observation) => observation.id === id)?.printed ?? id;
  const digits = BigInt(printed.replace(/\D/g, ""));
  return /^[-\u2013\u2212]/.test(printed) ? -digits : digits;
}

/** Whether `part / whole` in per cent rounds, half up, to a percentage printed as `percent`. */
function isShare(percent: string, parts: readonly string[], all: string): boolean {
  const printed = report.observations.find(({ id }) => id === percent)?.printed ?? "";
  const scale = 10n ** BigInt(printed.replace("%", "").split(",")[1]?.length ?? 0);
  const part = parts.map(whole).reduce((sum, value) => sum + value);
  const twice = 2n * 100n * scale * part;
  return (twice / whole(all) + 1n) / 2n === whole(percent);
}

const quantities = ["users", "visits", "loans"] as const;
const parts = {
  users: ["users-in-library", "users-remote"],
  visits: ["visits-services", "visits-events"],
  loans: ["loans-in-library", "loans-remote"],
} as const;
const columns = ["2015", "2016", "change"] as const;

/** What of the report's figures does not agree, worked out on whole numbers alone. */
function disagreeing(): string[] {
  const found: string[] = [];
  const expect = (id: string, holds: boolean) => holds || found.push(id);
  for (const quantity of quantities) {
    for (const row of [quantity, ...parts[quantity]]) {
      const [before, after, change] = columns.map((column) => whole(`table1.${row}.${column}`));
      expect(`table1.${row}.change`, after - before === change);
    }
    for (const column of columns) {
      const [first, second] = parts[quantity].map((row) => whole(`table1.${row}.${column}`));
      expect(
        `table1.${quantity}.${column}.sum`,
        first + second === whole(`table1.${quantity}.${column}`),
      );
    }
  }
  expect(
    "population.children-and-youth.sum",
    whole("population.children") + whole("population.youth") ===
      whole("population.children-and-youth"),
  );
  expect(
    "population.children-and-youth.share",
    isShare(
      "population.children-and-youth-share",
      ["population.children-and-youth"],
      "population.all",
    ),
  );
  expect(
    "users.children-and-youth.share",
    isShare("users.children-and-youth-share", ["users.children", "users.youth"], "users.all"),
  );
  expect(
    "users.children-and-youth.share-with-line-101",
    isShare("users.children-and-youth-share", ["users.children", "youth.users"], "users.all"),
  );
  expect("youth.users.same", whole("youth.users") === whole("users.youth"));
  expect(
    "youth-units.sum",
    ["branches", "sectors", "desks", "lending"]
      .map((kind) => whole(`youth-units.${kind}`))
      .reduce((sum, units) => sum + units) === whole("youth-units.all"),
  );
  const optimum = 38n * whole("table1.loans.2016");
  expect("acquisitions.optimum", (optimum + 500n) / 1000n === whole("acquisitions.optimum"));
  expect("acquisitions.below-optimum", whole("acquisitions") < whole("acquisitions.optimum"));
  expect("acquisitions.renewal", 100n * whole("acquisitions") < 5n * whole("stock"));
  expect(
    "provision.urban.norm",
    50n <= whole("provision.urban") && whole("provision.urban") <= 70n,
  );
  expect("provision.rural.norm", whole("provision.rural") < 70n);
  const mean = 10n * whole("stock"), children = whole("population.children");
  expect(
    "provision.region.mean",
    whole("provision.rural") * children <= mean && mean <= whole("provision.urban") * children,
  );
  return found.toSorted();
}

Deno.test("the audit finds contradictions just where whole numbers alone find them", () => {
  const contradicting = audit(report).verdicts.filter(({ kind }) => kind === "contradicts");
  assertEquals(contradicting.map(({ claim }) => claim.id).toSorted(), disagreeing());
});

Deno.test("visits of 2016 disagree by 711 in the sum and in the change, young users by 235", () => {
  assertEquals(disagreeing(), [
    "table1.visits.2016.sum",
    "table1.visits.change.sum",
    "youth.users.same",
  ]);
  const differences = audit(report).verdicts
    .filter(({ kind }) => kind === "contradicts")
    .map(({ claim, difference }) => [claim.id, difference?.valueOf()]);
  assertEquals(Object.fromEntries(differences), {
    "table1.visits.2016.sum": 711,
    "table1.visits.change.sum": 711,
    "youth.users.same": 235,
  });
});

Deno.test("a claim lacks its base just where it names what is not printed", () => {
  for (const { claim, kind } of audit(report).verdicts) {
    assertEquals(kind === "base-missing", claim.missing.length > 0, claim.id);
  }
});

Deno.test("equalities agree or contradict, comparisons hold or contradict, and only equalities are exact", () => {
  for (const { claim, kind, how } of audit(report).verdicts) {
    if (how === null) continue;
    const compares = ["norm", "bound", "trend", "part", "mean"].includes(claim.kind);
    assertEquals([claim.id, kind], [claim.id, compares ? "holds" : "agrees"]);
    assertEquals([claim.id, ["certain", "possible"].includes(how)], [claim.id, compares]);
  }
});
