import { palette } from "../figures/theme.ts";
import type { Language } from "../model/label.ts";
import { capitalise } from "../words/language.ts";
import { type ChartSpec, type ExplorerSettings, explorerWords } from "./chart_spec.ts";
import { aggregateOptions, type Exploration } from "./exploration.ts";

/** Options of Plot. */
type PlotOptions = Readonly<Record<string, unknown>>;

/** A mark of Plot over what `aggregate` gives, with its options. */
type PlotMark = readonly ["barX" | "dot" | "lineY" | "cell" | "text", PlotOptions];

/**
 * A chart in the terms of Plot, to be drawn or to be written as code.
 *
 * @param spec What is shown; not a table.
 * @param language Language of what a scale of shares is called.
 * @param rows What is reckoned of the rows: as values, or as the code that gives them.
 */
export function plotParts(
  spec: ChartSpec,
  language: Language,
  { domain, r }: { readonly domain: unknown; readonly r: unknown },
) {
  const { exploration: { chart, statistic }, title, note, source, valueLabel, zero, series } = spec;
  const most = wholeTicksOf(spec), isParted = series.length > 0, isPoints = /dots|line/.test(chart);
  const isPalette = series.every(({ color }, at) => color === palette[at]);
  const range = !isPalette && { range: series.map(({ color }) => color) };
  const color = isParted && { color: { legend: true, domain, ...range } };
  const parts = (scales: PlotOptions, ...marks: readonly PlotMark[]) => ({
    options: {
      title,
      ...(note !== "" && { subtitle: note }),
      ...(source !== "" && { caption: source }),
      ...scales,
    },
    marks,
  });
  const value = {
    label: valueLabel,
    grid: true,
    ...(most !== undefined && { ticks: most }),
    ...(zero && isPoints && { zero }),
  };
  // Plot warns of numbers and dates as groups where it is not told that they are groups.
  const type = spec.groups.some((name) => /^\d/.test(name)) &&
    { type: isPoints ? "point" : "band" };
  const group = { label: null, ...type };
  const at = { x: "value", y: "group" }, sort = { y: null };
  const fill = isParted && { fill: "series" }, stroke = isParted && { stroke: "series" };
  if (chart === "matrix") {
    const place = { x: "series", y: "group" };
    return parts(
      { x: { axis: "top", label: null, domain }, y: group, color: { scheme: "Blues" } },
      ["cell", { ...place, fill: "value", sort }],
      ["text", { ...place, text: "value", fill: "black", stroke: "white" }],
    );
  }
  if (chart === "line") {
    const line = { x: "group", y: "value", ...stroke, marker: true, sort: { x: null } };
    return parts({ x: group, y: value, ...color }, ["lineY", line]);
  }
  if (chart === "dots") {
    const isTied = statistic === "each" && spec.shown.some(({ rows }) => rows.length > 1);
    // Dots of several sizes are hollow, so that none hides another.
    const size = isTied ? { r, ...stroke } : fill;
    if (!isParted) {
      const scales = { x: value, y: { ...group, grid: true } };
      return parts(scales, ["dot", { ...at, ...size, sort }]);
    }
    const scales = { x: value, fy: { label: null }, y: { axis: null, domain }, ...color };
    const place = { x: "value", fy: "group", y: "series" };
    return parts(scales, ["dot", { ...place, ...size, sort: { fy: null } }]);
  }
  const isShares = chart === "shares";
  const shares = { label: explorerWords[language].share(valueLabel), percent: true, grid: true };
  const scales = { x: isShares ? shares : value, y: group, ...color };
  return parts(scales, [
    "barX",
    { ...at, ...fill, ...(isShares && { offset: "normalize" }), sort },
  ]);
}

