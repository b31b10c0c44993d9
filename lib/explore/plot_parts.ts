import type { ChartSpec } from "./chart_spec.ts";
import { palette } from "../figures/theme.ts";
import type { Language } from "../model/label.ts";
import { explorerWords } from "./words.ts";

/** An option that is code over the rows that are drawn. */
export class Expression {
  /**
   * @param code The code, given the variable of the rows.
   * @param value What it gives.
   */
  constructor(
    readonly code: (rows: string) => string,
    readonly value: unknown,
  ) {}
}

const r = new Expression(
  () => "({ rows }) => rows.length",
  ({ rows }: ChartSpec["shown"][number]) => rows.length,
);

/** Options that can be written as code. */
export type WritableOptions = Readonly<Record<string, unknown>>;

/** A mark of Plot over what `aggregate` gives. */
export interface PlotMark {
  readonly mark: "barX" | "dot" | "lineY" | "cell" | "text";
  readonly options: WritableOptions;
}

/** A chart in the terms of Plot. */
export interface PlotParts {
  readonly options: WritableOptions;
  readonly marks: readonly PlotMark[];
}

/**
 * A chart in the terms of Plot, to be drawn and to be written as code.
 *
 * @param spec What is shown; not a table.
 * @param language Language of what a scale of shares is called.
 */
export function plotParts(spec: ChartSpec, language: Language): PlotParts {
  const { exploration: { chart, statistic }, title, note, source, valueLabel, zero } = spec;
  const domain = new Expression(
    (rows) => `seriesOf(${rows})`,
    spec.series.map(({ label }) => label),
  );
  const most = wholeTicksOf(spec), isParted = spec.series.length > 0;
  const isPalette = spec.series.every(({ color }, at) => color === palette[at]);
  const range = !isPalette && { range: spec.series.map(({ color }) => color) };
  const color = isParted && { color: { legend: true, domain, ...range } };
  const parts = (scales: WritableOptions, ...marks: readonly PlotMark[]): PlotParts => {
    const texts = {
      title,
      ...(note !== "" && { subtitle: note }),
      ...(source !== "" && { caption: source }),
    };
    return { options: { ...texts, ...scales }, marks };
  };
  const value = {
    label: valueLabel,
    grid: true,
    ...(most !== undefined && { ticks: most }),
    ...(zero && (chart === "dots" || chart === "line") && { zero }),
  };
  // Plot warns of numbers and dates as groups where it is not told that they are groups.
  const type = chart === "dots" || chart === "line" ? "point" : "band";
  const group = { label: null, ...(spec.groups.some((name) => /^\d/.test(name)) && { type }) };
  const at = { x: "value", y: "group" }, sort = { y: null };
  const fill = isParted && { fill: "series" }, stroke = isParted && { stroke: "series" };
  if (chart === "matrix") {
    const x = { axis: "top", label: null, domain }, place = { x: "series", y: "group" };
    const text = { ...place, text: "value", fill: "black", stroke: "white" };
    return parts(
      { x, y: group, color: { scheme: "Blues" } },
      { mark: "cell", options: { ...place, fill: "value", sort } },
      { mark: "text", options: text },
    );
  }
  if (chart === "line") {
    const line = { x: "group", y: "value", ...stroke, marker: true, sort: { x: null } };
    return parts({ x: group, y: value, ...color }, { mark: "lineY", options: line });
  }
  if (chart === "dots") {
    const isTied = statistic === "each" && spec.shown.some(({ rows }) => rows.length > 1);
    // Dots of several sizes are hollow, so that none hides another.
    const size = isTied ? { r, ...stroke } : fill;
    if (!isParted) {
      const scales = { x: value, y: { ...group, grid: true } };
      return parts(scales, { mark: "dot", options: { ...at, ...size, sort } });
    }
    const scales = { x: value, fy: { label: null }, y: { axis: null, domain }, ...color };
    const dots = { x: "value", fy: "group", y: "series", ...size, sort: { fy: null } };
    return parts(scales, { mark: "dot", options: dots });
  }
  const isShares = chart === "shares";
  const bars = { ...at, ...fill, ...(isShares && { offset: "normalize" }), sort };
  const shares = { label: explorerWords[language].share(valueLabel), percent: true, grid: true };
  const scales = { x: isShares ? shares : value, y: group, ...color };
  return parts(scales, { mark: "barX", options: bars });
}

/** How many ticks a scale of few whole numbers has, which it would part; `undefined` where that needs no saying. */
export function wholeTicksOf({ shown, exploration: { chart } }: ChartSpec): number | undefined {
  const bars = [...Map.groupBy(shown, ({ group }) => group).values()]
    .map((parts) => parts.reduce((sum, { value }) => sum + value, 0));
  const most = Math.max(0, ...chart === "bars" ? bars : shown.map(({ value }) => value));
  const isWhole = shown.every(({ value }) => Number.isInteger(value) && value >= 0);
  return isWhole && chart !== "shares" && most > 0 && most <= 8 ? most : undefined;
}
