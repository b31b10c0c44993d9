import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { decimalString, formatNumber } from "../../lib/numbers/format_number.ts";
import { exact } from "../../lib/numbers/exact.ts";
import { decimals, mode, rational, rounded } from "../numbers/arbitraries.ts";
import { verdictOn } from "./small_report.ts";
import type { Exact } from "../../lib/model/interval.ts";
import type { RoundingMode } from "../../lib/model/verdict.ts";

const count = fc.integer({ min: 1, max: 10_000_000 });

/** A measure as a report prints it that rounds in some way. */
function measure(value: Exact, places: number, by: RoundingMode): string {
  const shown = Number(decimalString(rounded(value, places, by), places)).toFixed(places);
  return `~${shown.replace(".", ",")}`;
}

function counted(value: number): string {
  return formatNumber(value);
}

Deno.test("a true sum of counts agrees, and with any one count changed contradicts", () => {
  const changed = fc.record({
    at: fc.nat(3),
    by: fc.integer({ min: -1000, max: 1000 }).filter((by) => by !== 0),
  });
  fc.assert(fc.property(count, count, count, changed, (a, b, c, { at, by }) => {
    const claim = { kind: "sum", operands: ["a", "b", "c"] } as const;
    const numbers = [a, b, c, a + b + c];
    const kind = ([a, b, c, result]: number[]) =>
      verdictOn(claim, {
        prints: { a: counted(a), b: counted(b), c: counted(c), result: counted(result) },
      }).kind;
    assertEquals(kind(numbers), "agrees");
    assertEquals(kind(numbers.with(at, numbers[at] + by)), "contradicts");
  }));
});

Deno.test("a true sum of measures never contradicts, whatever way they are all rounded", () => {
  fc.assert(
    fc.property(rational, rational, decimals, mode, (a, b, places, by) => {
      const print = (value: Exact) => measure(value, places, by);
      const found = verdictOn({ kind: "sum", operands: ["a", "b"] }, {
        prints: { a: print(a), b: print(b), result: print(a.add(b)) },
      });
      assert(found.kind !== "contradicts");
      assert(found.roundingModes.includes(by));
    }),
    { numRuns: 300 },
  );
});

Deno.test("a true difference of measures never contradicts, whatever way they are all rounded", () => {
  fc.assert(
    fc.property(rational, rational, decimals, mode, (a, b, places, by) => {
      const print = (value: Exact) => measure(value, places, by);
      const found = verdictOn({ kind: "difference", operands: ["a", "b"] }, {
        prints: { a: print(a), b: print(b), result: print(a.sub(b)) },
      });
      assert(found.kind !== "contradicts");
      assert(found.roundingModes.includes(by));
    }),
    { numRuns: 300 },
  );
});

Deno.test("a true share, ratio or growth of counts never contradicts, whatever way it is rounded", () => {
  const kind = fc.constantFrom("share" as const, "ratio" as const, "growth" as const);
  fc.assert(
    fc.property(count, count, kind, decimals, mode, (a, b, kind, places, by) => {
      const quotient = exact(a).div(b);
      const value = kind === "ratio"
        ? quotient
        : kind === "share"
        ? quotient.mul(100)
        : quotient.sub(1).mul(100);
      const found = verdictOn({ kind, operands: ["a"], divisors: ["b"] }, {
        prints: { a: counted(a), b: counted(b), result: measure(value, places, by) },
      });
      assert(found.kind !== "contradicts");
      assert(found.roundingModes.includes(by));
    }),
    { numRuns: 500 },
  );
});

Deno.test("a share printed two units of its last digit off always contradicts", () => {
  const off = fc.constantFrom(-2, 2);
  fc.assert(fc.property(count, count, decimals, mode, off, (a, b, places, by, units) => {
    const unit = exact(1).div(exact(10n ** BigInt(places)));
    const printed = rounded(exact(a).div(b).mul(100), places, by).add(unit.mul(units));
    const found = verdictOn({ kind: "share", operands: ["a"], divisors: ["b"] }, {
      prints: { a: counted(a), b: counted(b), result: measure(printed, places, "down") },
    });
    assertEquals(found.kind, "contradicts");
  }));
});

Deno.test("a verdict contradicts by as much as its intervals lie apart", () => {
  fc.assert(fc.property(rational, rational, decimals, (a, b, places) => {
    const { how, slack, difference } = verdictOn({ kind: "same", operands: ["a"] }, {
      prints: { a: measure(a, places, "half-up"), result: measure(b, places, "half-up") },
    });
    assert(slack && difference);
    assert(slack.compare(difference.abs()) <= 0);
    if (how === "exact" || how === "within-rounding") assert(slack.equals(0));
  }));
});
