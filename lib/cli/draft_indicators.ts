import { codeOf } from "../load/code_of.ts";
import { isQuotient, unitOf } from "../preflight/period.ts";
import type { GridCell, TableGrid } from "../preflight/table.ts";
import type { TableRelation } from "../preflight/table_relation.ts";

/** What a column is that holds changes of a quantity between two periods. */
export interface Change {
  readonly stem: string;
  readonly period: string;
}

/** What a header measures, without its period; `value` where it names nothing else. */
export function measureOf(stem: string): string {
  return stem.replace(/(?:(?<=\s)(?:of|in|for|в|за)\s+)?\{period\}/iu, " ")
    .replaceAll(/(?<=\p{L}{3})[¹²³⁴-⁹]+/gu, "").replaceAll(/\s+(?=[,;:.)]|$)|(?<=\()\s+/gu, "")
    .replaceAll(/(?<=[,;:(])[,;:]+|\(\)/g, "")
    .replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%)]+$/gu, "") || "value";
}

interface DraftContext {
  readonly isOfRows: boolean;
  readonly language: string;
  readonly changes: ReadonlyMap<string, Change>;
}

/** The quantities of a table, each with a unit that its relations can be computed in. */
export function indicatorsOf(
  { table, measures }: TableGrid,
  relations: readonly TableRelation[],
  { isOfRows, language, changes }: DraftContext,
): Record<string, unknown> {
  const lines: { name: string; stem: string; cells: readonly GridCell[] }[] = isOfRows
    ? table.rows.map(({ name, cells }) => ({
      ...{ name, stem: name },
      cells: measures.map(({ index }) => cells[index]),
    }))
    : measures.map(({ name, header, index }) => ({
      name,
      stem: measureOf(changes.get(name)?.stem ?? header.stem),
      cells: table.rows.map(({ cells }) => cells[index]),
    }));
  const codes = new Map(
    lines.flatMap(({ name, stem }) => [[name, codeOf(stem)], [stem, codeOf(stem)]]),
  );
  for (const { header } of isOfRows ? [] : measures) {
    codes.set(header.stem, codeOf(measureOf(header.stem)));
  }
  const { own = [], across = [] } = Object.groupBy(
    relations,
    ({ each }) => (each === "column") === isOfRows ? "own" : "across",
  );
  // Shares of one whole in each row or column: all of these are in per cent.
  const shared = across.filter(({ kind }) => kind === "shares").flatMap(({ except, unit }) =>
    lines.filter(({ name }) => !except.includes(name)).map(({ name }) => [name, unit] as const)
  );
  const codeFor = (name: string) => codes.get(name) ?? "";
  const units = unitsOf(lines, { relations: own, shared, codeFor });
  return Object.fromEntries(
    [...Map.groupBy(lines, ({ stem }) => codeOf(stem))].map(([code, alike]) => {
      const unit = units.get(code) ?? "units";
      const isCount = !/^(?:thousand|million|billion)-|^percent$|^per-/.test(unit) &&
        alike.every(({ cells }) => cells.every(isWhole));
      const name = alike[0].stem.replaceAll(/[_\s]+/g, " ").trim();
      const label = { [language]: name };
      return [code, { unit, precision: isCount ? "count" : "rounded", label }];
    }),
  );
}

function isWhole({ read }: GridCell): boolean {
  return !("value" in read) || (read.decimals <= 0 && read.sign === "");
}

/** The unit of each quantity: told by its name, or by the relations that give it, in one unit with what it is added to. */
function unitsOf(
  lines: readonly { readonly stem: string }[],
  { relations, shared, codeFor }: {
    readonly relations: readonly TableRelation[];
    /** Names whose unit is told by a relation that holds in each of them. */
    readonly shared: readonly (readonly [name: string, unit: string])[];
    readonly codeFor: (name: string) => string;
  },
): ReadonlyMap<string, string> {
  const units = new Map(
    lines.map(({ stem }) => [codeOf(stem), isQuotient(stem) ? codeOf(stem) : unitOf(stem)]),
  );
  for (const [name, unit] of shared) units.set(codeFor(name), unit);
  for (const { kind, result, operands, unit } of relations) {
    if (unit === "") continue;
    for (const name of kind === "shares" ? [result, ...operands] : [result]) {
      units.set(codeFor(name), unit);
    }
  }
  // As often as there are relations: a unit may pass on from one to the next.
  for (const _ of relations) {
    for (const { kind, result, operands, divisors } of relations) {
      const isOfOne = kind === "share" || kind === "growth";
      if (kind === "ratio") continue;
      const names = isOfOne ? [...operands, ...divisors] : [result, ...operands, ...divisors];
      const known = names.map((name) => units.get(codeFor(name)) ?? "units");
      const unit = known.find((one) => one !== "units") ?? "units";
      for (const name of names) units.set(codeFor(name), unit);
    }
  }
  return units;
}
