import { palette } from "../figures/palette.ts";
import { chartHeight, hasLabels } from "./chart_layout.ts";
import { aggregateOptions, type ChartSpec, type ExplorerSettings } from "./chart_spec.ts";

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
  const options = Object.entries(aggregateOptions(spec.exploration));
  return [
    `import { ${imports.join(", ")} } from "report";`,
    "",
    `const ${shown} = aggregate(${settings.rows}, {`,
    ...options.map(([key, value]) => `  ${key}: ${literal(value)},`),
    "});",
    ...(isTable ? tableLines(spec, settings) : figureLines(spec, settings)),
  ].join("\n");
}

/** Name of the figure, for its file. */
export function figureName(spec: ChartSpec, settings: ExplorerSettings): string {
  const kebab = variableName(spec, settings).replace(/\p{Lu}/gu, (letter) => `-${letter}`)
    .toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return kebab || "exploration";
}

/** Such as `initiativesByKind`, of letters that JavaScript takes. */
export function variableName({ exploration }: ChartSpec, { rows }: ExplorerSettings): string {
  const of = /[\p{L}\p{N}_]+(?=\W*$)/u.exec(rows)?.[0] ?? "rows";
  const { group, series } = exploration;
  const name = [of, group, ...(series === "" ? [] : [series])].map(pascal).join("By");
  return name[0].toLowerCase() + name.slice(1);
}

function pascal(text: string): string {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const joined = words.map((word) => word[0].toUpperCase() + word.slice(1)).join("");
  return /^\p{L}/u.test(joined) ? joined : `N${joined}`;
}

function figureLines(spec: ChartSpec, settings: ExplorerSettings): string[] {
  const { series } = spec;
  const shown = variableName(spec, settings);
  return [
    "await show(plotFigure({",
    "  plot: {",
    `    height: ${chartHeight(spec)},`,
    ...scaleLines(spec, shown).map((line) => `    ${line}`),
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
    `  rows: ${shown},`,
    "}, {",
    ...captionLines(spec, settings),
    "}));",
  ];
}

function scaleLines(spec: ChartSpec, shown: string): string[] {
  const { exploration: { chart }, valueLabel, zero } = spec;
  const domain = `domain: ${shown}.map(({ group }) => group)`;
  const values = `label: ${literal(valueLabel)}, grid: true, zero: ${zero}`;
  if (chart === "line") {
    return [`x: { type: "point", ${domain}, label: null },`, `y: { ${values} },`];
  }
  return chart === "dots"
    ? [`x: { ${values}, inset: 8 },`, `y: { type: "point", ${domain}, grid: true },`]
    : [`x: { ${values} },`, `y: { type: "band", ${domain} },`];
}

function markLines(
  spec: ChartSpec,
  { shown, language }: { readonly shown: string; readonly language: string },
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
  const names = "Plot.axisY({ label: null, tickSize: 0, lineWidth: 18 }),";
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
  const { groupLabel, seriesLabel, valueLabel, series } = spec;
  const columns = [
    `[${literal(groupLabel)}]: group`,
    ...(series.length === 0 ? [] : [`[${literal(seriesLabel)}]: series`]),
    `[${literal(valueLabel)}]: value`,
  ];
  const fields = series.length === 0 ? "{ group, value }" : "{ group, series, value }";
  return [
    `await show(table(`,
    `  ${variableName(spec, settings)}.map((${fields}) => ({ ${columns.join(", ")} })),`,
    `  {`,
    ...captionLines(spec, settings).filter((line) => !line.startsWith("  alt:"))
      .map((line) => `  ${line}`),
    `  },`,
    `));`,
  ];
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

/** A value as TypeScript writes it, with names of fields bare where they may be. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, inner]) =>
    `${/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) ? key : JSON.stringify(key)}: ${
      literal(inner)
    }`
  );
  return `{ ${fields.join(", ")} }`;
}
