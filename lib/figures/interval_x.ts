import type * as Plots from "@observablehq/plot";
import { chosenLanguage } from "../words/language.ts";
import { formatNumber } from "../numbers/format_number.ts";
import { labelX, numbersOf } from "./label_x.ts";
import { Plot } from "./lazy_plot.ts";
import { palette, theme } from "./theme.ts";

/** Options of {@link intervalX}: Plot's for marks, and how numbers are written. */
export interface IntervalXOptions extends Plots.MarkOptions {
  /** The lower end. */
  readonly x1: Plots.ChannelValue;
  /** The upper end. */
  readonly x2: Plots.ChannelValue;
  /** The value that lies within, a dot; none unless given. */
  readonly x?: Plots.ChannelValue;
  readonly y: Plots.ChannelValue;
  /** Decimals of the numbers; ends that differ get more where they would look equal. @default As many as each has. */
  readonly decimals?: number;
}

/**
 * Draws between which values each row lies as a line with both ends marked, its value as a dot, and the numbers beside it.
 *
 * Rows stand in the order given, unless `sort` or the domain of y says otherwise. An interval that is narrower than a line
 * still shows as one.
 *
 * @param data The rows.
 * @param options Plot's names of channels and options.
 * @returns Marks for Plot.
 *
 * @example
 * ```ts
 * import { intervalX, Plot } from "report";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const provision = [{ of: "Towns", low: 5.25, high: 5.35, value: 5.3 }];
 * const plot = Plot.plot({
 *   marks: [intervalX(provision, { x1: "low", x2: "high", x: "value", y: "of" })],
 * });
 * assertStringIncludes(plot.textContent ?? "", "5.3 (5.25–5.35)");
 * ```
 */
export function intervalX(data: Plots.Data, options: IntervalXOptions): Plots.CompoundMark {
  const { x1, x2, x, y, decimals, sort = { y: null }, stroke = palette[0], ...others } = options;
  const low = numbersOf(data, x1), high = numbersOf(data, x2);
  const value = x === undefined ? undefined : numbersOf(data, x);
  const text = (_: unknown, at: number) => written([low[at], high[at]], value?.[at], decimals);
  const upper = high.map((one, at) => Math.max(one, value?.[at] ?? one));
  const dot = { r: 3.5, fill: theme.background, stroke: theme.ink };
  const end = { y, stroke, strokeWidth: 2, insetTop: 4, insetBottom: 4 };
  return Plot.marks(
    Plot.link(data, { strokeWidth: 6, ...others, x1, x2, y, stroke, sort }),
    Plot.tickX(data, { ...end, x: x1 }),
    Plot.tickX(data, { ...end, x: x2 }),
    value && Plot.dot(data, { ...dot, x: value, y, filter: value.map(Number.isFinite) }),
    labelX(data, { x: upper, y, text, anchor: "right" }),
  );
}

function written([low, high]: readonly number[], value?: number, places?: number): string {
  const language = chosenLanguage();
  const write = (one: number, decimals = places) => formatNumber(one, { language, decimals });
  let ends = [write(low), write(high)];
  for (let more = (places ?? 6) + 1; low < high && ends[0] === ends[1] && more <= 12; more++) {
    ends = [write(low, more), write(high, more)];
  }
  const interval = ends[0] === ends[1] ? ends[0] : ends.join(low < 0 ? " … " : "–");
  const own = value === undefined || value === null ? interval : write(value);
  return own === interval ? own : `${own} (${interval})`;
}
