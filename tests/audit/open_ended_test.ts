import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { divideOpen, hullOf, intersect, multiplyOpen } from "../../lib/audit/open_ended.ts";
import type { Interval } from "../../lib/model/interval.ts";
import { exact } from "../../lib/numbers/exact.ts";
import { between, contains, point } from "../../lib/numbers/interval.ts";
import { populated } from "../numbers/arbitraries.ts";

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
      assert(contains(multiplyOpen(a.interval, b.interval), a.member.mul(b.member)));
      if (b.member.equals(0)) return;
      assert(contains(divideOpen(a.interval, b.interval), a.member.div(b.member)));
    }),
    { numRuns: 2000 },
  );
});

Deno.test("a half-line times or divided by an interval keeps its one limit", () => {
  const three = between(exact(3), exact(4));
  assertEquals(written(multiplyOpen(half, three)), "[6, inf)");
  assertEquals(written(multiplyOpen(half, between(exact(-4), exact(-3)))), "(-inf, -6]");
  assertEquals(written(divideOpen(half, three)), "[1/2, inf)");
  assertEquals(written(divideOpen(three, half)), "(0, 2]");
  assertEquals(written(multiplyOpen(point(exact(0)), half)), "[0, 0]");
});

Deno.test("a quotient by what may be 0 between its ends, or is 0, is any number", () => {
  const around = between(exact(-1), exact(1));
  assertEquals(written(divideOpen(half, around)), "(-inf, inf)");
  assertEquals(written(divideOpen(half, point(exact(0)))), "(-inf, inf)");
  assertEquals(written(divideOpen(half, between(exact(0), exact(4)))), "[1/2, inf)");
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
