import { palette } from "../figures/palette.ts";
import type { Language } from "../model/label.ts";
import { chartHeight, hasLabels, nameMargin, nameWidth, printTicks } from "./chart_layout.ts";
import { aggregateOptions, type ChartSpec, type ExplorerSettings } from "./chart_spec.ts";
import { figureName, variableName } from "./exploration_name.ts";
import { fieldName, literal } from "./literal.ts";
import { heading } from "./heading.ts";

/**
 * Writes a notebook cell that draws what an explorer shows.
 *
 * The cell is complete: it imports what it uses, takes the rows of the notebook, and can be changed
 * like any other.
 *
 * @param spec What is shown.
 * @param settings What the explorer is told about its rows.
 * @returns TypeScript.
 */
export function plotCode(spec: ChartSpec, settings: ExplorerSettings): string {
  const isTable = spec.exploration.chart === "table";
  const imports = isTable
    ? ["aggregate", "show", "table"]
    : ["aggregate", ...(hasLabels(spec) ? ["formatNumber"] : []), "Plot", "plotFigure", "show"];
  const shown = variableName(spec, settings);
  const { limit } = spec.exploration;
  const needed = { ...spec.exploration, limit: limit < spec.groupCount ? limit : 0 };
  const options = Object.entries(aggregateOptions(needed))
    .map(([key, value]) => `${key}: ${literal(value)}`);
  return [
    `import { ${imports.join(", ")} } from "report";`,
    "",
    ...wrapped(`const ${shown} = aggregate(${settings.rows}, {`, options, "});"),
    ...(isTable ? tableLines(spec, settings) : figureLines(spec, settings)),
  ].join("\n");
}

/** A call with its options, in as many lines as the width of a cell asks for. */
function wrapped(start: string, options: readonly string[], end: string): string[] {
  const line = `${start} ${options.join(", ")} ${end}`;
  return line.length <= 100 ? [line] : [start, ...options.map((option) => `  ${option},`), end];
}

function figureLines(spec: ChartSpec, settings: ExplorerSettings): string[] {
  const { series } = spec;
  const shown = variableName(spec, settings);
  return [
    "await show(plotFigure({",
    "  plot: {",
    `    height: ${chartHeight(spec)},`,
    ...scaleLines(spec, { shown, language: settings.language }).map((line) => `    ${line}`),
    ...(series.length === 0 ? [] : [
      `    color: {`,
      `      domain: ${literal(series.map(({ label }) => label))},`,
      `      range: ${literal(series.map(({ color }) => color))},`,
      `    },`,
    ]),
    "    marks: [",
    ...markLines(spec, { shown, language: settings.language }).map((line) => `      ${line}`),
    "    ],",
    "  },",
    ...(series.length === 0
      ? []
      : ["  legend: [", ...series.map((entry) => `    ${literal(entry)},`), "  ],"]),
    `  rows: ${tableRows(spec, shown)},`,
    "}, {",
    ...captionLines(spec, settings),
    "}));",
  ];
}

interface Written {
  /** The variable that holds what is shown. */
  readonly shown: string;
  readonly language: Language;
}

function scaleLines(spec: ChartSpec, { shown, language }: Written): string[] {
  const { exploration: { chart }, valueLabel, zero } = spec;
  const domain = `domain: ${shown}.map(({ group }) => group)`;
  const values = `label: ${literal(valueLabel)}, grid: true, zero: ${zero}`;
  if (chart === "line") {
    return [`x: { type: "point", ${domain}, label: null },`, `y: { ${values} },`];
  }
  const ticks = printTicks(spec, language);
  const axis = ticks === undefined ? values : `${values}, ticks: ${ticks}`;
  const margin = `marginLeft: ${nameMargin(spec)},`;
  return chart === "dots"
    ? [margin, `x: { ${axis}, inset: 8 },`, `y: { type: "point", ${domain}, grid: true },`]
    : [margin, `x: { ${axis} },`, `y: { type: "band", ${domain} },`];
}

function markLines(
  spec: ChartSpec,
  { shown, language }: Written,
): string[] {
  const { exploration: { chart, statistic }, series, zero, decimals } = spec;
  const color = literal(series.length === 0 ? palette[0] : "series");
  if (chart === "line") {
    const line = `{ x: "group", y: "value", z: "series", stroke: ${color}, strokeWidth: 2 }`;
    return [
      `Plot.lineY(${shown}, ${line}),`,
      `Plot.dot(${shown}, { x: "group", y: "value", fill: ${color}, r: 3.5 }),`,
      ...(zero ? ["Plot.ruleY([0]),"] : []),
    ];
  }
  const names = `Plot.axisY({ label: null, tickSize: 0, lineWidth: ${nameWidth} }),`;
  if (chart === "dots") {
    const look = statistic === "each" ? "r: 4, fillOpacity: 0.6" : "r: 5";
    return [names, `Plot.dot(${shown}, { x: "value", y: "group", fill: ${color}, ${look} }),`];
  }
  return [
    names,
    `Plot.barX(${shown}, { x: "value", y: "group", fill: ${color} }),`,
    ...(hasLabels(spec)
      ? [
        `Plot.text(${shown}, {`,
        `  x: "value",`,
        `  y: "group",`,
        `  text: ({ value }) => formatNumber(value, { language: "${language}", decimals: ${decimals} }),`,
        `  textAnchor: "start",`,
        "  dx: 5,",
        "}),",
      ]
      : []),
    "Plot.ruleX([0]),",
  ];
}

function tableLines(spec: ChartSpec, settings: ExplorerSettings): string[] {
  return [
    `await show(table(`,
    `  ${tableRows(spec, variableName(spec, settings))},`,
    `  {`,
    ...captionLines(spec, settings).filter((line) => !line.startsWith("  alt:"))
      .map((line) => `  ${line}`),
    `  },`,
    `));`,
  ];
}

/** The rows with headings for a reader. */
function tableRows({ groupLabel, seriesLabel, valueLabel, series }: ChartSpec, shown: string) {
  const columns = [
    [groupLabel, "group"],
    ...(series.length === 0 ? [] : [[seriesLabel, "series"]]),
    [valueLabel, "value"],
  ];
  const fields = columns.map(([, field]) => field).join(", ");
  const row = columns.map(([label, field]) => `${fieldName(heading(label))}: ${field}`).join(", ");
  return `${shown}.map(({ ${fields} }) => ({ ${row} }))`;
}

function captionLines(spec: ChartSpec, settings: ExplorerSettings): string[] {
  return [
    `  name: ${literal(figureName(spec, settings))},`,
    `  title: ${literal(spec.title)},`,
    `  alt: ${literal(spec.alt)},`,
    `  source: ${literal(settings.source)},`,
    `  language: ${literal(settings.language)},`,
  ];
}
