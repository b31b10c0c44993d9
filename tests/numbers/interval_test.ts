import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import type { Interval } from "../../lib/model/interval.ts";
import { exact } from "../../lib/numbers/exact.ts";
import { between, contains, gap, meets, point, within } from "../../lib/numbers/interval.ts";
import { populated, rational } from "./arbitraries.ts";

function interval(written: string): Interval {
  const [, opening, low, high, closing] = /^([[(])(.*), (.*)([\])])$/.exec(written) ?? [];
  return {
    low: low === "-inf" ? null : exact(low),
    high: high === "inf" ? null : exact(high),
    includesLow: opening === "[",
    includesHigh: closing === "]",
  };
}

const pairs: [a: string, b: string, meets: boolean, within: boolean, gap: number][] = [
  ["[1, 2]", "[2, 3]", true, false, 0],
  ["[1, 2)", "[2, 3]", false, false, 0],
  ["[1, 2]", "(2, 3]", false, false, 0],
  ["[1, 2]", "[3, 4]", false, false, 1],
  ["[1, 2]", "[0, 5]", true, true, 0],
  ["[1, 2]", "[1, 2]", true, true, 0],
  ["[1, 2]", "(1, 2]", true, false, 0],
  ["(1, 2)", "[1, 2]", true, true, 0],
  ["[1, 2]", "[1, inf)", true, true, 0],
  ["[1, inf)", "[1, 2]", true, false, 0],
  ["(-inf, 1)", "[1, 2]", false, false, 0],
  ["(-inf, 1)", "(-inf, inf)", true, true, 0],
  ["(-inf, 1]", "[4, inf)", false, false, 3],
];

for (const [a, b, meet, lies, apart] of pairs) {
  Deno.test(`${a} and ${b}: ${meet ? "meet" : "do not meet"}, ${apart} apart`, () => {
    assertEquals(meets(interval(a), interval(b)), meet);
    assertEquals(meets(interval(b), interval(a)), meet);
    assertEquals(within(interval(a), interval(b)), lies);
    assertEquals(gap(interval(a), interval(b)).valueOf(), apart);
    assertEquals(gap(interval(b), interval(a)).valueOf(), apart);
  });
}

Deno.test("between includes both ends, and reaches on where an end is null", () => {
  assert(contains(between(exact(5), exact(7)), exact(7)));
  assert(contains(between(exact(5), null), exact(10n ** 30n)));
  assertEquals(contains(between(exact(5), null), exact("4.999")), false);
});

Deno.test("a member of two intervals proves that they meet and are 0 apart", () => {
  fc.assert(fc.property(populated, rational, ({ interval, member }, other) => {
    assert(contains(interval, member));
    assert(meets(interval, point(member)));
    assert(gap(interval, point(member)).equals(0));
    if (contains(interval, other)) assert(within(point(other), interval));
  }));
});

Deno.test("what lies within another lies in it with every member", () => {
  fc.assert(
    fc.property(populated, populated, ({ interval: inner, member }, { interval: outer }) => {
      if (within(inner, outer)) assert(contains(outer, member));
      if (!meets(inner, outer)) assertEquals(contains(outer, member), false);
    }),
  );
});