/** How many ticks a scale of few whole numbers has, which it would part; `undefined` where that needs no saying. */
export function wholeTicksOf({ shown, exploration: { chart } }: ChartSpec): number | undefined {
  const bars = [...Map.groupBy(shown, ({ group }) => group).values()]
    .map((parts) => parts.reduce((sum, { value }) => sum + value, 0));
  const most = Math.max(0, ...chart === "bars" ? bars : shown.map(({ value }) => value));
  const isWhole = shown.every(({ value }) => Number.isInteger(value) && value >= 0);
  return isWhole && chart !== "shares" && most > 0 && most <= 8 ? most : undefined;
}

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
  const { exploration, groupCount, mostSeries } = spec, { chart, limit } = exploration;
  const grouped = variableName(spec), isTable = chart === "table";
  const where = Object.entries(exploration.where)
    .map(([column, values]) => [column, values.length === 1 ? values[0] : values]);
  const isFiltered = where.length > 0;
  const some = isFiltered
    ? `some${capitalise(/[\p{L}\p{N}_$]*$/u.exec(settings.rows)?.[0] || "rows")}`
    : settings.rows;
  const asked = {
    ...aggregateOptions({ ...exploration, where: {}, limit: limit < groupCount ? limit : 0 }),
    ...(mostSeries !== undefined && { mostSeries }),
  };
  const filter = `const ${some} = filterRows(${settings.rows}, {`;
  const imports = [
    "aggregate",
    ...isFiltered ? ["filterRows"] : [],
    isTable ? "show" : "Plot",
    ...spec.series.length > 0 && !isTable ? ["seriesOf"] : [],
  ];
  return [
    `import { ${imports.join(", ")} } from "report";`,
    "",
    ...isFiltered ? writeCall(filter, fieldsOf(Object.fromEntries(where)), "});") : [],
    ...writeCall(`const ${grouped} = aggregate(${some}, {`, fieldsOf(asked), "});"),
    ...isTable ? tableLines(spec, grouped) : plotLines(spec, grouped, settings),
  ].join("\n");
}

/** A chart of one mark is that mark, plotted. */
function plotLines(spec: ChartSpec, rows: string, { language }: ExplorerSettings): string[] {
  const { options, marks } = plotParts(spec, language, {
    domain: new Code(`seriesOf(${rows})`),
    r: new Code("({ rows }) => rows.length"),
  });
  const codes = marks.map(([mark, options]) => `Plot.${mark}(${rows}, ${literal(options)})`);
  const scales = Object.entries(options).flatMap(([key, value]) =>
    isRecord(value) ? writeCall(`  ${key}: {`, fieldsOf(value), "  },") : [
      `  ${key}: ${literal(value)},`,
    ]
  );
  return codes.length === 1
    ? [`${codes[0]}.plot({`, ...scales, "})"]
    : ["Plot.plot({", ...scales, ...writeCall("  marks: [", codes, "  ],"), "})"];
}

/**
 * Writes what is shown as an option of `explore`, so that it is shown first next time.
 *
 * @param exploration What is shown.
 * @returns TypeScript.
 */
export function startCode(exploration: Exploration): string {
  const { chart, limit } = exploration;
  const chosen = { ...aggregateOptions({ ...exploration, limit: 0 }), chart, limit };
  return `start: ${literal(chosen)},`;
}

/** Such as `byKind`, of letters that JavaScript takes. */
export function variableName({ exploration: { group } }: ChartSpec): string {
  const words = group.replace(/(?<=.)Labels?$/, "").match(/[\p{L}\p{N}]+/gu) ?? [];
  return `by${words.map(capitalise).join("")}`;
}

/** How wide a line of a cell is at most. */
const width = 100;

/** A call or a list with its parts, in as many lines as the width of a cell asks for. */
function writeCall(start: string, parts: readonly string[], end: string): string[] {
  const space = start.endsWith("[") ? "" : " ";
  const line = `${start}${space}${parts.join(", ")}${space}${end.trim()}`;
  if (line.length <= width) return [line];
  const indent = `${/^ */.exec(start)?.[0] ?? ""}  `;
  const inner = `${indent}${parts.join(", ")},`;
  return [
    start,
    ...inner.length <= width ? [inner] : parts.map((part) => `${indent}${part},`),
    end,
  ];
}

function isRecord(value: unknown): value is PlotOptions {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The rows with headings for a reader: one that is a whole number would change the order of the columns. */
function tableLines(spec: ChartSpec, rows: string): string[] {
  const columns = [
    [spec.groupLabel, "group"],
    ...(spec.series.length === 0 ? [] : [[spec.seriesLabel, "series"]]),
    [spec.valueLabel, "value"],
  ];
  const fields = columns.map(([, field]) => field).join(", ");
  const row = columns.map(([label, field]) =>
    `${fieldName(/^\d+$/.test(label) ? `№ ${label}` : label)}: ${field}`
  );
  return writeCall(`await show(${rows}.map(({ ${fields} }) => ({`, row, "})));");
}

/** Code that stands for the value that it gives. */
class Code {
  constructor(readonly text: string) {}
}

/** A value as TypeScript writes it, with names of fields bare where they may be. */
function literal(value: unknown): string {
  if (value instanceof Code) return value.text;
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  return isRecord(value) ? `{ ${fieldsOf(value).join(", ")} }` : JSON.stringify(value);
}

function fieldsOf(options: PlotOptions): string[] {
  return Object.entries(options).map(([key, value]) => `${fieldName(key)}: ${literal(value)}`);
}

/** The name of a field as it stands in an object: in quotes where it has to be. */
function fieldName(key: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) ? key : JSON.stringify(key);
}
