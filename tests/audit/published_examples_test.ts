import { assertEquals } from "@std/assert";
import { admissiblePrints } from "../../lib/audit/localise.ts";
import { intervalOf, quantityOf } from "../../lib/audit/quantity.ts";
import { solve } from "../../lib/audit/solve.ts";
import type { Relation } from "../../lib/model/relation.ts";
import { exact } from "../../lib/numbers/exact.ts";
import { point } from "../../lib/numbers/interval.ts";
import { observation } from "./small_report.ts";

/** Whether some whole number, divided by another, may be printed so: the relation solved for its count. */
function isPossible(kind: "ratio" | "share", printed: string, whole: number): boolean {
  const relation: Relation = { kind, result: "r", operands: ["a"], divisors: ["n"], rule: "" };
  const result = quantityOf(
    observation(
      "r",
      `~${printed.replace(".", ",")}`,
      kind === "share" ? "percent" : "units",
    ),
    true,
  );
  // The package's default takes a half that was rounded up or down.
  return (["half-up", "half-down"] as const).some((mode) => {
    const values = (id: string) => id === "r" ? intervalOf(result, mode) : point(exact(whole));
    const counts = solve(relation, "a", { values, words: new Map() });
    return admissiblePrints(observation("a", "1"), counts, false) !== undefined;
  });
}

const means: [mean: string, n: number, isConsistent: boolean][] = [
  ["7.22", 32, true],
  ["4.74", 25, false],
  ["5.23", 29, false],
  ["2.57", 24, false],
  ["6.77", 27, false],
  ["2.68", 28, true],
  ["7.01", 29, false],
  ["7.38", 26, true],
  ["3.14", 27, false],
  ["6.89", 31, false],
  ["5.00", 25, true],
  ["0.24", 28, false],
];
const percentages: [percent: string, n: number, isConsistent: boolean][] = [
  ["67.4", 150, false],
  ["54.2", 150, false],
  ["54.0", 150, true],
  ["69.8", 150, false],
  ["68.1", 150, false],
  ["55.4", 150, false],
];

Deno.test("GRIM: the means of the table pigs1 in the README of the R package scrutiny", () => {
  assertEquals(means.map(([mean, n]) => [mean, n, isPossible("ratio", mean, n)]), means);
});

Deno.test("GRIM: the percentages of the table pigs2 in the README of the R package scrutiny", () => {
  assertEquals(
    percentages.map(([percent, n]) => [percent, n, isPossible("share", percent, n)]),
    percentages,
  );
});
