import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { exact } from "../../lib/numbers/exact.ts";
import type { Interval } from "../../lib/model/interval.ts";
import {
  addIntervals,
  between,
  contains,
  divideIntervals,
  hullOf,
  intersect,
  multiplyIntervals,
  point,
  subtractIntervals,
} from "../../lib/numbers/interval.ts";
import { populated } from "./arbitraries.ts";

Deno.test("sums, differences, products and quotients of members lie in the interval's own", () => {
  fc.assert(
    fc.property(populated, populated, (a, b) => {
      assert(contains(addIntervals([a.interval, b.interval]), a.member.add(b.member)));
      assert(contains(subtractIntervals(a.interval, b.interval), a.member.sub(b.member)));
      assert(contains(multiplyIntervals(a.interval, b.interval), a.member.mul(b.member)));
      if (b.member.equals(0)) return;
      assert(contains(divideIntervals(a.interval, b.interval), a.member.div(b.member)));
    }),
    { numRuns: 2000 },
  );
});

Deno.test("zero times an open interval is zero, and zero is included", () => {
  const open = { low: exact(2), high: exact(3), includesLow: false, includesHigh: false };
  assertEquals(contains(multiplyIntervals(point(exact(0)), open), exact(0)), true);
  assertEquals(contains(multiplyIntervals(between(exact(0), exact(1)), open), exact(0)), true);
  assertEquals(contains(multiplyIntervals(between(exact(0), exact(1)), open), exact(3)), false);
});

Deno.test("an interval with an open end gives sums and products with an open end", () => {
  const open = { low: exact(1), high: exact(2), includesLow: true, includesHigh: false };
  assertEquals(contains(addIntervals([open, open]), exact(2)), true);
  assertEquals(contains(addIntervals([open, open]), exact(4)), false);
  assertEquals(contains(multiplyIntervals(open, point(exact(-3))), exact(-6)), false);
  assertEquals(contains(multiplyIntervals(open, point(exact(-3))), exact(-3)), true);
  assertEquals(contains(divideIntervals(point(exact(1)), open), exact("1/2")), false);
});

Deno.test("an end without limit stays without limit", () => {
  const least = between(exact(5), null);
  assertEquals(addIntervals([least, point(exact(1))]), between(exact(6), null));
  assertEquals(subtractIntervals(point(exact(1)), least).low, null);
  assertEquals(multiplyIntervals(least, point(exact(2))), between(exact(10), null));
});

Deno.test("no intervals add up to zero", () => {
  assertEquals(addIntervals([]), point(exact(0)));
});

/** An interval with a number of it, one or both limits of which may be lifted. */
const open = fc.record({ populated, low: fc.boolean(), high: fc.boolean() }).map(
  ({ populated: { interval, member }, low, high }) => ({
    member,
    interval: {
      low: low ? null : interval.low,
      high: high ? null : interval.high,
      includesLow: !low && interval.includesLow,
      includesHigh: !high && interval.includesHigh,
    },
  }),
);

function written({ low, high, includesLow, includesHigh }: Interval): string {
  return `${includesLow ? "[" : "("}${low?.toFraction() ?? "-inf"}, ${high?.toFraction() ?? "inf"}${
    includesHigh ? "]" : ")"
  }`;
}

const half: Interval = { low: exact(2), high: null, includesLow: true, includesHigh: false };

Deno.test("a product and a quotient hold those of all members, also without limits", () => {
  fc.assert(
    fc.property(open, open, (a, b) => {
      assert(contains(multiplyIntervals(a.interval, b.interval), a.member.mul(b.member)));
      if (b.member.equals(0)) return;
      assert(contains(divideIntervals(a.interval, b.interval), a.member.div(b.member)));
    }),
    { numRuns: 2000 },
  );
});

Deno.test("a half-line times or divided by an interval keeps its one limit", () => {
  const three = between(exact(3), exact(4));
  assertEquals(written(multiplyIntervals(half, three)), "[6, inf)");
  assertEquals(written(multiplyIntervals(half, between(exact(-4), exact(-3)))), "(-inf, -6]");
  assertEquals(written(divideIntervals(half, three)), "[1/2, inf)");
  assertEquals(written(divideIntervals(three, half)), "(0, 2]");
  assertEquals(written(multiplyIntervals(point(exact(0)), half)), "[0, 0]");
});

Deno.test("a quotient by what may be 0 between its ends, or is 0, is any number", () => {
  const around = between(exact(-1), exact(1));
  assertEquals(written(divideIntervals(half, around)), "(-inf, inf)");
  assertEquals(written(divideIntervals(half, point(exact(0)))), "(-inf, inf)");
  assertEquals(written(divideIntervals(half, between(exact(0), exact(4)))), "[1/2, inf)");
});

Deno.test("an intersection holds just the members of both, and a hull all members of each", () => {
  fc.assert(
    fc.property(open, open, (a, b) => {
      const both = intersect(a.interval, b.interval);
      assertEquals(both !== undefined && contains(both, a.member), contains(b.interval, a.member));
      const hull = hullOf([a.interval, b.interval]);
      assert(contains(hull, a.member) && contains(hull, b.member));
    }),
    { numRuns: 2000 },
  );
});

Deno.test("intervals that touch at an end that one of them lacks have nothing in common", () => {
  const below: Interval = { ...between(null, exact(2)), includesHigh: false };
  assertEquals(intersect(below, half), undefined);
  assertEquals(written(intersect(between(null, exact(2)), half) ?? below), "[2, 2]");
});
