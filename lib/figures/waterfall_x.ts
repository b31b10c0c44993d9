import type * as Plots from "@observablehq/plot";
import { chosenLanguage } from "../words/language.ts";
import { formatNumber } from "../numbers/format_number.ts";
import { labelX, numbersOf } from "./label_x.ts";
import { Plot } from "./lazy_plot.ts";
import { wrapText } from "./text_width.ts";
import { theme } from "./theme.ts";
import { words } from "../words/words.ts";

/** Options of {@link waterfallX}: Plot's for marks, and how numbers are written. */
export interface WaterfallXOptions extends Plots.MarkOptions {
  /** By how much each row changes the total before it, or the total itself. */
  readonly x: Plots.ChannelValue;
  readonly y: Plots.ChannelValue;
  /** Which rows are totals to stand on. @default None. */
  readonly total?: Plots.ChannelValue;
  /** @default As many as each number has. */
  readonly decimals?: number;
}

/**
 * Draws how changes lead from one total to the next, row under row in the order given.
 *
 * Where the changes are small beside the totals, the axis is cut: the bars of the totals are broken, and a note says where
 * the axis starts. Totals, increases and decreases have colours of their own, unless `fill` says otherwise.
 *
 * @param data The rows.
 * @param options Plot's names of channels and options.
 * @returns Marks for Plot.
 *
 * @example
 * ```ts
 * import { Plot, waterfallX } from "report";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const steps = [
 *   { of: "2015", users: 268283, isTotal: true },
 *   { of: "In the library", users: -527 },
 *   { of: "Remote", users: 70 },
 *   { of: "2016", users: 267826, isTotal: true },
 * ];
 * const plot = Plot.plot({
 *   marks: [waterfallX(steps, { x: "users", y: "of", total: "isTotal" })],
 * });
 * assertStringIncludes(plot.textContent ?? "", "−527");
 * ```
 */
export function waterfallX(data: Plots.Data, options: WaterfallXOptions): Plots.CompoundMark {
  const { x, y, total, decimals, sort = { y: null }, ...others } = options;
  const steps = walk(numbersOf(data, x), total === undefined ? [] : numbersOf(data, total));
  const ends = steps.map(({ end }) => end), cut = cutAt(ends);
  const starts = steps.map(({ start, isTotal }) => isTotal ? cut ?? start : start);
  const fill = steps.map(({ value, isTotal }) =>
    isTotal ? theme.total : value < 0 ? theme.decrease : theme.increase
  );
  const style = { language: chosenLanguage(), decimals };
  const text = steps.map(({ value, isTotal: is }) =>
    formatNumber(value, { ...style, signed: !is })
  );
  const upper = steps.map(({ start, end }) => Math.max(start, end));
  const rows = numbersOf(data, y) as unknown[];
  const between = { x: ends.slice(0, -1), y1: rows.slice(0, -1), y2: rows.slice(1) };
  return Plot.marks(
    cut === undefined ? Plot.ruleX([0]) : null,
    Plot.barX(data, { fill, ...others, x1: starts, x2: ends, y, sort }),
    Plot.link(rows.slice(1), { ...between, stroke: theme.muted, strokeDasharray: "2,2" }),
    cut === undefined ? null : broken(rows.filter((_, at) => steps[at].isTotal), cut),
    labelX(data, { x: upper, y, anchor: "right", text }),
  );
}

/** What tells that the axis is cut: a sign on the bars of the totals, and a note. */
function broken(totals: readonly unknown[], cut: number): Plots.Markish[] {
  const language = chosenLanguage();
  const said = `${words[language].figures.notFromZero} ${formatNumber(cut, { language })}.`;
  const sign = { text: () => "//", dx: 12, fontSize: 18, fontWeight: "bold" } as const;
  const place = { frameAnchor: "top-left", lineAnchor: "bottom", dy: -10 } as const;
  return [
    Plot.text(totals, { ...sign, x: () => cut, y: (row) => row, fill: theme.background }),
    Plot.text([wrapText(said, { width: widestNote }).join("\n")], { ...place, fill: theme.muted }),
  ];
}

/** The note has room beside the labels of rows, in pixels, in a narrow figure too. */
const widestNote = 220;

function walk(values: readonly number[], totals: readonly unknown[]) {
  let level = 0;
  return values.map((value, at) => {
    const isTotal = Boolean(totals[at]), start = isTotal ? 0 : level;
    level = isTotal ? value : Number((level + value).toPrecision(15));
    return { value, isTotal, start, end: level };
  });
}

/** Where the axis is cut: at a round number below every level, where the levels are close together. */
function cutAt(levels: readonly number[]): number | undefined {
  const low = Math.min(...levels), high = Math.max(...levels), span = high - low;
  if (low <= 0 || span === 0 || span > high * 0.4) return undefined;
  const step = 10 ** Math.floor(Math.log10(span));
  return Number((Math.floor((low - span * 0.25) / step) * step).toPrecision(12));
}
