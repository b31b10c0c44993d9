import { assertEquals } from "@std/assert";
import { infer } from "../../lib/audit/infer.ts";
import { localise } from "../../lib/audit/localise.ts";
import { quantityOf } from "../../lib/audit/quantity.ts";
import { judge } from "../../lib/audit/judge.ts";
import type { Observation } from "../../lib/model/observation.ts";
import { decimalString } from "../../lib/numbers/format_number.ts";
import { reportOf } from "./random_table.ts";
import { claim, observation, type Stated } from "./small_report.ts";

/** A claim judged over observations that each have a print, a unit and what else a test tells. */
function verdictOf(
  stated: Stated,
  cells: Readonly<Record<string, readonly [print: string, unit: string, Partial<Observation>?]>>,
) {
  const values = new Map(
    Object.entries(cells).map(([id, [print, unit, more]]) => [
      id,
      quantityOf({ ...observation(id, print, unit), ...more }, print.startsWith("~")),
    ]),
  );
  const { kind, how, computed, difference } = judge(claim(stated), values, new Map());
  return [
    how ?? kind,
    computed && decimalString(computed),
    difference && decimalString(difference),
  ];
}

const sum: Stated = { kind: "sum", operands: ["a", "b"] };
const ratio: Stated = { kind: "ratio", operands: ["a"], divisors: ["b"] };
const share: Stated = { ...ratio, kind: "share" };

Deno.test("a rate per thousand is held against its counts", () => {
  const counts = { a: ["1 700", "items"], b: ["340", "persons"] } as const;
  assertEquals(
    verdictOf(ratio, { result: ["~5000,0", "items-per-1000-persons"], ...counts }),
    ["exact", "5000", "0"],
  );
  assertEquals(
    verdictOf(ratio, { result: ["~5003", "items-per-1000-persons"], ...counts }),
    ["contradicts", "5000", "3"],
  );
});

Deno.test("a share may be told in thousandths or per 100,000", () => {
  const parts = { a: ["12", "persons"], b: ["48 000", "persons"] } as const;
  assertEquals(verdictOf(share, { result: ["~0,3", "per-mille"], ...parts })[0], "within-rounding");
  assertEquals(verdictOf(share, { result: ["~25", "per-100000"], ...parts })[0], "exact");
  assertEquals(verdictOf(share, { result: ["~0,3", "percent"], ...parts })[0], "contradicts");
});

Deno.test("a total in thousands is held against parts in units, in the total's unit", () => {
  const parts = { a: ["300 400", "persons"], b: ["447 900", "persons"] } as const;
  assertEquals(
    verdictOf(sum, { result: ["~748", "thousand-persons"], ...parts }),
    ["within-rounding", "748.3", "-0.3"],
  );
  assertEquals(
    verdictOf(sum, { result: ["~750", "thousand-persons"], ...parts }),
    ["contradicts", "748.3", "1.7"],
  );
});

Deno.test("a number rounded to thousands agrees within half a thousand", () => {
  const parts = { a: ["300 400", "persons"], b: ["447 900", "persons"] } as const;
  const toThousands = { decimals: -3 };
  assertEquals(
    verdictOf(sum, { result: ["748 000", "persons", toThousands], ...parts })[0],
    "within-rounding",
  );
  assertEquals(
    verdictOf(sum, { result: ["750 000", "persons", toThousands], ...parts })[0],
    "contradicts",
  );
});

Deno.test("about, a range and nil stand for what they say", () => {
  const about = { form: "about" } as const, range = { form: "range", spread: 2 } as const;
  const judged = (print: string, more: Partial<Observation>, a: string) =>
    verdictOf({ kind: "same", operands: ["a"] }, {
      result: [print, "items", more],
      a: [a, "items"],
    })[0];
  assertEquals([judged("300", about, "349"), judged("300", about, "351")], [
    "within-rounding",
    "contradicts",
  ]);
  assertEquals([judged("5", range, "7"), judged("5", range, "8")], [
    "within-rounding",
    "contradicts",
  ]);
  assertEquals([judged("0", { form: "nil" }, "0"), judged("0", { form: "nil" }, "1")], [
    "exact",
    "contradicts",
  ]);
});

Deno.test("a share of things that no whole number gives contradicts, by the nearest that one gives", () => {
  const of = (result: string) =>
    verdictOf({ kind: "share", divisors: ["b"], missing: ["a"], operands: [] }, {
      result: [result, "percent"],
      b: ["35", "libraries"],
    });
  assertEquals(of("~54,3"), ["base-missing", null, null]);
  assertEquals(of("~55,2"), ["contradicts", "54.285714", "0.914286"]);
});

Deno.test("of what no whole number gives nothing is implied, and repairs of other contradictions are found", () => {
  const impossible = claim({ kind: "share", divisors: ["b"], missing: ["a"], operands: [] });
  const total = claim({ id: "total", kind: "sum", result: "e", operands: ["c", "d"] });
  const report = reportOf(
    Object.entries({ result: "~55,2%", b: "35", e: "35", c: "20", d: "16" })
      .map(([id, print]) => observation(id, print)),
    [impossible, total],
  );
  assertEquals(infer(report), []);
  assertEquals(
    localise(report).map(({ violated, repairs }) => [violated, repairs.length]),
    [[["claim"], 2], [["total"], 3]],
  );
});

Deno.test("a share of what is measured may be any", () => {
  const measured = verdictOf({ kind: "share", divisors: ["b"], missing: ["a"], operands: [] }, {
    result: ["~55,2", "percent"],
    b: ["~35", "roubles"],
  });
  assertEquals(measured[0], "base-missing");
});
