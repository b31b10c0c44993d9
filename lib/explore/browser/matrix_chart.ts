import { textWidth } from "../../figures/text_width.ts";
import { theme } from "../../figures/theme.ts";
import { formatNumber } from "../../numbers/format_number.ts";
import type { ChartSpec } from "../chart_spec.ts";
import { svg } from "./element.ts";
import {
  type ChartOptions,
  type DrawnChart,
  gap,
  labelLines,
  layOutRows,
  lineHeight,
  widestOf,
  wrapLabel,
} from "./marks.ts";

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
