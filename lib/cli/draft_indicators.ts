import { codeOf } from "../load/printed_names.ts";
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
    .replaceAll(/^[^\p{L}\p{N}«“"(]+|[^\p{L}\p{N}%\u2030)\]»”"]+$/gu, "") || "value";
}

/** A row or column that is a quantity. */
interface Line {
  readonly name: string;
  readonly stem: string;
  readonly cells: readonly GridCell[];
}

/** The quantities of a table, each with a unit that its relations can be computed in. */
export function indicatorsOf(
  { table, measures }: TableGrid,
  relations: readonly TableRelation[],
  { isOfRows, language, changes }: {
    readonly isOfRows: boolean;
    readonly language: string;
    readonly changes: ReadonlyMap<string, Change>;
  },
): Record<string, unknown> {
  const lines: Line[] = isOfRows
    ? table.rows.map(({ name, cells }) => ({
      ...{ name, stem: name, cells: measures.map(({ index }) => cells[index]) },
    }))
    : measures.map(({ name, header, index }) => ({
      ...{ name, stem: measureOf(changes.get(name)?.stem ?? header.stem) },
      cells: table.rows.map(({ cells }) => cells[index]),
    }));
  const codes = new Map(
    lines.flatMap(({ name, stem }) => [[name, codeOf(stem)], [stem, codeOf(stem)]]),
  );
  for (const { header } of isOfRows ? [] : measures) {
    codes.set(header.stem, codeOf(measureOf(header.stem)));
  }
  const units = new Map(lines.map((line) => [codeOf(line.stem), toldUnit(line)]));
  const setUnit = (name: string, unit: string) => units.set(codes.get(name) ?? "", unit);
  const { own = [], across = [] } = Object.groupBy(
    relations,
    ({ each }) => (each === "column") === isOfRows ? "own" : "across",
  );
  // Shares of one whole in each row or column: all of these are in per cent.
  for (const { except, unit } of across.filter(({ kind }) => kind === "shares")) {
    for (const { name } of lines) if (!except.includes(name)) setUnit(name, unit);
  }
  for (const { kind, result, operands, unit } of own.filter(({ unit }) => unit !== "")) {
    for (const name of kind === "shares" ? [result, ...operands] : [result]) setUnit(name, unit);
  }
  // What is added to a quantity is in its unit. As often as there are relations: it may pass on from one to the next.
  for (const { kind, result, operands, divisors } of own.flatMap(() => own)) {
    if (kind === "ratio") continue;
    const isOfOne = kind === "share" || kind === "growth";
    const names = [...(isOfOne ? [] : [result]), ...operands, ...divisors];
    const known = names.map((name) => units.get(codes.get(name) ?? "") ?? "units");
    const unit = known.find((one) => one !== "units") ?? "units";
    for (const name of names) setUnit(name, unit);
  }
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

/** The unit that the name of a quantity tells, or the signs beside its numbers. */
function toldUnit({ stem, cells }: Line): string {
  const signs = cells.map(({ read }) => "value" in read ? read.sign : "").join("");
  if (/%|процент|percent|(?<!\p{L})pct(?!\p{L})/iu.test(stem + signs)) return "percent";
  if ((stem + signs).includes("\u2030")) return "per-mille";
  return isQuotient(stem) ? codeOf(stem) : unitOf(stem);
}
