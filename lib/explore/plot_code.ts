import type { ChartSpec, ExplorerSettings } from "./chart_spec.ts";
import { aggregateOptions, type Exploration } from "./exploration.ts";
import { Expression, plotParts } from "./plot_parts.ts";
import { capitalise } from "../words/language.ts";

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
  const { exploration, groupCount, mostSeries } = spec;
  const { chart, limit } = exploration;
  const grouped = variableName(spec);
  const where = Object.entries(exploration.where)
    .map(([column, values]) => [column, values.length === 1 ? values[0] : values]);
  const isFiltered = where.length > 0, isTable = chart === "table";
  const some = `some${capitalise(/[\p{L}\p{N}_$]*$/u.exec(settings.rows)?.[0] || "rows")}`;
  const asked = {
    ...aggregateOptions({ ...exploration, where: {}, limit: limit < groupCount ? limit : 0 }),
    ...(mostSeries !== undefined && { mostSeries }),
  };
  const filter = `const ${some} = filterRows(${settings.rows}, {`;
  const imports = [
    ...["aggregate", ...isFiltered ? ["filterRows"] : [], isTable ? "show" : "Plot"],
    ...spec.series.length > 0 && !isTable ? ["seriesOf"] : [],
  ];
  return [
    `import { ${imports.join(", ")} } from "report";`,
    "",
    ...isFiltered ? writeCall(filter, fieldsOf(Object.fromEntries(where)), "});") : [],
    ...writeCall(
      `const ${grouped} = aggregate(${isFiltered ? some : settings.rows}, {`,
      fieldsOf(asked),
      "});",
    ),
    ...isTable ? tableLines(spec, grouped) : plotLines(spec, grouped, settings),
  ].join("\n");
}

/** A chart of one mark is that mark, plotted. */
function plotLines(spec: ChartSpec, rows: string, { language }: ExplorerSettings): string[] {
  const { options, marks } = plotParts(spec, language);
  const codes = marks.map(({ mark, options }) =>
    `Plot.${mark}(${rows}, ${literal(options, rows)})`
  );
  const scales = Object.entries(options).flatMap(([key, value]) =>
    isRecord(value) ? writeCall(`  ${key}: {`, fieldsOf(value, rows), "  },") : [
      `  ${key}: ${literal(value, rows)},`,
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
  return `start: ${literal(chosen, "")},`;
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

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) &&
    !(value instanceof Expression);
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
  return writeCall(`await show(${rows}.map(({ ${fields} }) => ({`, row, "})));");
}

/** A value as TypeScript writes it, with names of fields bare where they may be. */
function literal(value: unknown, rows: string): string {
  if (value instanceof Expression) return value.code(rows);
  if (Array.isArray(value)) return `[${value.map((one) => literal(one, rows)).join(", ")}]`;
  return isRecord(value) ? `{ ${fieldsOf(value, rows).join(", ")} }` : JSON.stringify(value);
}

function fieldsOf(options: Readonly<Record<string, unknown>>, rows = ""): string[] {
  return Object.entries(options)
    .map(([key, value]) => `${fieldName(key)}: ${literal(value, rows)}`);
}

/** The name of a field as it stands in an object: in quotes where it has to be. */
function fieldName(key: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) ? key : JSON.stringify(key);
}

/** A heading for a table: one that is a whole number would change the order of the columns. */
function heading(label: string): string {
  return /^\d+$/.test(label) ? `№ ${label}` : label;
}
