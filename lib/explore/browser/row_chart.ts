import { ticks } from "d3-array";
import { theme } from "../../figures/theme.ts";
import { formatNumber } from "../../numbers/format_number.ts";
import type { ChartSpec } from "../chart_spec.ts";
import { explorerWords } from "../words.ts";
import { svg } from "./element.ts";
import {
  type ChartOptions,
  domainOf,
  type DrawnChart,
  labelLines,
  lineHeight,
  type Mark,
  marksOf,
  measure,
  tickTexts,
  wrapLabel,
} from "./marks.ts";

const rowHeight = 26, axisHeight = 44, gap = 8, laneHeight = 11;

/**
 * Draws bars or dots, one row a group, with the names of the groups at the left.
 *
 * @param spec What is shown.
 * @param options Width and language.
 * @returns The chart and its marks.
 */
export function rowChart(spec: ChartSpec, { width, language }: ChartOptions): DrawnChart {
  const { exploration: { chart, statistic }, groups, series, zero, decimals } = spec;
  const isDots = chart === "dots", isShares = chart === "shares";
  const valueLabel = isShares ? explorerWords[language].share(spec.valueLabel) : spec.valueLabel;
  const lanes = isDots ? Math.max(1, series.length) : 1;
  const write = (value: number) => formatNumber(value, { language, decimals });
  const names = groups.map((group) => wrapLabel(group, Math.min(230, width * 0.42)));
  const left = Math.ceil(Math.max(20, ...names.flat().map(measure))) + gap;
  const marks = marksOf(spec);
  const labelled = chart === "bars" && series.length === 0 &&
    spec.shown.every(({ value }) => value >= 0);
  const right = labelled ? Math.max(...marks.map(({ of }) => measure(write(of.value)))) + 12 : 16;
  const least = Math.max(rowHeight, lanes * laneHeight + 6);
  const heights = names.map((lines) => Math.max(least, lines.length * lineHeight + 8));
  const tops = heights.map((_, index) => 6 + sum(heights.slice(0, index)));
  const bottom = 6 + sum(heights);
  const domain: readonly [number, number] = isShares ? [0, 100] : domainOf(marks, zero);
  const inset = isDots ? 12 : 0;
  const room = width - left - right - 2 * inset;
  const x = (value: number) => left + inset + (value - domain[0]) / (domain[1] - domain[0]) * room;
  const widest = Math.max(0, ...spec.shown.map(({ value }) => measure(write(value))));
  const middle = new Map(groups.map((group, index) => [group, tops[index] + heights[index] / 2]));
  const shape = (mark: Mark) => {
    const y = middle.get(mark.of.group) ?? 0;
    if (!isDots) {
      const [start, end] = [x(mark.from), x(mark.to)].toSorted((a, b) => a - b);
      const size = rowHeight - 6;
      return svg("rect", { x: start, y: y - size / 2, width: end - start, height: size });
    }
    const lane = Math.max(0, series.findIndex(({ label }) => label === mark.of.series));
    const cy = y + (lane - (lanes - 1) / 2) * laneHeight;
    // As many rows at one place make as large a dot.
    const r = statistic === "each" ? Math.min(12, 4 * Math.sqrt(mark.of.rows.length)) : 5;
    return svg("circle", { cx: x(mark.to), cy, r, "fill-opacity": r > 5 ? 0.7 : undefined });
  };
  const drawn = marks.map((mark) => ({ mark, shape: shape(mark) }));
  // A scale may give up to 1.4 times as many ticks as it is asked for.
  const tickCount = Math.max(2, room / Math.max(80, 1.4 * (widest + 14)));
  const steps = ticks(...domain, tickCount)
    .filter((tick) => isShares || decimals > 0 || Number.isInteger(tick));
  const texts = tickTexts(steps, language);
  const content = svg(
    "g",
    {},
    ...steps.map((value, at) =>
      svg(
        "g",
        { class: "tick" },
        svg("line", { x1: x(value), x2: x(value), y1: 6, y2: bottom, stroke: theme.grid }),
        svg(
          "text",
          { x: x(value), y: bottom + 16, "text-anchor": "middle", fill: theme.muted },
          texts[at],
        ),
      )
    ),
    svg(
      "text",
      { x: width - 4, y: bottom + 36, "text-anchor": "end", fill: theme.muted },
      valueLabel,
    ),
    ...names.map((lines, index) =>
      labelLines(lines, { x: left - gap, y: tops[index] + heights[index] / 2, anchor: "end" })
    ),
    ...(isDots
      ? [...middle.values()].map((y) =>
        svg("line", { x1: left, x2: width - right, y1: y, y2: y, stroke: theme.rule })
      )
      : []),
    ...drawn.map(({ shape }) => shape),
    ...(labelled
      ? marks.map(({ of, to }) =>
        svg(
          "text",
          { class: "label", x: x(to) + 5, y: (middle.get(of.group) ?? 0) + 4 },
          write(of.value),
        )
      )
      : []),
    ...(zero ? [svg("line", { x1: x(0), x2: x(0), y1: 6, y2: bottom, stroke: theme.ink })] : []),
  );
  return { content, height: bottom + axisHeight, marks: drawn };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
