import { assert, assertEquals } from "@std/assert";
import { Plot } from "report";

interface Graph {
  readonly roots: readonly string[];
  readonly redirects: Readonly<Record<string, string>>;
  readonly modules: readonly {
    readonly specifier: string;
    readonly dependencies?: readonly {
      readonly specifier: string;
      readonly isDynamic?: boolean;
      readonly code?: { readonly specifier: string };
    }[];
  }[];
}

/** What is loaded with a module before anything in it is called: its imports, and theirs. */
async function loadedWith(path: string): Promise<Set<string>> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", path],
    stdin: "null",
  }).output();
  const graph: Graph = JSON.parse(new TextDecoder().decode(stdout));
  const modules = new Map(graph.modules.map((module) => [module.specifier, module]));
  const loaded = new Set(graph.roots);
  for (const specifier of loaded) {
    for (const { code, isDynamic } of modules.get(specifier)?.dependencies ?? []) {
      if (code && !isDynamic) loaded.add(graph.redirects[code.specifier] ?? code.specifier);
    }
  }
  return loaded;
}

const drawing = /npm:\/?(?:@observablehq\/plot|linkedom|d3|fast-png)@/;

Deno.test("a notebook that draws nothing loads neither Plot nor what it is drawn on", async () => {
  const withLibrary = await loadedWith("lib/mod.ts");
  assert(withLibrary.size > 100);
  assertEquals([...withLibrary].filter((specifier) => drawing.test(specifier)), []);
  const withPlot = await loadedWith("lib/figures/plot.ts");
  assertEquals([...withPlot].filter((specifier) => drawing.test(specifier)).length, 4);
});

Deno.test("Plot has the names of all that it loads, and each is what Plot exports", async () => {
  const loaded = await import("../../lib/figures/plot.ts");
  assertEquals(Object.entries(Plot).toSorted(), Object.entries(loaded).toSorted());
});
