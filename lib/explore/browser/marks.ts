import { palette, theme } from "../../figures/theme.ts";
import { textWidth, wrapText } from "../../figures/text_width.ts";
import type { Language } from "../../model/label.ts";
import type { ChartSpec } from "../chart_spec.ts";
import type { Aggregated, PlainRow } from "../../rows/group_rows.ts";
import { type Attributes, type Child, svg } from "./element.ts";

/** A mark of a chart with what it stands for: where it begins and ends on the scale of values. */
export interface Mark {
  readonly of: Aggregated<PlainRow>;
  readonly from: number;
  readonly to: number;
  readonly color: string;
}

/**
 * The marks of a chart; bars of one group stand one after another, those below zero to the left.
 *
 * @param spec What is shown.
 * @returns One mark for each part of a group.
 */
export function marksOf({ exploration: { chart }, shown, series }: ChartSpec): Mark[] {
  const colors = new Map(series.map(({ label, color }) => [label, color]));
  const ends = new Map<string, number>();
  return shown.map((of) => {
    const color = colors.get(of.series) ?? palette[0];
    if (chart !== "bars" && chart !== "shares") return { of, from: of.value, to: of.value, color };
    const side = `${of.value < 0} ${of.group}`;
    const length = chart === "shares" ? shareOf(of, shown) : of.value;
    const from = ends.get(side) ?? 0, to = from + length;
    ends.set(side, to);
    return { of, from, to, color };
  });
}

/** What a part is of its group, in per cent. */
export function shareOf(
  { group, value }: { readonly group: string; readonly value: number },
  shown: ChartSpec["shown"],
): number {
  const whole = shown.reduce((sum, one) => one.group === group ? sum + one.value : sum, 0);
  return whole === 0 ? 0 : 100 * value / whole;
}

/** The ends of the scale of values. */
export function domainOf(marks: readonly Mark[], zero: boolean): [number, number] {
  const all = [...(zero ? [0] : []), ...marks.flatMap(({ from, to }) => [from, to])];
  const low = Math.min(...all), high = Math.max(...all);
  return low < high ? [low, high] : [Math.min(0, low), Math.max(1, high)];
}

/** How large a chart is, and in which language its numbers are. */
export type ChartOptions = { readonly width: number; readonly language: Language };

/** A chart, and the shape of each of its marks. */
export interface DrawnChart {
  readonly content: SVGGElement;
  readonly height: number;
  readonly marks: readonly { readonly mark: Mark; readonly shape: SVGElement }[];
}

/** A picture of its own, with the fonts and colours of figures. */
export function picture(
  attributes: Attributes & Record<"width" | "height", number>,
  ...children: readonly Child[]
): SVGSVGElement {
  const viewBox = `0 0 ${attributes.width} ${attributes.height}`;
  const { fontFamily, textSize, ink } = theme;
  const style = { "font-family": fontFamily, "font-size": textSize, fill: ink };
  return svg("svg", { ...attributes, viewBox, ...style }, children);
}

/** How wide the widest of some texts is in the chart's font, whichever the page has of its family: at least this wide. */
export function widestOf(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => textWidth(text)));
}

/** A label in lines that are no wider than told, at most three. */
export function wrapLabel(label: string, width: number): string[] {
  const lines = wrapText(label, { width });
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), `${lines[2].slice(0, -1)}\u2026`];
}

/** How high a line of a label is. */
export const lineHeight = 14;

/** The lines of a label, with their middle at a place. */
export function labelLines(
  lines: readonly string[],
  { x, y, anchor }: {
    readonly x: number;
    readonly y: number;
    readonly anchor: "start" | "middle" | "end";
  },
): SVGTextElement {
  const first = y + 4 - (lines.length - 1) * lineHeight / 2;
  return svg(
    "text",
    { class: "name", "text-anchor": anchor },
    lines.map((line, index) => svg("tspan", { x, y: first + index * lineHeight }, line)),
  );
}

/** Room between the names of groups and what is drawn. */
export const gap = 8;

/**
 * Places the rows of groups, from a top on, each as high as its name needs and no lower than told.
 *
 * @returns How much room the names take at the left, where each row has its middle, and where the last ends.
 */
export function layOutRows(
  groups: readonly string[],
  { widest, least, top }: Readonly<Record<"widest" | "least" | "top", number>>,
) {
  const lines = groups.map((group) => wrapLabel(group, Math.min(230, widest)));
  const left = Math.ceil(Math.max(20, widestOf(lines.flat()))) + gap;
  const heights = lines.map(({ length }) => Math.max(least, length * lineHeight + 8));
  let bottom = top;
  const middles = heights.map((height) => (bottom += height) - height / 2);
  const names = lines.map((name, at) =>
    labelLines(name, { x: left - gap, y: middles[at], anchor: "end" })
  );
  return { left, heights, middles, bottom, names };
}

/** A line across the chart for each number of an axis, with the number where it is told. */
export function tickLines(
  ticks: readonly number[],
  language: Language,
  place: (tick: number) => { readonly line: Attributes; readonly text: Attributes },
): SVGGElement[] {
  const texts = tickTexts(ticks, language);
  return ticks.map(place).map(({ line, text }, at) =>
    svg(
      "g",
      { class: "tick" },
      svg("line", { ...line, stroke: theme.grid }),
      svg("text", { ...text, fill: theme.muted }, texts[at]),
    )
  );
}

/** Numbers of an axis in the language, all with as many decimals. */
export function tickTexts(ticks: readonly number[], language: Language): string[] {
  const decimals = Math.max(0, ...ticks.map((tick) => String(tick).split(".")[1]?.length ?? 0));
  const { format } = new Intl.NumberFormat(language === "ru" ? "ru-RU" : "en-GB", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: "always",
  });
  return ticks.map((tick) => format(tick).replace("-", "\u2212"));
}
