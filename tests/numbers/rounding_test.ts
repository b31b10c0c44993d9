import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import type { Interval } from "../../lib/model/interval.ts";
import { decimalString } from "../../lib/numbers/format_number.ts";
import { exact } from "../../lib/numbers/exact.ts";
import { contains, multiplyIntervals, point } from "../../lib/numbers/interval.ts";
import { roundingInterval } from "../../lib/numbers/rounding.ts";
import type { RoundingMode } from "../../lib/model/verdict.ts";
import { decimals, mode, rational, rounded } from "./arbitraries.ts";

function written({ low, high, includesLow, includesHigh }: Interval): string {
  assert(low && high);
  return `${includesLow ? "[" : "("}${decimalString(low)}, ${decimalString(high)}${
    includesHigh ? "]" : ")"
  }`;
}

const known: [printed: string, decimals: number, mode: RoundingMode, interval: string][] = [
  ["37.7", 1, "half-up", "[37.65, 37.75)"],
  ["37.7", 1, "half-down", "(37.65, 37.75]"],
  ["37.7", 1, "half-even", "(37.65, 37.75)"],
  ["37.8", 1, "half-even", "[37.75, 37.85]"],
  ["37.7", 1, "down", "[37.7, 37.8)"],
  ["37.7", 1, "up", "(37.6, 37.7]"],
  ["-37.7", 1, "half-up", "(-37.75, -37.65]"],
  ["-37.7", 1, "half-down", "[-37.75, -37.65)"],
  ["-37.8", 1, "half-even", "[-37.85, -37.75]"],
  ["-37.7", 1, "down", "(-37.8, -37.7]"],
  ["-37.7", 1, "up", "[-37.7, -37.6)"],
  ["0", 0, "half-up", "(-0.5, 0.5)"],
  ["0", 0, "half-down", "[-0.5, 0.5]"],
  ["0", 0, "half-even", "[-0.5, 0.5]"],
  ["0", 0, "down", "(-1, 1)"],
  ["0", 0, "up", "[0, 0]"],
  ["16", 0, "half-up", "[15.5, 16.5)"],
  ["15.60", 2, "half-up", "[15.595, 15.605)"],
];

for (const [printed, places, by, interval] of known) {
  Deno.test(`"${printed}" with ${places} decimals stands for ${interval} under ${by}`, () => {
    assertEquals(
      written(roundingInterval(exact(printed), { decimals: places, mode: by })),
      interval,
    );
  });
}

Deno.test("half-up is the way of rounding where none is named", () => {
  assertEquals(written(roundingInterval(exact("59"), { decimals: 0 })), "[58.5, 59.5)");
});

Deno.test("a number lies in the interval of what it is rounded to, and in no neighbouring one", () => {
  fc.assert(
    fc.property(rational, decimals, mode, (value, places, by) => {
      const printed = rounded(value, places, by);
      const unit = exact(1).div(exact(10n ** BigInt(places)));
      const holds = (shift: number) =>
        contains(
          roundingInterval(printed.add(unit.mul(shift)), { decimals: places, mode: by }),
          value,
        );
      assertEquals([holds(-1), holds(0), holds(1)], [false, true, false]);
    }),
    { numRuns: 500 },
  );
});

Deno.test("neighbouring intervals tile the line without gap or overlap", () => {
  fc.assert(
    fc.property(fc.integer({ min: -50, max: 50 }), decimals, mode, (step, places, by) => {
      const unit = exact(1).div(exact(10n ** BigInt(places)));
      const at = (count: number) =>
        roundingInterval(unit.mul(count), { decimals: places, mode: by });
      const left = at(step), right = at(step + 1);
      assert(left.high && right.low);
      assert(left.high.equals(right.low));
      assertEquals(left.includesHigh, !right.includesLow);
    }),
    { numRuns: 500 },
  );
});

Deno.test("the interval of a negative print mirrors that of the positive one", () => {
  fc.assert(fc.property(fc.nat(5000), decimals, mode, (step, places, by) => {
    const unit = exact(1).div(exact(10n ** BigInt(places)));
    const positive = roundingInterval(unit.mul(step), { decimals: places, mode: by });
    const negative = roundingInterval(unit.mul(-step), { decimals: places, mode: by });
    assert(positive.low && positive.high && negative.low && negative.high);
    assert(negative.low.equals(positive.high.neg()) && negative.high.equals(positive.low.neg()));
    assertEquals(negative.includesLow, positive.includesHigh);
  }));
});

/** Whether a mean of whole numbers can be printed so: Brown and Heathers' GRIM test (2017). */
function grim(mean: string, count: number): boolean {
  const places = mean.split(".")[1].length;
  const sums = multiplyIntervals(
    roundingInterval(exact(mean), { decimals: places }),
    point(exact(count)),
  );
  const near = sums.low?.floor() ?? exact(0);
  return [0, 1, 2].some((step) => contains(sums, near.add(step)));
}

Deno.test("GRIM: no 43 whole numbers have the mean 5.27 (vignette of the R package scrutiny)", () => {
  assertEquals([grim("5.27", 43), grim("5.26", 43), grim("5.28", 43)], [false, true, true]);
});
