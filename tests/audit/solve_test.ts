import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { compare } from "../../lib/audit/compare.ts";
import { solve } from "../../lib/audit/solve.ts";
import type { Interval } from "../../lib/model/interval.ts";
import {
  mapTerms,
  type Relation,
  type RelationKind,
  relationKinds,
} from "../../lib/model/relation.ts";
import type { TrendWord } from "../../lib/model/claim.ts";
import { exact } from "../../lib/numbers/exact.ts";
import { between, contains, point, scaleInterval, single } from "../../lib/numbers/interval.ts";

const rules: Partial<Record<RelationKind, readonly string[]>> = {
  bound: ["at-most", "at-least", "less-than", "more-than"],
  norm: ["within", "below", "above"],
  mixture: ["by-divisor", "by-numerator"],
  trend: ["up", "down", "steady"],
  part: ["negligible"],
};
const operandCounts: Partial<Record<RelationKind, number>> = {
  same: 1,
  norm: 1,
  trend: 1,
  part: 1,
  mixture: 3,
};
const divided: readonly RelationKind[] = ["share", "ratio", "growth", "roll-forward"];

function word(
  id: string,
  direction: TrendWord["direction"],
  limits: Partial<TrendWord>,
): TrendWord {
  const text = { ru: "а", en: "a" };
  const labels = { label: text, definition: text };
  return { id, direction, min_percent: null, max_percent: null, ...labels, ...limits };
}
const hundredth = exact("1/100");

/** Whether a value is a part of 1, as shares and weights are. */
function isPart(kind: RelationKind, id: string): boolean {
  return kind === "shares" || (kind === "mixture" && id === "c");
}

const words = new Map([
  word("up", "increase", {}),
  word("down", "decrease", { min_percent: 10, max_percent: 50 }),
  word("steady", "none", { max_percent: 20 }),
  word("negligible", "part", { max_percent: 30 }),
].map((each) => [each.id, each]));

const interval = fc.record({
  low: fc.integer({ min: 1, max: 60 }),
  width: fc.integer({ min: 0, max: 9 }),
  includesLow: fc.boolean(),
  includesHigh: fc.boolean(),
}).map(({ low, width, includesLow, includesHigh }): Interval =>
  width === 0 ? point(exact(low).div(3)) : {
    low: exact(low).div(3),
    high: exact(low + width).div(3),
    includesLow,
    includesHigh,
  }
);

interface Case {
  readonly relation: Relation;
  readonly known: ReadonlyMap<string, Interval>;
  readonly unknown: string;
}

const anyCase: fc.Arbitrary<Case> = fc.record({
  kind: fc.constantFrom(...relationKinds),
  rule: fc.nat(11),
  intervals: fc.array(interval, { minLength: 5, maxLength: 5 }),
  pick: fc.nat(11),
  isDivided: fc.boolean(),
}).map(({ kind, rule, intervals, pick, isDivided }) => {
  const ids = ["a", "b", "c", "d"], ofKind = rules[kind] ?? [""];
  const operands = ids.slice(0, operandCounts[kind] ?? 2);
  const divides = divided.includes(kind) ||
    (isDivided && ["bound", "norm", "mean"].includes(kind));
  const relation: Relation = {
    kind,
    result: "r",
    operands,
    divisors: divides ? ["d"] : [],
    rule: ofKind[rule % ofKind.length],
  };
  const unknowns = ["r", ...(kind === "norm" ? [] : operands), ...relation.divisors];
  return {
    relation,
    unknown: unknowns[pick % unknowns.length],
    known: new Map(["r", ...ids].map((id, index) => {
      return [id, isPart(kind, id) ? scaleInterval(intervals[index], hundredth) : intervals[index]];
    })),
  };
});

/** Whether the relation may hold with a number for the unknown, by comparing forwards. */
function mayHold({ relation, known, unknown }: Case, value: ReturnType<typeof exact>): boolean {
  const values = (id: string) => id === unknown ? point(value) : known.get(id) as Interval;
  return compare(mapTerms(relation, values), words.get(relation.rule)).fit !== "none";
}

Deno.test("a relation may hold with a number just when the number is one that solving allows", () => {
  const candidate = fc.integer({ min: 1, max: 400 }).map((number) => exact(number).div(6));
  const seen = new Map<string, Set<boolean>>();
  fc.assert(
    fc.property(anyCase, candidate, (one, number) => {
      const { relation, known, unknown } = one;
      const value = isPart(relation.kind, unknown) ? number.mul(hundredth) : number;
      const values = (id: string) => known.get(id) as Interval;
      const solved = solve(relation, unknown, { values, words });
      const allowed = contains(solved, value), holds = mayHold(one, value);
      const isPole = relation.kind === "mixture" && solved.low === null && solved.high === null;
      assertEquals(holds || isPole, allowed, JSON.stringify(relation) + unknown);
      const key = `${relation.kind} ${unknown === "r" ? "result" : "operand"}`;
      seen.set(key, (seen.get(key) ?? new Set()).add(allowed));
    }),
    // One seed, for the cases must be such that each kind is decided both ways.
    { numRuns: 20_000, seed: 2016 },
  );
  const decided = [...seen].filter(([, answers]) => answers.size === 2).map(([key]) => key);
  const expected = relationKinds.flatMap((kind) =>
    kind === "norm" ? [`${kind} result`] : [`${kind} result`, `${kind} operand`]
  );
  assertEquals(expected.filter((key) => !decided.includes(key)), []);
});

Deno.test("each end that solving includes is one with which the relation may hold", () => {
  fc.assert(
    fc.property(anyCase, (one) => {
      const { relation, known, unknown } = one;
      const values = (id: string) => known.get(id) as Interval;
      const { low, high, includesLow, includesHigh } = solve(relation, unknown, { values, words });
      if (low && includesLow && low.compare(0) > 0) assert(mayHold(one, low));
      if (high && includesHigh && high.compare(0) > 0) assert(mayHold(one, high));
    }),
    { numRuns: 5000 },
  );
});

Deno.test("the first value of a decrease is above the later one, since it cannot have been below 0", () => {
  const relation: Relation = {
    kind: "trend",
    result: "r",
    operands: ["a"],
    divisors: [],
    rule: "fall",
  };
  const fall = new Map([["fall", word("fall", "decrease", {})]]);
  const { low, high } = solve(relation, "a", { values: () => point(exact(5)), words: fall });
  assertEquals([low?.valueOf(), high], [5, null]);
});

Deno.test("a value that stands above and below in a share is solved for exactly", () => {
  const relation: Relation = {
    kind: "share",
    result: "r",
    operands: ["a"],
    divisors: ["a", "b"],
    rule: "",
  };
  const known = new Map([["r", between(exact("0.20"), exact("0.25"))], ["b", point(exact(30))]]);
  const values = (id: string) => known.get(id) as Interval;
  const { low, high } = solve(relation, "a", { values, words });
  assert(low && high && low.valueOf() <= 7.5 && high.valueOf() >= 10);
  known.set("r", point(exact("0.25")));
  assertEquals(single(solve(relation, "a", { values, words }))?.valueOf(), 10);
});

Deno.test("a relation is not solved for what it does not name", () => {
  const relation: Relation = { kind: "sum", result: "r", operands: ["a"], divisors: [], rule: "" };
  assertThrows(
    () => solve(relation, "x", { values: () => point(exact(1)), words }),
    RangeError,
    'Cannot solve a sum for "x": it does not name it',
  );
});
