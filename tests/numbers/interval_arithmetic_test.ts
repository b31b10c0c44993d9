import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { exact } from "../../lib/numbers/exact.ts";
import { between, contains, point } from "../../lib/numbers/interval.ts";
import {
  addIntervals,
  divideIntervals,
  multiplyIntervals,
  subtractIntervals,
} from "../../lib/numbers/interval_arithmetic.ts";
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
  assertEquals(multiplyIntervals(least, point(exact(2))), between(null, null));
  assertEquals(divideIntervals(point(exact(2)), least), between(null, null));
});

Deno.test("no intervals add up to zero", () => {
  assertEquals(addIntervals([]), point(exact(0)));
});

Deno.test("a divisor that may be zero allows every quotient, and one that is zero none", () => {
  assertEquals(
    divideIntervals(point(exact(1)), between(exact(-1), exact(1))),
    between(null, null),
  );
  assertThrows(() => divideIntervals(point(exact(1)), point(exact(0))), RangeError, "divide by 0");
});
