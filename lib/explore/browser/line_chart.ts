import { ticks } from "d3-array";
import { theme } from "../../figures/theme.ts";
import type { ChartSpec } from "../chart_spec.ts";
import { svg } from "./element.ts";
import {
  type ChartOptions,
  domainOf,
  type DrawnChart,
  marksOf,
  tickLines,
  tickTexts,
  widestOf,
} from "./marks.ts";

const height = 320, top = 30, axisHeight = 36, right = 20;

/**
 * Draws lines over ordered groups, one for each value of the series.
 *
 * @param spec What is shown.
 * @param options Width and language.
 * @returns The chart and its marks.
 */
export function lineChart(spec: ChartSpec, { width, language }: ChartOptions): DrawnChart {
  const { groups, zero, valueLabel } = spec;
  const marks = marksOf(spec);
  const domain = domainOf(marks, zero), bottom = height - axisHeight;
  const steps = ticks(...domain, (bottom - top) / 35)
    .filter((tick) => spec.decimals > 0 || Number.isInteger(tick));
  const left = widestOf(tickTexts(steps, language)) + 12;
  const step = (width - left - right) / Math.max(1, groups.length);
  const x = (group: string) => left + step * (groups.indexOf(group) + 0.5);
  const y = (value: number) =>
    bottom - (value - domain[0]) / (domain[1] - domain[0]) * (bottom - top);
  const widest = widestOf(groups) + 12;
  const every = Math.ceil(widest / step);
  const drawn = marks.map((mark) => ({
    mark,
    shape: svg("circle", { cx: x(mark.of.group), cy: y(mark.to), r: 4 }),
  }));
  const lines = [...Map.groupBy(marks, ({ of }) => of.series).values()].map((line) =>
    svg("path", {
      class: "line",
      fill: "none",
      stroke: line[0].color,
      "stroke-width": 2,
      d: line.map(({ of, to }, index) => `${index ? "L" : "M"}${x(of.group)},${y(to)}`).join(""),
    })
  );
  const content = svg(
    "g",
    {},
    svg("text", { x: 4, y: 14, fill: theme.muted }, valueLabel),
    ...tickLines(steps, language, (value) => ({
      line: { x1: left, x2: width - right, y1: y(value), y2: y(value) },
      text: { x: left - 6, y: y(value) + 4, "text-anchor": "end" },
    })),
    ...groups.filter((_, index) => index % every === 0).map((group) =>
      svg("text", { class: "name", x: x(group), y: bottom + 20, "text-anchor": "middle" }, group)
    ),
    ...(zero
      ? [svg("line", { x1: left, x2: width - right, y1: y(0), y2: y(0), stroke: theme.ink })]
      : []),
    ...lines,
    ...drawn.map(({ shape }) => shape),
  );
  return { content, height, marks: drawn };
}
