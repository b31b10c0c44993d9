import { assertEquals, assertThrows } from "@std/assert";
import { dumbbellX, Plot, UsageError } from "report";
import config from "../../deno.json" with { type: "json" };
import plotNames from "../../lib/figures/plot_names.json" with { type: "json" };

/** Options as somebody wrote them, whom no editor told. */
const options = (given: object) => given as never;

const rows = [{ of: "Loans", count: 3 }];

Deno.test("a misspelt option is told with the one that was meant, of a plot, a scale and any mark", () => {
  const cases: [() => unknown, string][] = [
    [() => Plot.barX(rows, options({ x: "count", y: "of", fil: "red" })), '"fill"'],
    [() => Plot.dot(rows, options({ x: "count", storke: "red" })), '"stroke"'],
    [() => Plot.boxX(rows, options({ x: "count", fontsize: 9 })), '"fontSize"'],
    [() => Plot.axisX(options({ tickfromat: String })), '"tickFormat"'],
    [() => dumbbellX(rows, options({ x1: "count", x2: "count", y: "of", end: [] })), '"ends"'],
    [() => Plot.plot(options({ titel: "Loans" })), '"title"'],
    [() => Plot.plot({ x: options({ lable: "loans" }) }), '"label"'],
  ];
  for (const [draw, meant] of cases) assertThrows(draw, UsageError, `did you mean ${meant}`);
});

Deno.test("a scale of another plot stands as options", () => {
  const y = Plot.plot({ y: { domain: [0, 3] } }).scale("y");
  assertEquals(Plot.plot({ y: options(y!) }).localName, "svg");
});

Deno.test("an option like none of Plot's may be meant for a transform, and is let through", () => {
  const mark = Plot.barX(rows, options({ x: "count", y: "of", provenance: "report" }));
  assertEquals(mark.plot().localName, "svg");
});

Deno.test("the options that are known are those that Plot's types declare", async () => {
  const source = new URL(".", import.meta.resolve(config.scopes["./lib/"]["@observablehq/plot"]));
  const declared = new Set<string>();
  for (const folder of ["", "marks/", "scales/", "transforms/", "interactions/"]) {
    const path = new URL(folder, source);
    for await (const { name } of Deno.readDir(path)) {
      if (!name.endsWith(".d.ts")) continue;
      const text = await Deno.readTextFile(new URL(name, path));
      for (const [, option] of text.matchAll(/^\s+(?:readonly )?([a-zA-Z]\w*)\??[:(]/gm)) {
        declared.add(option);
      }
    }
  }
  assertEquals(plotNames.options, [...declared].toSorted());
});
