import { createRequire } from "node:module";
import type * as Drawn from "./plot.ts";

const load = createRequire(import.meta.url);

/**
 * Observable Plot, which is loaded when the first of its names is read: a notebook that draws nothing does without.
 *
 * @example
 * ```ts
 * import { Plot } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const mark = Plot.ruleX([0]);
 * assertEquals(mark.plot({ height: 40 }).getAttribute("height"), "40");
 * ```
 */
export const Plot: typeof Drawn = new Proxy({} as typeof Drawn, {
  get: (_, name) => Reflect.get(plot(), name),
  has: (_, name) => name in plot(),
  ownKeys: () => Reflect.ownKeys(plot()),
  getOwnPropertyDescriptor: (_, name) => {
    const found = Object.getOwnPropertyDescriptor(plot(), name);
    return found && { ...found, configurable: true };
  },
});

let loaded: typeof Drawn | undefined;

function plot(): typeof Drawn {
  return loaded ??= load("./plot.ts") as typeof Drawn;
}
