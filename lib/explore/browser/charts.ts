import { ticks } from "d3-array";
import { textWidth } from "../../figures/text_width.ts";
import { theme } from "../../figures/theme.ts";
import type { Language } from "../../model/label.ts";
import { formatNumber } from "../../numbers/format_number.ts";
import { type Attributes, markup, type Part } from "../../tables/markup.ts";
import { type ChartSpec, explorerWords } from "../chart_spec.ts";
import {
  domainOf,
  gap,
  labelLines,
  layOutRows,
  lineHeight,
  type Mark,
  marksOf,
  tickLines,
  tickTexts,
  top,
  widestOf,
  wrapLabel,
} from "./marks.ts";

/** A chart: its marks, what stands behind and before them, and how high it is. */
interface Drawing {
  readonly height: number;
  readonly behind: Part;
  readonly marks: readonly (Mark & { readonly shape: Attributes })[];
  readonly before?: Part;
}

/** How wide a chart is, and in which language its numbers are. */
type ChartOptions = { readonly width: number; readonly language: Language };

const rowHeight = 26, laneHeight = 11;

/** Bars or dots, one row a group, with the names of the groups at the left. */
function rowChart(spec: ChartSpec, { width, language }: ChartOptions): Drawing {
  const { exploration: { chart, statistic }, groups, series, zero, decimals } = spec;
  const isDots = chart === "dots", isShares = chart === "shares";
  const valueLabel = isShares ? explorerWords[language].share(spec.valueLabel) : spec.valueLabel;
  const lanes = isDots ? Math.max(1, series.length) : 1;
  const write = (value: number) => formatNumber(value, { language, decimals });
  const least = Math.max(rowHeight, lanes * laneHeight + 6);
  const { left, middles, bottom, names } = layOutRows(groups, { widest: width * 0.42, least, top });
  const marks = marksOf(spec);
  const isLabelled = chart === "bars" && series.length === 0 &&
    spec.shown.every(({ value }) => value >= 0);
  const right = isLabelled ? widestOf(marks.map(({ of }) => write(of.value))) + 12 : 16;
  const [low, high] = isShares ? [0, 100] : domainOf(marks, zero);
  const inset = isDots ? 12 : 0, room = width - left - right - 2 * inset;
  const x = (value: number) => left + inset + (value - low) / (high - low) * room;
  const widest = widestOf(spec.shown.map(({ value }) => write(value)));
  const middleOf = ({ of }: Mark) => middles[groups.indexOf(of.group)];
  const shapeOf = (mark: Mark): Attributes => {
    const y = middleOf(mark), [start, end] = [x(mark.from), x(mark.to)].toSorted((a, b) => a - b);
    const height = rowHeight - 6;
    if (!isDots) return { x: start, y: y - height / 2, width: end - start, height };
    const lane = Math.max(0, series.findIndex(({ label }) => label === mark.of.series));
    // As many rows at one place make as large a dot.
    const r = statistic === "each" ? Math.min(12, 4 * Math.sqrt(mark.of.rows.length)) : 5;
    const cy = y + (lane - (lanes - 1) / 2) * laneHeight;
    return { cx: x(mark.to), cy, r, "fill-opacity": r > 5 && 0.7 };
  };
  // A scale may give up to 1.4 times as many ticks as it is asked for.
  const all = ticks(low, high, Math.max(2, room / Math.max(80, 1.4 * (widest + 14))))
    .filter((tick) => isShares || decimals > 0 || Number.isInteger(tick));
  // In a narrow chart two ticks may already be too near each other.
  const wide = widestOf([...tickTexts(all, language).values()]) + 8;
  const every = Math.ceil(wide / (x(all[1]) - x(all[0])) || 1);
  const steps = tickTexts(all.filter((_, at) => at % every === 0), language);
  const upright = (value: number) => ({ x1: x(value), x2: x(value), y1: top, y2: bottom });
  const label = { x: width - 4, y: bottom + 36, "text-anchor": "end", fill: theme.muted };
  return {
    height: bottom + 44,
    behind: [
      tickLines(steps, (value) => ({
        line: upright(value),
        text: { x: x(value), y: bottom + 16, "text-anchor": "middle" },
      })),
      markup`<text ${label}>${valueLabel}</text>`,
      names,
      isDots && middles.map((y) => {
        const line = { x1: left, x2: width - right, y1: y, y2: y, stroke: theme.rule };
        return markup`<line ${line}/>`;
      }),
    ],
    marks: marks.map((mark) => ({ ...mark, shape: shapeOf(mark) })),
    before: [
      isLabelled && marks.map((mark) => {
        const at = { x: x(mark.to) + 5, y: middleOf(mark) + 4 };
        return markup`<text class="label" ${at}>${write(mark.of.value)}</text>`;
      }),
      zero && markup`<line ${{ ...upright(0), stroke: theme.ink }}/>`,
    ],
  };
}

