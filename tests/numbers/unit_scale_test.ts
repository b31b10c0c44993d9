import { assertEquals } from "@std/assert";
import { unitScale } from "../../lib/numbers/unit_scale.ts";

const cases: [unit: string, base: string, scale: string][] = [
  ["persons", "persons", "1"],
  ["thousand-persons", "persons", "1000"],
  ["million-roubles", "roubles", "1000000"],
  ["percent", "ratio", "1/100"],
  ["per-mille", "ratio", "1/1000"],
  ["per-100000", "ratio", "1/100000"],
  ["items-per-resident", "items per resident", "1"],
  ["items-per-1000-residents", "items per resident", "1/1000"],
  ["thousand-roubles-per-100-residents", "roubles per resident", "10"],
  ["items-per-1000", "items per ", "1/1000"],
  ["permits", "permits", "1"],
];

for (const [unit, base, scale] of cases) {
  Deno.test(`${unit} is ${scale} of ${base.trim()}`, () => {
    const found = unitScale(unit);
    assertEquals([found.base, found.scale.toFraction()], [base, scale]);
  });
}
