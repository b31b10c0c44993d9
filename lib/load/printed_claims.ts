import { didYouMean } from "../errors/did_you_mean.ts";
import type { ClaimRow, UnprintedRow } from "../model/claim.ts";
import { toLabel } from "../model/label.ts";
import { mapTerms } from "../model/relation.ts";
import type { TableRule } from "../model/edition.ts";
import { distinct } from "./printed_names.ts";
import type { PrintedCells } from "./printed_cells.ts";

/** The cells that a relation speaks of, which may be blank, in one row or column. */
type RelatedCells = ReturnType<typeof instancesOf>[number];

/**
 * The claims that the relations of a printed table make, one for each row or column and period.
 *
 * Where the result is blank there is no claim; where an operand is, the claim lacks its base. Where nothing can be divided by
 * what a row prints, it makes none.
 *
 * @param table The table.
 * @returns The claims, each with the place of its relation in the file, and the values that they lack.
 */
export function printedClaims(table: PrintedCells) {
  const { relations, rowIs, topic = table.name } = table.file.value;
  const isToldOnce = rowIs === "indicator" || rowIs === "period";
  const told = toLabel({ en: `{indicator}, ${isToldOnce ? "" : "{row}, "}{period}` });
  const values = new Map(table.observations.map(({ id, value }) => [id, value]));
  const unprinted = new Map<string, UnprintedRow>();
  const nameOf = ({ id, name, indicator }: RelatedCells["result"]) => {
    if (values.has(id)) return id;
    unprinted.set(id, { id, unit: table.unitOf(indicator), label: toLabel({ en: name }) });
    return `?${id}`;
  };
  const claims = relations.flatMap((rule, index) =>
    instancesOf(rule, index, table).flatMap(({ result, ...others }) => {
      const { id: end = rule.kind, kind, basis, computed, line = null, statement = told } = rule;
      const [operands, divisors] = [others.operands, others.divisors].map((cells) =>
        cells.filter(({ id }) => values.has(id) || rule.blank !== "nil")
      );
      const lacksBase = operands.length === 0 ||
        divisors.length < Math.min(1, rule.divisors.length);
      const isChange = kind === "trend" || kind === "part";
      const below = kind === "roll-forward" ? [] : isChange ? operands : divisors;
      const sum = below.reduce((sum, { id }) => sum + (values.get(id) ?? NaN), 0);
      const isUndivided = below.length > 0 &&
        (isChange || kind === "growth" ? sum <= 0 : sum === 0);
      if (!values.has(result.id) || lacksBase || isUndivided) return [];
      const parts = [operands, divisors].filter(({ length }) => length > 0);
      const row: ClaimRow = {
        id: end === "" ? result.id : `${result.id}.${end}`,
        kind,
        basis,
        result: result.id,
        rule: rule.rule,
        computed,
        line,
        topic,
        statement,
        operands: parts.map((part) => part.map(nameOf).join(" ")).join(" / "),
      };
      return { rule: index, row };
    })
  );
  const ids = distinct(claims.map(({ row }) => row.id));
  return {
    claims: claims.map(({ rule, row }, at) => ({ rule, row: { ...row, id: ids[at] } })),
    unprinted: [...unprinted.values()],
  };
}

function instancesOf(rule: TableRule, index: number, table: PrintedCells) {
  const isOfColumns = rule.each === "row";
  const [named, across] = isOfColumns ? [table.columns, table.rows] : [table.rows, table.columns];
  const known = named.map(({ name }) => name);
  const places = new Map<string, typeof named[number]>(named.map((one) => [one.name, one]));
  const all = rule.operands === "all others"
    ? known.filter((name) => name !== rule.result && !rule.but.includes(name))
    : rule.operands;
  const periods = periodsOf([rule.result, ...all, ...rule.divisors], known);
  const report = (key: string, message: string) =>
    table.file.report(["relations", index, key], message);
  const find = (key: string, names: readonly string[], period: string) =>
    names.flatMap((name) => {
      const found = places.get(name) ?? places.get(name.replace("{period}", period));
      if (!found) report(key, lackOf(name));
      return found ?? [];
    });
  const lackOf = (name: string) =>
    isOfColumns && table.header.includes(name)
      ? `expected a column that measures something, found "${name}"`
      : `the table has no ${isOfColumns ? "column" : "row"} "${name}"; ${didYouMean(name, known)}`;
  if (periods.length === 0) find("result", [rule.result], "");
  if (all.length === 0) report("operands", "all others are left out");
  for (const [key, ones] of [["except", across], ["but", named]] as const) {
    for (const name of rule[key].filter((name) => !ones.some((one) => one.name === name))) {
      report(key, `expected a name of the table, found "${name}"`);
    }
  }
  return periods.flatMap((period) => {
    const [result] = find("result", [rule.result], period);
    const operands = find("operands", all, period);
    const divisors = find("divisors", rule.divisors, period);
    const isKnown = operands.length === all.length && divisors.length === rule.divisors.length;
    if (result === undefined || !isKnown) return [];
    return across.filter(({ name }) => !rule.except.includes(name)).map((other) =>
      mapTerms({ ...rule, result, operands, divisors }, (one) => {
        const [row, column] = isOfColumns ? [other, one] : [one, other];
        return {
          id: `${table.name}.${row.code}.${column.code}`,
          name: `${column.name}, ${row.name}`,
          indicator: row.dimensions.indicator ?? column.dimensions.indicator ?? "",
        };
      })
    );
  });
}

/** The periods that a relation between names with `{period}` holds in: those that all of them have. */
export function periodsOf(names: readonly string[], known: readonly string[]): string[] {
  const patterns = names.filter((name) => name.includes("{period}") && !known.includes(name));
  if (patterns.length === 0) return [""];
  const [before, after] = patterns[0].split("{period}");
  const periods = known.filter((name) => name.startsWith(before) && name.endsWith(after))
    .map((name) => name.slice(before.length, name.length - after.length));
  return periods.filter((period) =>
    period !== "" &&
    patterns.every((pattern) => known.includes(pattern.replace("{period}", period)))
  );
}
