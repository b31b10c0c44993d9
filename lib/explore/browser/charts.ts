import { ticks } from "d3-array";
import { textWidth } from "../../figures/text_width.ts";
import { theme } from "../../figures/theme.ts";
import { formatNumber } from "../../numbers/format_number.ts";
import { type ChartSpec, explorerWords } from "../chart_spec.ts";
import { svg } from "./element.ts";
import {
  type ChartOptions,
  domainOf,
  type DrawnChart,
  gap,
  labelLines,
  layOutRows,
  lineHeight,
  type Mark,
  marksOf,
  tickLines,
  tickTexts,
  widestOf,
  wrapLabel,
} from "./marks.ts";

const rowHeight = 26, axisHeight = 44, laneHeight = 11, top = 6;

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
  const least = Math.max(rowHeight, lanes * laneHeight + 6);
  const { left, middles, bottom, names } = layOutRows(groups, { widest: width * 0.42, least, top });
  const marks = marksOf(spec);
  const labelled = chart === "bars" && series.length === 0 &&
    spec.shown.every(({ value }) => value >= 0);
  const right = labelled ? widestOf(marks.map(({ of }) => write(of.value))) + 12 : 16;
  const [low, high] = isShares ? [0, 100] : domainOf(marks, zero);
  const inset = isDots ? 12 : 0, room = width - left - right - 2 * inset;
  const x = (value: number) => left + inset + (value - low) / (high - low) * room;
  const widest = widestOf(spec.shown.map(({ value }) => write(value)));
  const middleOf = (group: string) => middles[groups.indexOf(group)];
  const shape = (mark: Mark) => {
    const y = middleOf(mark.of.group);
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
  const all = ticks(low, high, Math.max(2, room / Math.max(80, 1.4 * (widest + 14))))
    .filter((tick) => isShares || decimals > 0 || Number.isInteger(tick));
  // In a narrow chart two ticks may already be too near each other.
  const every = Math.ceil((widestOf(tickTexts(all, language)) + 8) / (x(all[1]) - x(all[0])) || 1);
  const steps = all.filter((_, at) => at % every === 0);
  const label = { x: width - 4, y: bottom + 36, "text-anchor": "end", fill: theme.muted };
  const upright = (value: number) => ({ x1: x(value), x2: x(value), y1: top, y2: bottom });
  const content = svg(
    "g",
    {},
    tickLines(steps, language, (value) => ({
      line: upright(value),
      text: { x: x(value), y: bottom + 16, "text-anchor": "middle" },
    })),
    svg("text", label, valueLabel),
    names,
    isDots &&
      middles.map((y) =>
        svg("line", { x1: left, x2: width - right, y1: y, y2: y, stroke: theme.rule })
      ),
    drawn.map(({ shape }) => shape),
    labelled && marks.map(({ of, to }) => {
      const at = { x: x(to) + 5, y: middleOf(of.group) + 4 };
      return svg("text", { class: "label", ...at }, write(of.value));
    }),
    zero && svg("line", { ...upright(0), stroke: theme.ink }),
  );
  return { content, height: bottom + axisHeight, marks: drawn };
}

/**
 * Draws lines over ordered groups, one for each value of the series.
 *
 * @param spec What is shown.
 * @param options Width and language.
 * @returns The chart and its marks.
 */