/** Lines over ordered groups, one for each value of the series. */
function lineChart(spec: ChartSpec, { width, language }: ChartOptions): Drawing {
  const { groups, zero, valueLabel } = spec;
  const height = 320, top = 30, bottom = height - 36, right = 20;
  const marks = marksOf(spec), [low, high] = domainOf(marks, zero);
  const all = ticks(low, high, (bottom - top) / 35)
    .filter((tick) => spec.decimals > 0 || Number.isInteger(tick));
  const steps = tickTexts(all, language), left = widestOf([...steps.values()]) + 12;
  const step = (width - left - right) / Math.max(1, groups.length);
  const x = (group: string) => left + step * (groups.indexOf(group) + 0.5);
  const y = (value: number) => bottom - (value - low) / (high - low) * (bottom - top);
  const every = Math.ceil((widestOf(groups) + 12) / step);
  const level = (value: number) => ({ x1: left, x2: width - right, y1: y(value), y2: y(value) });
  const lines = [...Map.groupBy(marks, ({ of }) => of.series).values()];
  return {
    height,
    behind: [
      markup`<text x="4" y="14" fill="${theme.muted}">${valueLabel}</text>`,
      tickLines(steps, (value) => ({
        line: level(value),
        text: { x: left - 6, y: y(value) + 4, "text-anchor": "end" },
      })),
      groups.filter((_, index) => index % every === 0)
        .map((group) => labelLines([group], [x(group), bottom + 16], "middle")),
      zero && markup`<line ${{ ...level(0), stroke: theme.ink }}/>`,
      lines.map((line) => {
        const d = `M${line.map(({ of, to }) => `${x(of.group)},${y(to)}`).join("L")}`;
        const look = { class: "line", fill: "none", stroke: line[0].color, "stroke-width": 2 };
        return markup`<path ${{ ...look, d }}/>`;
      }),
    ],
    marks: marks.map((mark) => ({
      ...mark,
      shape: { cx: x(mark.of.group), cy: y(mark.to), r: 4 },
    })),
  };
}

const edge = 1;

/** A cell for each group and series, the darker the greater its value, with the value in it. */
function matrixChart(spec: ChartSpec, { width, language }: ChartOptions): Drawing {
  const { groups, series, shown, decimals } = spec;
  const placed = { widest: width * 0.36, least: 28 };
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
  const low = Math.min(...values), high = Math.max(...values);
  const cells = marksOf(spec).map((mark) => {
    const { of: { group, series: name, value } } = mark, row = groups.indexOf(group);
    const x = left + series.findIndex(({ label }) => label === name) * step;
    const depth = high > low ? (value - low) / (high - low) : 1;
    const shape = {
      x: x + edge,
      y: middles[row] - heights[row] / 2 + edge,
      width: Math.max(1, step - 2 * edge),
      height: heights[row] - 2 * edge,
    };
    const ink = depth > 0.5 ? "#ffffff" : theme.ink;
    const at = { x: x + step / 2, y: middles[row] + 4, "text-anchor": "middle", fill: ink };
    const text = formatNumber(value, { language, decimals });
    return {
      mark: { ...mark, color: shade(depth), shape },
      label: markup`<text class="label" ${at}>${text}</text>`,
    };
  });
  return {
    height: bottom + gap,
    behind: [
      heads.map((lines, at) => {
        const x = left + (at + 0.5) * step;
        if (!isTurned) return labelLines(lines, [x, lines.length * lineHeight / 2], "middle");
        return markup`<g transform="translate(${x},${top - gap}) rotate(-90)">${
          labelLines(lines, [0, 0], "start")
        }</g>`;
      }),
      names,
    ],
    marks: cells.map(({ mark }) => mark),
    before: cells.map(({ label }) => label),
  };
}

/** From nearly white to the blue of the first category. */
function shade(depth: number): string {
  const [light, dark] = [[234, 241, 248], [31, 78, 140]];
  const channels = light.map((from, at) => Math.round(from + (dark[at] - from) * depth));
  return `rgb(${channels.join(",")})`;
}

/** Draws what is shown by the function of its chart. */
export function drawMarks(spec: ChartSpec, options: ChartOptions): Drawing {
  const { chart } = spec.exploration;
  const draw = chart === "line" ? lineChart : chart === "matrix" ? matrixChart : rowChart;
  return draw(spec, options);
}
