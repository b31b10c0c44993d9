import { assert, assertEquals } from "@std/assert";
import { infer } from "../../lib/audit/infer.ts";
import { loadReport } from "../../lib/load/load_report.ts";
import type { Interval } from "../../lib/model/interval.ts";
import { decimalString } from "../../lib/numbers/format_number.ts";

const report = await loadReport();
const inferred = new Map(infer(report).map((each) => [each.id, each]));

function written(interval: Interval | undefined): string {
  const end = (value: Interval["low"], none: string) => value ? decimalString(value, 3) : none;
  return `${interval?.includesLow ? "[" : "("}${end(interval?.low ?? null, "-inf")}, ${
    end(interval?.high ?? null, "inf")
  }${interval?.includesHigh ? "]" : ")"}`;
}

const expected: [id: string, interval: string][] = [
  ["network.unnamed", "[56, 56]"],
  ["network.children-libraries.2015", "[80, 80]"],
  ["population.others", "[1691779, 1691779]"],
  ["users.others", "[376276, 376276]"],
  ["users.youth-by-share", "[176162, 185401]"],
  ["children-libraries.share-of-child-users", "[73.508, 73.508]"],
  ["representation.children", "[2.062, 2.062]"],
  ["representation.youth", "[1.065, 1.065]"],
  ["coverage.children", "[70.105, 70.105]"],
  ["coverage.by-children-libraries", "[51.533, 51.533]"],
  ["loans-remote.growth", "[-1.879, -1.879]"],
  ["loans-per-visit", "[2.603, 2.603]"],
  ["children-libraries.users-each", "[3306.494, 3306.494]"],
  ["kemerovo-family.readers-per-card", "[10.625, 10.625]"],
  ["acquisitions.lacking-to-renewal", "[51205.95, inf)"],
  ["provision.rural-lacking", "(3.75, 5.85]"],
  ["loans.by-optimum", "[5697277, 5697302]"],
  ["children.urban-share", "(70.777, 75.777]"],
  ["stock.urban-share", "(79.644, 83.646]"],
  ["youth.users.2015", "[1, 183558]"],
  ["population.youth.2015", "[506133, inf)"],
];

for (const [id, interval] of expected) {
  Deno.test(`${id} lies in ${interval}`, () => {
    assertEquals(written(inferred.get(id)?.interval), interval);
  });
}

Deno.test("the shares of urban okrugs are what provisions from corner to corner of their rounding give", () => {
  const at = (id: string) => report.observations.find((each) => each.id === id)?.value ?? NaN;
  const region = at("stock") / at("population.children");
  const children: number[] = [], stock: number[] = [];
  for (let step = 0; step <= 100; step++) {
    for (let other = 0; other <= 100; other++) {
      const urban = 5.15 + step / 1000, rural = 3.15 + other / 1000;
      const share = (region - rural) / (urban - rural);
      children.push(100 * share);
      stock.push(100 * share * urban / region);
    }
  }
  for (const [id, values] of [["children", children], ["stock", stock]] as const) {
    const { low, high } = inferred.get(`${id}.urban-share`)?.interval ?? {};
    assert(low && high);
    assert(Math.abs(low.valueOf() - Math.min(...values)) < 1e-9, id);
    assert(Math.abs(high.valueOf() - Math.max(...values)) < 1e-9, id);
  }
});

Deno.test("the loans of Table 1 are among the few that give the optimum, the young users among those of the share", () => {
  const within = (id: string, value: number) => {
    const { low, high } = inferred.get(id)?.interval ?? {};
    return low && high && low.valueOf() <= value && value < high.valueOf();
  };
  assert(within("loans.by-optimum", 5697294));
  assert(within("users.youth-by-share", 183324) && within("users.youth-by-share", 183559));
});

Deno.test("an inference names every line that it rests on, also over other inferences", () => {
  assertEquals(inferred.get("stock.rural-recommended")?.lines, [7, 90]);
  assertEquals(inferred.get("network.children-libraries.2015")?.lines, [10, 12]);
});

Deno.test("a claim that lacks one value bounds it, one that lacks two does not", () => {
  const bounded = new Set(infer(report).flatMap(({ claim }) => claim ? [claim.id] : []));
  for (const { id, missing, result } of report.claims) {
    assertEquals(bounded.has(id), missing.length === 1 && result !== null, id);
  }
});
