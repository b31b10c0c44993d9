import * as Plot from "@observablehq/plot";
import type { Language } from "../model/label.ts";
import { formatNumber } from "../numbers/format_number.ts";
import { textWidth } from "./text_width.ts";
import { theme } from "./theme.ts";

/** A label beside a mark: where its end of the mark is, and how wide the label is. */
export interface SideLabel {
  readonly value: number;
  readonly side: "left" | "right";
  readonly width: number;
}

/** How a scale of values is made. */
export interface ValueScaleOptions {
  /** Width between the margins in pixels. */
  readonly width: number;
  /** What the numbers count, written under the axis. */
  readonly unit: string;
  readonly language: Language;
  /** Whether the axis' numbers carry a sign, as changes do. */
  readonly signed?: boolean;
  /** Whether the scale reaches to 0. */
  readonly zero?: boolean;
  /** Labels that must find room within the width. */
  readonly labels?: readonly SideLabel[];
}

/** A linear scale along x, with its axis. */
export interface ValueScale {
  readonly domain: readonly [number, number];
  readonly scale: Plot.ScaleOptions;
  /** Grid and axis. */
  readonly marks: Plot.Markish[];
  /** How many units of the values one pixel is. */
  readonly unitsPerPixel: number;
}

/**
 * Makes the scale of a figure with values along x, so wide that labels beside the marks fit.
 *
 * @param values Every value that is drawn.
 * @param options Width, unit and labels.
 * @returns The scale and its axis.
 */
export function valueScale(
  values: readonly number[],
  options: ValueScaleOptions,
): ValueScale {
  const { width, unit, language, signed, zero = false, labels = [] } = options;
  const write = (value: number) => formatNumber(value, { language, signed });
  const domain = valueDomain(values, zero);
  const span = domain[1] - domain[0];
  let left = 6, right = 6;
  for (let round = 0; round < 40; round++) {
    const pixel = (value: number) =>
      left + (value - domain[0]) / span * Math.max(40, width - left - right);
    for (const { value, side, width: label } of labels) {
      if (side === "left") left += Math.max(0, label - pixel(value));
      else right += Math.max(0, label - (width - pixel(value)));
    }
  }
  const room = Math.max(...domain.map((end) => textWidth(write(end)))) + 20;
  const ticks = Math.max(2, Math.min(5, Math.floor((width - left - right) / room)));
  return {
    domain,
    scale: { domain: [...domain], insetLeft: left, insetRight: right, axis: null },
    marks: [
      Plot.gridX({ ticks, stroke: theme.grid, strokeOpacity: 1, strokeWidth: 0.75 }),
      Plot.axisX({
        ticks,
        tickSize: 0,
        tickPadding: 6,
        tickFormat: write,
        label: null,
        color: theme.muted,
      }),
      Plot.text([unit], { frameAnchor: "bottom-right", dy: 36, fill: theme.muted }),
    ],
    unitsPerPixel: span / Math.max(40, width - left - right),
  };
}

/** The ends of a scale that shows all values; equal values get room on both sides. */
export function valueDomain(values: readonly number[], zero: boolean): [number, number] {
  const all = zero ? [0, ...values] : values;
  const low = Math.min(...all), high = Math.max(...all);
  if (low < high) return [low, high];
  const room = Math.abs(low) * 0.1 || 1;
  return [low - room, high + room];
}
