import type { ChartSpec, ExplorerSettings } from "./chart_spec.ts";
import { aggregateOptions } from "./exploration.ts";
import type { Exploration } from "./exploration.ts";
import { type PlotMark, plotParts, Written } from "./plot_parts.ts";

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
  const { exploration: { chart, limit }, groupCount, mostSeries } = spec;
  const rows = variableName(spec);
  const { options, marks } = plotParts(spec, settings.language);
  const needed = { ...spec.exploration, limit: limit < groupCount ? limit : 0 };
  const asked = { ...aggregateOptions(needed), ...(mostSeries !== undefined && { mostSeries }) };
  const imports = chart === "table"
    ? ["aggregate", "show"]
    : ["aggregate", ...marks.some(({ mark }) => mark === "labelX") ? ["labelX"] : [], "Plot"];
  return [
    `import { ${imports.join(", ")} } from "report";`,
    "",
    ...called(`const ${rows} = aggregate(${settings.rows}, {`, fieldsOf(asked, rows), "});"),
    ...(chart === "table" ? tableLines(spec, rows) : [
      "Plot.plot({",
      ...Object.entries(options).flatMap(([key, value]) => optionLines(key, value, rows)),
      ...called("  marks: [", marks.map((mark) => markCode(mark, rows)), "  ],"),
      "})",
    ]),
  ].join("\n");
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
  return `by${words.map((word) => word[0].toUpperCase() + word.slice(1)).join("")}`;
}

/** A call or a list with its parts, in as many lines as the width of a cell asks for. */
function called(start: string, parts: readonly string[], end: string): string[] {
  const space = start.endsWith("[") ? "" : " ";
  const line = `${start}${space}${parts.join(", ")}${space}${end.trim()}`;
  if (line.length <= 100) return [line];
  const indent = `${/^ */.exec(start)?.[0] ?? ""}  `;
  return [start, ...parts.map((part) => `${indent}${part},`), end];
}

function fieldsOf(options: Readonly<Record<string, unknown>>, rows: string): string[] {
  return Object.entries(options).map(([key, value]) =>
    `${fieldName(key)}: ${written(value, rows)}`
  );
}

function optionLines(key: string, value: unknown, rows: string): string[] {
  if (!isRecord(value)) return [`  ${key}: ${written(value, rows)},`];
  return called(`  ${key}: {`, fieldsOf(value, rows), "  },");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) &&
    !(value instanceof Written);
}

function written(value: unknown, rows: string): string {
  if (value instanceof Written) return value.code(rows);
  return isRecord(value) ? `{ ${fieldsOf(value, rows).join(", ")} }` : literal(value);
}

function markCode({ mark, options, isTied }: PlotMark, rows: string): string {
  const name = mark === "labelX" ? mark : `Plot.${mark}`;
  const given = written(options, rows);
  return `${name}(${rows}, ${isTied ? `Plot.group({ r: "count" }, ${given})` : given})`;
}

/** The rows with headings for a reader. */
function tableLines(spec: ChartSpec, rows: string): string[] {
  const { groupLabel, seriesLabel, valueLabel, series } = spec;
  const columns = [
    [groupLabel, "group"],
    ...(series.length === 0 ? [] : [[seriesLabel, "series"]]),
    [valueLabel, "value"],
  ];
  const fields = columns.map(([, field]) => field).join(", ");
  const row = columns.map(([label, field]) => `${fieldName(heading(label))}: ${field}`);
  return called(`await show(${rows}.map(({ ${fields} }) => ({`, row, "})));");
}

/** A value as TypeScript writes it, with names of fields bare where they may be. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, inner]) =>
    `${fieldName(key)}: ${literal(inner)}`
  );
  return `{ ${fields.join(", ")} }`;
}

/** The name of a field as it stands in an object: in quotes where it has to be. */
function fieldName(key: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) ? key : JSON.stringify(key);
}

/** A heading for a table: one that is a whole number would change the order of the columns. */
function heading(label: string): string {
  return /^\d+$/.test(label) ? `№ ${label}` : label;
}
