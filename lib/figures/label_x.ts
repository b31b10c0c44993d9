import type * as Plots from "@observablehq/plot";
import { chosenLanguage } from "../words/language.ts";
import { formatNumber } from "../numbers/format_number.ts";
import { Plot } from "./lazy_plot.ts";
import { valueLabel } from "./text_boxes.ts";

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

/** Distance from the end of the mark, in pixels. */
const beside = 8;

/**
 * Writes the numbers along x beside the ends of bars or dots: right of those from 0 on, left of negative ones; also what a
 * transform such as `Plot.groupY` gives.
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
  const { x, text, decimals, signed, anchor, dx = 0, ...others } = options;
  const side = (isLeft: boolean) => {
    const place = { x, textAnchor: isLeft ? "end" : "start", dx: dx + (isLeft ? -beside : beside) };
    const label = Plot.initializer({ ...others, ...place }, (data, facets, channels) => {
      // What Plot has moved already, as dodgeY does, keeps its numbers as the source.
      const moved = channels.x as unknown as { source?: { value: ArrayLike<number> } } | undefined;
      const { value } = (moved?.source ?? moved) as { value: ArrayLike<number> };
      const numbers = Array.from(value);
      const isHere = numbers.map((value) => anchor !== undefined || value < 0 === isLeft);
      const style = { language: chosenLanguage(), decimals, signed };
      const written = { value: numbers.map((value) => formatNumber(value, style)) };
      return {
        data,
        facets: facets.map((index) => index.filter((at) => isHere[at])),
        channels: text === undefined ? { text: written } : {},
      };
    });
    const mark = Plot.text(data, { ...label, text: text ?? x } as Plots.TextOptions);
    return Object.assign(mark, { ariaLabel: valueLabel });
  };
  return Plot.marks(anchor === "left" ? null : side(false), anchor === "right" ? null : side(true));
}

/** The values of a channel, one a row. */
export function numbersOf(data: Plots.Data, channel: unknown): number[] {
  return Array.from(Plot.valueof(data, channel as Plots.ChannelValue) ?? []) as number[];
}
