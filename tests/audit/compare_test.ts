import { assertEquals } from "@std/assert";
import { boundInterval, compare, normInterval, turnedBounds } from "../../lib/audit/compare.ts";
import type { Interval } from "../../lib/model/interval.ts";
import { exact } from "../../lib/numbers/exact.ts";
import { between, complement, everything, point } from "../../lib/numbers/interval.ts";

const closed = between(exact(5), exact(7));
const open: Interval = { ...closed, includesLow: false, includesHigh: false };

function written({ low, high, includesLow, includesHigh }: Interval): string {
  return `${includesLow ? "[" : "("}${low?.valueOf() ?? "-inf"}, ${high?.valueOf() ?? "inf"}${
    includesHigh ? "]" : ")"
  }`;
}

const bounds: [rule: string, limit: Interval, forOne: string, forAll: string][] = [
  ["at-most", closed, "(-inf, 7]", "(-inf, 5]"],
  ["at-most", open, "(-inf, 7)", "(-inf, 5]"],
  ["less-than", closed, "(-inf, 7)", "(-inf, 5)"],
  ["less-than", open, "(-inf, 7)", "(-inf, 5]"],
  ["at-least", closed, "[5, inf)", "[7, inf)"],
  ["at-least", open, "(5, inf)", "[7, inf)"],
  ["more-than", closed, "(5, inf)", "(7, inf)"],
  ["more-than", open, "(5, inf)", "[7, inf)"],
];

for (const [rule, limit, forOne, forAll] of bounds) {
  Deno.test(`${rule} ${written(limit)} allows ${forOne} for one limit and ${forAll} for all`, () => {
    assertEquals(written(boundInterval(rule, limit)), forOne);
    assertEquals(complement(boundInterval(turnedBounds[rule].opposite, limit)).map(written), [
      forAll,
    ]);
  });
}

Deno.test("a bound does not hold by a limit of which only the other end is known", () => {
  const below5: Interval = { ...everything, high: exact(5) };
  const fit = (rule: string, number: number) =>
    compare({ kind: "bound", rule, result: point(exact(number)), operands: [below5], divisors: [] })
      .fit;
  assertEquals(fit("at-most", 100), "none");
  assertEquals(fit("at-most", 4), "some");
  assertEquals(fit("at-least", 5), "all");
});

Deno.test("a norm allows what is within it, below its low end or above its high end", () => {
  assertEquals(written(normInterval("within", closed)), "[5, 7]");
  assertEquals(written(normInterval("below", closed)), "(-inf, 5)");
  assertEquals(written(normInterval("above", closed)), "(7, inf)");
});
