import { didYouMean } from "../errors/did_you_mean.ts";
import type { Edition } from "../model/edition.ts";
import { isPeriod } from "../model/observation.ts";
import type { PrintedTable } from "../model/printed_table.ts";
import { codeOf } from "./code_of.ts";

/** A column of a printed table that measures something. */
export interface PrintedColumn {
  readonly name: string;
  readonly code: string;
  readonly indicator: string;
  readonly population: string;
  readonly scope: string;
  readonly territory: string;
  readonly period: string;
  /** Place in the file, from 0. */
  readonly field: number;
}

/** What printed tables are read by. */
export type EditionOfTables = Pick<Edition, "area" | "period" | "language" | "numberFormat">;

/** What stands for a dimension of which a table says nothing. */
export const everything = "all";

/** What a column measures; or, in words, why nobody knows. */
export function columnOf(
  name: string,
  { table, edition, code, field }: {
    readonly table: PrintedTable;
    readonly edition: EditionOfTables;
    readonly code: string;
    readonly field: number;
  },
): PrintedColumn | string {
  const patterns = Object.keys(table.columns);
  const pattern = patterns.find((one) => one === name) ??
    patterns.find((one) => one.includes("{") && matches(one, name));
  if (pattern === undefined) {
    return `expected "${name}" in columns or in leftOut of the table's .json; ${
      didYouMean(name, patterns)
    }`;
  }
  const found = pattern === name ? {} : matches(pattern, name) ?? {};
  const told = table.columns[pattern];
  const fill = (text: string) =>
    text.replaceAll(/\{(\w+)\}/g, (whole, key: string) => found[key] ?? whole);
  const dimension = (key: "indicator" | "population" | "scope" | "territory", other: string) =>
    codeOf(fill(told[key] ?? table[key] ?? other));
  const period = fill(told.period ?? found.period ?? table.period ?? edition.period);
  if (!isPeriod(period)) {
    return `expected a period such as 2016 or 2016-Q1 of column "${name}", found "${period}"`;
  }
  return {
    name,
    code: told.id === undefined ? code : fill(told.id),
    indicator: dimension("indicator", found.measure ?? name),
    population: dimension("population", everything),
    scope: dimension("scope", everything),
    territory: dimension("territory", everything),
    period,
    field,
  };
}

/** What the names in braces of a pattern stand for in a header; `undefined` if it does not match. */
function matches(pattern: string, header: string): Record<string, string> | undefined {
  const literal = pattern.replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&");
  const source = literal.replaceAll(
    /\{(\w+)\}/g,
    (_, name) => name === "period" ? `(?<period>\\d{4}(?:[-/]\\w+)*)` : `(?<${name}>.+?)`,
  );
  return new RegExp(`^${source}$`, "u").exec(header)?.groups;
}
