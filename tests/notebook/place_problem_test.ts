import { assert, assertEquals } from "@std/assert";
import * as report from "report";
import { replacedNames, withReplacement } from "../../lib/notebook/place_problem.ts";

Deno.test("a name that is gone is told with what replaces it, whether or not TypeScript guesses another", () => {
  const told = 'report no longer has "dumbbellFigure": write Plot.plot with dumbbellX';
  for (
    const message of [
      `Module '"report"' has no exported member 'dumbbellFigure'.`,
      `Module '"report"' has no exported member named 'dumbbellFigure'. Did you mean 'dumbbellX'?`,
    ]
  ) assertEquals(withReplacement(message), told);
  const other = `Module '"report"' has no exported member 'dumbell'.`;
  assertEquals(withReplacement(other), other);
});

Deno.test("what replaces a name is there", () => {
  for (const advice of Object.values(replacedNames)) {
    for (const [name] of advice.matchAll(/Plot\.\w+|\w+X\b/g)) {
      const [first, second] = name.split(".");
      const found: unknown = second === undefined
        ? Reflect.get(report, first) ?? Reflect.get(report.Plot, first)
        : Reflect.get(report.Plot, second);
      assert(typeof found === "function", name);
    }
  }
});
