import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { compareIntervals, type Comparison, type Parts } from "../../lib/audit/comparison.ts";
import { quantityOf } from "../../lib/audit/quantities.ts";
import { compareWhole } from "../../lib/audit/whole_comparison.ts";
import type { Interval } from "../../lib/model/interval.ts";
import type { RelationKind } from "../../lib/model/relation_shapes.ts";
import { observation, percentsOf } from "./small_report.ts";

const whole = fc.oneof(fc.integer({ min: -300, max: 300 }), fc.maxSafeInteger());
const kind = fc.constantFrom<RelationKind>(
  "sum",
  "difference",
  "same",
  "roll-forward",
  "ratio",
  "share",
  "growth",
);
const result = fc.record({
  units: fc.integer({ min: -400, max: 400 }),
  decimals: fc.integer({ min: 0, max: 3 }),
  isRounded: fc.boolean(),
});

function ends({ low, high, includesLow, includesHigh }: Interval) {
  return [low?.toFraction(), high?.toFraction(), includesLow, includesHigh];
}

function plain(found: Comparison) {
  const { computed, computedInterval, allowed, modes, fitsHalfUp, isCertain, isEqual } = found;
  return {
    computed: computed?.toFraction(),
    computedInterval: ends(computedInterval),
    allowed: ends(allowed),
    modes: [...modes],
    fitsHalfUp,
    isCertain,
    isEqual,
  };
}

Deno.test("the short way over whole numbers finds what intervals find", () => {
  let short = 0;
  fc.assert(
    fc.property(kind, fc.array(whole, { minLength: 3, maxLength: 3 }), result, (kind, n, print) => {
      const isDivided = ["roll-forward", "ratio", "share", "growth"].includes(kind);
      const count = (index: number) =>
        quantityOf({ ...observation(`o${index}`, "1"), value: n[index] }, false);
      const { units, decimals, isRounded } = print;
      const value = isRounded ? Number((units / 10 ** decimals).toFixed(decimals)) : units;
      const unit = percentsOf({ kind, result: "r", operands: [], divisors: [], rule: "" }).has("r")
        ? "percent"
        : "units";
      const shown = { ...observation("r", "1", unit), value, decimals: isRounded ? decimals : 0 };
      const parts: Parts = {
        result: quantityOf(shown, isRounded),
        operands: kind === "same" ? [count(0)] : isDivided ? [count(0)] : [count(0), count(1)],
        divisors: isDivided ? [count(2)] : [],
      };
      const found = compareWhole(kind, parts);
      if (found === undefined) return;
      short++;
      const ids = (all: Parts["operands"]) => all.map(({ id }) => id);
      const relation = {
        kind,
        result: "r",
        operands: ids(parts.operands),
        divisors: ids(parts.divisors),
        rule: "",
      };
      assertEquals(plain(found), plain(compareIntervals(relation, parts, undefined)));
    }),
    { numRuns: 3000 },
  );
  assert(short > 300);
});

Deno.test("the short way is not taken where a float does not hold the integers for certain, or by 0", () => {
  const count = (id: string, value: number) =>
    quantityOf({ ...observation(id, "1"), value }, false);
  const parts = (a: number, b: number): Parts => ({
    result: count("r", 1),
    operands: [count("a", a)],
    divisors: [count("b", b)],
  });
  assertEquals(compareWhole("share", parts(Number.MAX_SAFE_INTEGER, 1)), undefined);
  assertEquals(compareWhole("share", parts(1, 0)), undefined);
  assert(compareWhole("share", parts(1, 1)));
});
