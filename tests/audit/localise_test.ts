import { assert, assertEquals } from "@std/assert";
import { localise, repairText } from "../../lib/audit/localise.ts";
import { loadReport } from "../../lib/load/load_report.ts";
import type { Claim } from "../../lib/model/claim.ts";
import { claim, observation } from "./small_report.ts";
import { reportOf } from "./random_table.ts";

const report = await loadReport();
const [visits, youth] = localise(report);

function found(prints: Readonly<Record<string, string>>, claims: readonly Claim[], most = 3) {
  const observations = Object.entries(prints).map(([id, print]) => observation(id, print));
  return localise(reportOf(observations, claims), { most }).map(({ violated, repairs }) => ({
    violated,
    repairs: repairs.map(({ cells }) =>
      cells.map(({ observation, prints: { low, high }, slips }) =>
        [observation.id, low?.valueOf(), high?.valueOf(), ...slips].join(" ")
      )
    ),
  }));
}

const sum = claim({ id: "sum", kind: "sum", result: "c", operands: ["a", "b"] });

/** The smallest sets of visit cells that mend the table, by trying all sets of one and of two on whole numbers. */
function visitRepairs(): string[] {
  const rows = ["visits", "visits-services", "visits-events"];
  const cells = rows.flatMap((row) =>
    ["2015", "2016", "change"].map((column) => `table1.${row}.${column}`)
  );
  const printed = new Map(report.observations.map(({ id, value }) => [id, value]));
  const isConsistent = (changes: ReadonlyMap<string, number>) => {
    const at = (row: string, column: string) => {
      const id = `table1.${row}.${column}`;
      return (printed.get(id) ?? NaN) + (changes.get(id) ?? 0);
    };
    return rows.every((row) => at(row, "2016") - at(row, "2015") === at(row, "change")) &&
      ["2015", "2016", "change"].every((column) =>
        at(rows[0], column) === at(rows[1], column) + at(rows[2], column)
      );
  };
  const steps = [-2, -1, 1, 2].map((times) => 711 * times);
  const singles = cells.filter((id) => steps.some((step) => isConsistent(new Map([[id, step]]))));
  if (singles.length > 0) return singles;
  return cells.flatMap((first, index) =>
    cells.slice(index + 1).filter((second) =>
      steps.some((a) => steps.some((b) => isConsistent(new Map([[first, a], [second, b]]))))
    ).map((second) => `${first} ${second}`)
  );
}

Deno.test("the visits of Table 1 have three smallest repairs, just those that trying all pairs finds", () => {
  assertEquals(visits.violated, ["table1.visits.2016.sum", "table1.visits.change.sum"]);
  const sets = visits.repairs.map(({ cells }) => cells.map(({ observation }) => observation.id));
  assertEquals(sets.map((set) => set.join(" ")).toSorted(), visitRepairs().toSorted());
  assertEquals(sets.length, 3);
  const values = visits.repairs.flatMap(({ cells }) =>
    cells.map(({ observation, value }) => [observation.id, value.valueOf()])
  );
  assertEquals(Object.fromEntries(values), {
    "table1.visits.2016": 2187738,
    "table1.visits.change": -7329,
    "table1.visits-services.2016": 1765497,
    "table1.visits-services.change": 666,
    "table1.visits-events.2016": 423663,
    "table1.visits-events.change": -6573,
  });
});

Deno.test("each of the two figures for young users alone would mend the other", () => {
  assertEquals(youth.violated, ["youth.users.same"]);
  assertEquals(youth.repairs.map((repair) => repairText(repair, { language: "en" })), [
    "consistent if youth.users = 183,324",
    "consistent if users.youth = 183,559",
  ]);
  assertEquals(
    repairText(youth.repairs[0], { language: "ru", nameOf: (id) => `«${id}»` }),
    "согласуется, если «youth.users» = 183\u00a0324",
  );
});

Deno.test("a slip that explains a repair is named and ranks it first", () => {
  assertEquals(found({ a: "7", b: "8", c: "51" }, [sum]), [{
    violated: ["sum"],
    repairs: [["c 15 15 swapped-digits"], ["a 43 43"], ["b 44 44"]],
  }]);
  assertEquals(found({ a: "70", b: "8", c: "15" }, [sum])[0].repairs[0], [
    "a 7 7 surplus-digit",
  ]);
});

Deno.test("a cell that another claim protects is no repair alone", () => {
  const copy = claim({ id: "copy", kind: "same", result: "d", operands: ["c"] });
  const repairs = found({ a: "7", b: "8", c: "51", d: "51" }, [sum, copy])[0].repairs;
  assertEquals(repairs, [["a 43 43"], ["b 44 44"]]);
});

Deno.test("a repair that only two cells together make is found, and none if only one may change", () => {
  const prints = { a: "7", b: "8", c: "51", d: "51", e: "7", f: "8" };
  const claims = [
    sum,
    claim({ id: "copy", kind: "same", result: "d", operands: ["c"] }),
    claim({ id: "copy-a", kind: "same", result: "e", operands: ["a"] }),
    claim({ id: "copy-b", kind: "same", result: "f", operands: ["b"] }),
  ];
  assertEquals(found(prints, claims, 1), [{ violated: ["sum"], repairs: [] }]);
  const [{ repairs }] = found(prints, claims, 2);
  assertEquals(repairs[0], ["c 15 15 swapped-digits", "d 15 15 swapped-digits"]);
  assertEquals(repairs.length, 3);
});

Deno.test("a rounded result leaves a cell a range, and a count only whole numbers of it", () => {
  const share = claim({
    id: "share",
    kind: "share",
    result: "c",
    operands: ["a"],
    divisors: ["b"],
  });
  const [{ repairs }] = found({ a: "10", b: "200", c: "~59%" }, [share]);
  const ranges = repairs.map(([cell]) => cell.split(" ").slice(0, 3).join(" "));
  assertEquals(ranges.toSorted(), ["a 117 119", "b 17 17", "c 5 5"]);
});

Deno.test("a cell that may be anything but what lies around its print is mended by what a slip gives", () => {
  const product = claim({ id: "product", kind: "product", result: "c", operands: ["a", "b"] });
  const prints = { a: "~0", b: "0", c: "~0,3" };
  const [{ repairs }] = found(prints, [product], 1);
  assertEquals(repairs.map(([cell]) => cell.split(" ")[0]).toSorted(), ["b", "c"]);
});

Deno.test("a share that no count gives leaves its counts out", () => {
  const share = claim({
    id: "share",
    kind: "share",
    result: "c",
    operands: ["a"],
    divisors: ["b"],
  });
  const [{ repairs }] = found({ a: "1", b: "7", c: "~59,00%" }, [share]);
  assertEquals(repairs.map(([cell]) => cell.split(" ")[0]), ["c"]);
});

Deno.test("claims that share no cell and no claim are mended apart", () => {
  const other = claim({ id: "other", kind: "sum", result: "f", operands: ["d", "e"] });
  const prints = { a: "7", b: "8", c: "16", d: "1", e: "2", f: "4" };
  assertEquals(found(prints, [sum, other]).map(({ violated }) => violated), [["sum"], ["other"]]);
});

Deno.test("a consistent report has nothing to localise", () => {
  assertEquals(found({ a: "7", b: "8", c: "15" }, [sum]), []);
  assert(
    visits.repairs.every(({ cost }, index, all) => index === 0 || all[index - 1].cost <= cost),
  );
});
