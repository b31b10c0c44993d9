import type { ChartSpec } from "./chart_spec.ts";
import { palette } from "../figures/theme.ts";
import { explorerWords } from "./words.ts";
import type { Language } from "../model/label.ts";

/** A row of what is drawn, as `aggregate` gives it. */
export interface Drawn {
  readonly group: string;
  readonly series: string;
  readonly value: number;
}

/** A value that is written as code: what it is, given the rows that are drawn. */
export class Written {
  /**
   * @param code The code, in which `rows` stands for the variable of the rows.
   * @param of The same for some rows.
   */
  constructor(
    readonly code: (rows: string) => string,
    readonly of: (rows: readonly Drawn[]) => unknown,
  ) {}
}

/** A mark of Plot over the rows, or `labelX` of ours. */
export interface PlotMark {
  readonly mark: "barX" | "dot" | "lineY" | "cell" | "text" | "labelX";
  readonly options: Readonly<Record<string, unknown>>;
  /** Whether rows at one place are one mark, as large as they are many. */
  readonly isTied?: boolean;
}

/** What is given to `Plot.plot`. */
export interface PlotParts {
  readonly options: Readonly<Record<string, unknown>>;
  readonly marks: readonly PlotMark[];
}

const groups = new Written(
  (rows) => `${rows}.map(({ group }) => group)`,
  (rows) => rows.map(({ group }) => group),
);
const series = new Written(
  (rows) => `${rows}.map(({ series }) => series)`,
  (rows) => rows.map(({ series }) => series),
);

/**
 * A chart in the terms of Plot, to be drawn and to be written as code.
 *
 * @param spec What is shown; not a table.
 * @param language Language of what a scale of shares is called.
 */
export function plotParts(spec: ChartSpec, language: Language): PlotParts {
  const { exploration: { chart, statistic }, title, note, source, valueLabel, zero } = spec;
  const parted = spec.series.length > 0;
  const head = {
    title,
    ...(note === "" ? {} : { subtitle: note }),
    ...(source !== "" && { caption: source }),
  };
  const most = wholeTicksOf(spec), ticks = most === undefined ? {} : { ticks: most };
  const color = parted ? { color: colorsOf(spec) } : {};
  const values = { label: valueLabel, grid: true, ...ticks };
  const rows = { label: null, domain: groups };
  const at = { x: "value", y: "group" }, fill = parted ? { fill: "series" } : {};
  if (chart === "line") {
    const stroke = parted ? { stroke: "series" } : {};
    return {
      options: { ...head, x: rows, y: { ...values, ...(zero && { zero }) }, ...color },
      marks: [{ mark: "lineY", options: { x: "group", y: "value", ...stroke, marker: true } }],
    };
  }
  if (chart === "matrix") {
    const place = { x: "series", y: "group" };
    return {
      options: {
        ...head,
        x: { axis: "top", label: null, domain: series },
        y: rows,
        color: { scheme: "Blues" },
      },
      marks: [
        { mark: "cell", options: { ...place, fill: "value" } },
        { mark: "text", options: { ...place, text: "value", fill: "black", stroke: "white" } },
      ],
    };
  }
  if (chart === "dots") {
    const isTied = statistic === "each";
    const places = parted
      ? {
        fy: rows,
        y: { axis: null, domain: spec.series.map(({ label }) => label), type: "point" },
      }
      : { y: { ...rows, grid: true, type: "point" } };
    const dots = parted ? { x: "value", fy: "group", y: "series", fill: "series" } : at;
    return {
      options: { ...head, x: { ...values, ...(zero && { zero }), inset: 10 }, ...places, ...color },
      marks: [{ mark: "dot", options: { fill: palette[0], ...dots }, isTied }],
    };
  }
  if (chart === "shares") {
    const label = explorerWords[language].share(valueLabel);
    return {
      options: { ...head, x: { label, percent: true, grid: true }, y: rows, ...color },
      marks: [{ mark: "barX", options: { ...at, ...fill, offset: "normalize" } }],
    };
  }
  return {
    options: { ...head, x: values, y: rows, ...color },
    marks: [
      { mark: "barX", options: { ...at, ...fill } },
      ...(hasLabels(spec)
        ? [{
          mark: "labelX" as const,
          options: { ...at, ...(spec.decimals > 0 && { decimals: spec.decimals }) },
        }]
        : []),
    ],
  };
}

/** Colours in the order of the legend; they need no saying where they are Plot's own. */
function colorsOf({ series: named, shown }: ChartSpec): Readonly<Record<string, unknown>> {
  const labels = named.map(({ label }) => label);
  const met = [...new Set(shown.map(({ series }) => series))];
  const domain = labels.every((label, at) => label === met[at]) ? series : labels;
  const isPalette = named.every(({ color }, at) => color === palette[at]);
  const range = isPalette ? {} : { range: named.map(({ color }) => color) };
  return { legend: true, domain, ...range };
}

/** Whether each bar has its value written at its end. */
export function hasLabels({ exploration, series, shown }: ChartSpec): boolean {
  return exploration.chart === "bars" && series.length === 0 &&
    shown.every(({ value }) => value >= 0);
}

/** How many ticks a scale of few whole numbers has, which it would part; `undefined` where that needs no saying. */
export function wholeTicksOf({ shown, exploration: { chart } }: ChartSpec): number | undefined {
  const bars = [...Map.groupBy(shown, ({ group }) => group).values()]
    .map((parts) => parts.reduce((sum, { value }) => sum + value, 0));
  const most = Math.max(0, ...chart === "bars" ? bars : shown.map(({ value }) => value));
  const isWhole = shown.every(({ value }) => Number.isInteger(value) && value >= 0);
  return isWhole && chart !== "shares" && most > 0 && most <= 8 ? most : undefined;
}
