import { nearly, tellUnknown } from "../errors/did_you_mean.ts";
import { isSpelledAlike, loadNow } from "../input/later_module.ts";
import plotNames from "./plot_names.json" with { type: "json" };
import type * as Drawn from "./plot.ts";

let loaded: typeof Drawn | undefined = isSpelledAlike(import.meta.url)
  ? undefined
  : await import("./plot.ts");

/**
 * Observable Plot, which is loaded when the first of its names is read: a notebook that draws nothing does without.
 *
 * The names are properties of its own, for completion in Jupyter sees none of a proxy.
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
export const Plot: typeof Drawn = tellUnknown(
  Object.defineProperties(
    {},
    Object.fromEntries(plotNames.exports.map((name) => {
      const get = () =>
        Reflect.get(loaded ??= loadNow<typeof Drawn>("./plot.ts", import.meta.url), name);
      return [name, { enumerable: true, get }];
    })),
  ) as typeof Drawn,
  "draw",
  { expected: "a name of Plot", near: functionsLike },
);

/** The functions of Plot that are called nearly so. */
function functionsLike(name: string): string[] {
  const functions = plotNames.exports.filter((one) => /^[a-z]/.test(one));
  return nearly(name, functions, name.length > 4 ? 1 : 0);
}
