import type * as Plots from "@observablehq/plot";
import { chosenLanguage } from "../load/environment.ts";
import { formatNumber } from "../numbers/format_number.ts";
import { Plot } from "./lazy_plot.ts";

/** How numbers are written beside marks. */
export interface NumberLabelOptions {
  /** Decimals of each number. @default As many as it has. */
  readonly decimals?: number;
  /** Whether positive numbers get a plus, as changes do. @default false */
  readonly signed?: boolean;
}

/** Options of {@link labelX}: those of Plot's text mark, and how numbers are written. */
export interface LabelXOptions extends Plots.TextOptions, NumberLabelOptions {
  /** On which side of their place all labels stand. @default Left of negative numbers, right of others. */
  readonly anchor?: "left" | "right";
}

/** What tells these labels from other texts: the scale gives way for them. */
export const valueLabel = "value label";

/** Distance from the end of the mark, in pixels. */
const beside = 8;

/**
 * Writes the numbers along x beside the ends of bars or dots: right of those from 0 on, left of negative ones. Of what a
 * transform such as `Plot.groupY` gives, all stand on one side.
 *
 * @param data The rows.
 * @param options Plot's options of a text: `x` is where a label stands, and what it says unless `text` is given.
 * @returns A mark for Plot.
 *
 * @example
 * ```ts
 * import { labelX, Plot } from "report";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const changes = [{ of: "Loans", change: 61227 }, { of: "Visits", change: -6618 }];
 * const plot = Plot.plot({
 *   marks: [
 *     Plot.barX(changes, { x: "change", y: "of" }),
 *     labelX(changes, { x: "change", y: "of", signed: true }),
 *   ],
 * });
 * assertStringIncludes(plot.textContent ?? "", "+61,227");
 * ```
 */
export function labelX(data: Plots.Data, options: LabelXOptions): Plots.CompoundMark {
  const { x, decimals, signed, text, filter, anchor, ...others } = options;
  const language = chosenLanguage();
  const write = (value: number) => formatNumber(value, { language, decimals, signed });
  if (options.transform || options.initializer) return transformed(data, options, write);
  const values = numbersOf(data, x);
  const kept = filter === undefined ? undefined : numbersOf(data, filter);
  const isLeftOf = (value: number) => anchor === undefined ? value < 0 : anchor === "left";
  const side = (isLeft: boolean) => {
    const mark = Plot.text(data, {
      ...others,
      x,
      text: text ?? ((_: unknown, at: number) => write(values[at])),
      filter: (_, at) => isLeftOf(values[at]) === isLeft && (kept?.[at] ?? true) as boolean,
      textAnchor: isLeft ? "end" : "start",
      dx: (others.dx ?? 0) + (isLeft ? -beside : beside),
    });
    return Object.assign(mark, { ariaLabel: valueLabel });
  };
  return Plot.marks(side(false), side(true));
}

/** Labels of what a transform such as `Plot.groupY` gives: its numbers are known when it is drawn. */
function transformed(
  data: Plots.Data,
  options: LabelXOptions,
  write: (value: number) => string,
): Plots.CompoundMark {
  const { x, decimals: _, signed: __, anchor = "right", ...others } = options;
  const dx = (others.dx ?? 0) + (anchor === "left" ? -beside : beside);
  const textAnchor = anchor === "left" ? "end" : "start";
  const text = options.text ?? { transform: (rows: Plots.Data) => numbersOf(rows, x).map(write) };
  const mark = Plot.text(data, { ...others, x, text, textAnchor, dx });
  return Plot.marks(Object.assign(mark, { ariaLabel: valueLabel }));
}

/** The values of a channel, one a row. */
export function numbersOf(data: Plots.Data, channel: unknown): number[] {
  return Array.from(Plot.valueof(data, channel as Plots.ChannelValue) ?? []) as number[];
}
