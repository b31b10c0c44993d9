import { palette } from "../figures/palette.ts";
import { hasLabels } from "./chart_layout.ts";
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
    : ["aggregate", ...(hasLabels(spec) ? ["labelX"] : []), "Plot"];
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
  const { title, alt, series } = spec, { source } = settings;
  const shown = variableName(spec, settings);
  return [
    "Plot.plot({",
    `  title: ${literal(title)},`,
    `  caption: ${literal(source)},`,
    `  ariaLabel: ${literal(alt)},`,
    ...scaleLines(spec, shown).map((line) => `  ${line}`),
    ...(series.length === 0 ? [] : [
      `  color: {`,
      `    legend: true,`,
      `    domain: ${literal(series.map(({ label }) => label))},`,
      `    range: ${literal(series.map(({ color }) => color))},`,
      `  },`,
    ]),
    "  marks: [",
    ...markLines(spec, shown).map((line) => `    ${line}`),
    "  ],",
    "})",
  ];
}

function scaleLines(
  { exploration: { chart }, valueLabel, zero }: ChartSpec,
  shown: string,
): string[] {
  const domain = `domain: ${shown}.map(({ group }) => group), label: null`;
  const values = `label: ${literal(valueLabel)}, grid: true, zero: ${zero}`;
  if (chart === "line") return [`x: { type: "point", ${domain} },`, `y: { ${values} },`];
  return chart === "dots"
    ? [`x: { ${values}, inset: 8 },`, `y: { type: "point", ${domain}, grid: true },`]
    : [`x: { ${values} },`, `y: { type: "band", ${domain} },`];
}

function markLines(spec: ChartSpec, shown: string): string[] {
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
  if (chart === "dots") {
    const look = statistic === "each" ? "r: 4, fillOpacity: 0.6" : "r: 5";
    return [`Plot.dot(${shown}, { x: "value", y: "group", fill: ${color}, ${look} }),`];
  }
  const at = `x: "value", y: "group"`;
  return [
    `Plot.barX(${shown}, { ${at}, fill: ${color} }),`,
    ...(hasLabels(spec) ? [`labelX(${shown}, { ${at}, decimals: ${decimals} }),`] : []),
    "Plot.ruleX([0]),",
  ];
}

function tableLines(spec: ChartSpec, settings: ExplorerSettings): string[] {
  return [
    `await show(table(`,
    `  ${tableRows(spec, variableName(spec, settings))},`,
    `  {`,
    ...captionLines(spec, settings).map((line) => `  ${line}`),
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
    `  source: ${literal(settings.source)},`,
    `  language: ${literal(settings.language)},`,
  ];
}
