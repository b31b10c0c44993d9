import { createRequire } from "node:module";
import { didYouMean, nearly } from "../errors/did_you_mean.ts";
import { UsageError } from "../errors/usage_error.ts";
import { isSpelledAlike } from "../input/is_spelled_alike.ts";
import plotNames from "./plot_names.json" with { type: "json" };
import type * as Drawn from "./plot.ts";

let loaded: object | undefined = isSpelledAlike(import.meta.url)
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
export const Plot = Object.create(
  new Proxy({}, { get: expectName }),
  Object.fromEntries(plotNames.exports.map((name) => {
    const get = () =>
      Reflect.get(loaded ??= createRequire(import.meta.url)("./plot.ts") as object, name);
    return [name, { enumerable: true, get }];
  })),
) as typeof Drawn;

/** What is read of Plot and not there is told where one of its names is nearly alike. */
function expectName(object: object, name: string | symbol): unknown {
  if (typeof name === "symbol" || name in object) return Reflect.get(object, name);
  const functions = plotNames.exports.filter((one) => /^[a-z]/.test(one));
  const near = nearly(name, functions, name.length > 4 ? 1 : 0);
  if (near.length === 0) return undefined;
  throw new UsageError(
    `Cannot draw: expected a name of Plot, found "${name}"; ${didYouMean(name, near)}`,
  );
}
