import type * as Plots from "@observablehq/plot";
import { formatNumber } from "../numbers/format_number.ts";
import { chosenLanguage } from "../words/language.ts";
import { words } from "../words/words.ts";
import { Plot } from "./lazy_plot.ts";
import { valueLabel } from "./text_boxes.ts";
import { wrapText } from "./text_width.ts";
import { palette, theme } from "./theme.ts";

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
      const { source = channels.x } = Object(channels.x);
      const numbers: number[] = Array.from(source.value);
      const isHere = numbers.map((value) => anchor !== undefined || value < 0 === isLeft);
      const style = { language: chosenLanguage(), decimals, signed };
      const written = { value: numbers.map((value) => formatNumber(value, style)) };
      const here = facets.map((index) => index.filter((at) => isHere[at]));
      return { data, facets: here, channels: text === undefined ? { text: written } : {} };
    });
    const mark = Plot.text(data, { ...label, text: text ?? x } as Plots.TextOptions);
    return Object.assign(mark, { ariaLabel: valueLabel });
  };
  return Plot.marks(anchor === "left" ? null : side(false), anchor === "right" ? null : side(true));
}

/** The values of a channel, one a row. */
function numbersOf(data: Plots.Data, channel: unknown): number[] {
  return Array.from(Plot.valueof(data, channel as Plots.ChannelValue) ?? []) as number[];
}

/** Options of {@link dumbbellX}: Plot's for marks, and how numbers are written. */
export interface DumbbellXOptions extends Plots.MarkOptions, NumberLabelOptions {
  /** The first value, a hollow dot. */
  readonly x1: Plots.ChannelValue;
  /** The second value, a full dot. */
  readonly x2: Plots.ChannelValue;
  /** The row that a dumbbell stands on. */
  readonly y: Plots.ChannelValue;
  /** What the two values are: with it they are classes of the colour scale, which a legend tells. */
  readonly ends?: readonly [string, string];
}

/**
 * Draws two values of each row as a hollow and a full dot on one line, with their numbers beside them.
 *
 * Rows stand in the order given, unless `sort` or the domain of y says otherwise.
 *
 * @param data The rows.
 * @param options Plot's names of channels and options.
 * @returns Marks for Plot.
 *
 * @example
 * ```ts
 * import { dumbbellX, Plot } from "report";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const users = [{ of: "In the library", before: 268283, after: 267756 }];
 * const plot = Plot.plot({
 *   color: { legend: true },
 *   marks: [dumbbellX(users, { x1: "before", x2: "after", y: "of", ends: ["2015", "2016"] })],
 * });
 * assertStringIncludes(plot.textContent ?? "", "268,283");
 * ```
 */
export function dumbbellX(data: Plots.Data, options: DumbbellXOptions): Plots.CompoundMark {
  const { x1, x2, y, ends, decimals, signed, sort = { y: null }, ...others } = options;
  const first = numbersOf(data, x1), second = numbersOf(data, x2);
  const lower = first.map((value, at) => Math.min(value, second[at]));
  const upper = first.map((value, at) => Math.max(value, second[at]));
  const [hollow, full] = ends?.map((end) => () => end) ?? [palette[0], palette[0]];
  const label = { y, decimals, signed }, paper = { fill: theme.background };
  const isApart = lower.map((value, at) => value < upper[at]);
  return Plot.marks(
    Plot.link(data, { x1, x2, y, stroke: "#9db4d0", strokeWidth: 3, sort }),
    Plot.dot(data, { r: 5, strokeWidth: 2, ...paper, ...others, x: x1, y, stroke: hollow }),
    Plot.dot(data, { r: 5.5, ...others, x: x2, y, fill: full }),
    labelX(data, { ...label, x: lower, anchor: "left", filter: isApart }),
    labelX(data, { ...label, x: upper, anchor: "right" }),
  );
}

/** Options of {@link intervalX}: Plot's for marks, and how numbers are written. */
export interface IntervalXOptions extends Plots.MarkOptions {
  /** The lower end. */
  readonly x1: Plots.ChannelValue;
  /** The upper end. */
  readonly x2: Plots.ChannelValue;
  /** The value that lies within, a dot; none unless given. */
  readonly x?: Plots.ChannelValue;
  /** The row that an interval stands on. */
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
  const text = (_: unknown, at: number) => writeValue([low[at], high[at]], value?.[at], decimals);
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

function writeValue([low, high]: readonly number[], value?: number, places?: number): string {
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

/** Options of {@link waterfallX}: Plot's for marks, and how numbers are written. */
export interface WaterfallXOptions extends Plots.MarkOptions {
  /** By how much each row changes the total before it, or the total itself. */
  readonly x: Plots.ChannelValue;
  /** The row that a bar stands on. */
  readonly y: Plots.ChannelValue;
  /** Which rows are totals to stand on. @default None. */
  readonly total?: Plots.ChannelValue;
  /** Most decimals of the numbers. @default As many as each number has. */
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
  const steps = walk(numbersOf(data, x), numbersOf(data, total));
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
    cut === undefined ? null : breakMarks(rows.filter((_, at) => steps[at].isTotal), cut),
    labelX(data, { x: upper, y, anchor: "right", text }),
  );
}

/** What tells that the axis is cut: a sign on the bars of the totals, and a note. */
function breakMarks(totals: readonly unknown[], cut: number): Plots.Markish[] {
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
