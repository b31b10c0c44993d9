import * as Plot from "@observablehq/plot";
import { didYouMean } from "../errors/did_you_mean.ts";
import { UsageError } from "../errors/usage_error.ts";
import { nearly } from "./lazy_plot.ts";
import plotNames from "./plot_names.json" with { type: "json" };

/** Names of Plot's options, and of those that our own marks have beside them. */
const names = [...plotNames.options, "decimals", "ends", "signed", "total"];

const known: ReadonlySet<string> = new Set(names);

/**
 * Refuses an option that Plot does not know and would pass over without a word, where one that it knows is nearly alike; what
 * is like none may be meant for a transform of one's own.
 *
 * @param of What has the options.
 * @param options The options.
 * @throws {UsageError} With the option that was probably meant.
 */
export function expectOptions(of: string, options: unknown): void {
  if (Object.getPrototypeOf(options ?? 0) !== Object.prototype) return;
  for (const name of Object.keys(options as object).filter((name) => !known.has(name))) {
    const near = nearly(name, names, name.length > 4 ? 2 : 1);
    if (near.length === 0) continue;
    throw new UsageError(
      `Cannot draw ${of}: expected an option of Plot, found "${name}"; ${didYouMean(name, near)}`,
    );
  }
}

/** Stands between Plot's kinds of marks and the class that they extend, where all their options arrive. */
class ExpectingMark extends Plot.Mark {
  constructor(...given: readonly unknown[]) {
    super(...given as []);
    expectOptions(`${Reflect.get(this, "ariaLabel") ?? "a mark"}`, given[2]);
  }
}

for (const kind of Object.values<unknown>(Plot)) {
  if (typeof kind !== "function" || !(kind.prototype instanceof Plot.Mark)) continue;
  let first = kind, base: unknown;
  while (![Plot.Mark, ExpectingMark].includes(base = Object.getPrototypeOf(first))) {
    first = base as typeof kind;
  }
  Object.setPrototypeOf(first, ExpectingMark);
}