export function lineChart(spec: ChartSpec, { width, language }: ChartOptions): DrawnChart {
  const { groups, zero, valueLabel } = spec;
  const height = 320, top = 30, bottom = height - 36, right = 20;
  const marks = marksOf(spec), [low, high] = domainOf(marks, zero);
  const steps = ticks(low, high, (bottom - top) / 35)
    .filter((tick) => spec.decimals > 0 || Number.isInteger(tick));
  const left = widestOf(tickTexts(steps, language)) + 12;
  const step = (width - left - right) / Math.max(1, groups.length);
  const x = (group: string) => left + step * (groups.indexOf(group) + 0.5);
  const y = (value: number) => bottom - (value - low) / (high - low) * (bottom - top);
  const every = Math.ceil((widestOf(groups) + 12) / step);
  const drawn = marks.map((mark) => ({
    mark,
    shape: svg("circle", { cx: x(mark.of.group), cy: y(mark.to), r: 4 }),
  }));
  const lines = [...Map.groupBy(marks, ({ of }) => of.series).values()].map((line) =>
    svg("path", {
      ...{ class: "line", fill: "none", stroke: line[0].color, "stroke-width": 2 },
      d: line.map(({ of, to }, index) => `${index ? "L" : "M"}${x(of.group)},${y(to)}`).join(""),
    })
  );
  const level = (value: number) => ({ x1: left, x2: width - right, y1: y(value), y2: y(value) });
  const content = svg(
    "g",
    {},
    svg("text", { x: 4, y: 14, fill: theme.muted }, valueLabel),
    tickLines(steps, language, (value) => ({
      line: level(value),
      text: { x: left - 6, y: y(value) + 4, "text-anchor": "end" },
    })),
    groups.filter((_, index) => index % every === 0).map((group) =>
      svg("text", { class: "name", x: x(group), y: bottom + 20, "text-anchor": "middle" }, group)
    ),
    zero && svg("line", { ...level(0), stroke: theme.ink }),
    lines,
    drawn.map(({ shape }) => shape),
  );
  return { content, height, marks: drawn };
}

const cellHeight = 28, edge = 1;

/**
 * Draws a cell for each group and series, the darker the greater its value, with the value in it.
 *
 * @param spec What is shown.
 * @param options Width and language.
 * @returns The chart and its marks.
 */
export function matrixChart(spec: ChartSpec, { width, language }: ChartOptions): DrawnChart {
  const { groups, series, shown, decimals } = spec;
  const placed = { widest: width * 0.36, least: cellHeight };
  const { left } = layOutRows(groups, { ...placed, top: 0 });
  const step = (width - left - gap) / Math.max(1, series.length);
  // Where a word would be broken, all heads are turned.
  const isTurned = series.some(({ label }) =>
    label.split(" ").some((word) => textWidth(word) > step - 6)
  );
  const heads = series.map(({ label }) => wrapLabel(label, isTurned ? 120 : step - 6));
  const tallest = Math.max(1, ...heads.map(({ length }) => length)) * lineHeight;
  const top = (isTurned ? widestOf(heads.flat()) : tallest) + gap;
  const { names, heights, middles, bottom } = layOutRows(groups, { ...placed, top });
  const values = shown.map(({ value }) => value);
  const least = Math.min(...values), most = Math.max(...values);
  const depth = (value: number) => most > least ? (value - least) / (most - least) : 1;
  const drawn = shown.map((of) => {
    const column = series.findIndex(({ label }) => label === of.series);
    const row = groups.indexOf(of.group);
    const x = left + column * step;
    const mark = { of, from: of.value, to: of.value, color: shade(depth(of.value)) };
    const shape = svg("rect", {
      ...{ x: x + edge, y: middles[row] - heights[row] / 2 + edge },
      ...{ width: Math.max(1, step - 2 * edge), height: heights[row] - 2 * edge },
    });
    const ink = depth(of.value) > 0.5 ? "#ffffff" : theme.ink;
    const at = { x: x + step / 2, y: middles[row] + 4, "text-anchor": "middle" };
    const text = formatNumber(of.value, { language, decimals });
    return { mark, shape, label: svg("text", { class: "label", ...at, fill: ink }, text) };
  });
  const content = svg(
    "g",
    {},
    heads.map((lines, at) => {
      const x = left + (at + 0.5) * step, y = lines.length * lineHeight / 2;
      if (!isTurned) return labelLines(lines, { x, y, anchor: "middle" });
      const turn = { transform: `translate(${x},${top - gap}) rotate(-90)` };
      return svg("g", turn, labelLines(lines, { x: 0, y: 0, anchor: "start" }));
    }),
    names,
    drawn.map(({ shape, label }) => [shape, label]),
  );
  return { content, height: bottom + gap, marks: drawn };
}

/** From nearly white to the blue of the first category. */
function shade(depth: number): string {
  const [light, dark] = [[234, 241, 248], [31, 78, 140]];
  const channels = light.map((from, at) => Math.round(from + (dark[at] - from) * depth));
  return `rgb(${channels.join(",")})`;
}
