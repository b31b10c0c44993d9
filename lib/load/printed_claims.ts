import { didYouMean } from "../errors/did_you_mean.ts";
import type { ClaimRow, UnprintedRow } from "../model/claim.ts";
import { toLabel } from "../model/columns.ts";
import type { ObservationRow } from "../model/observation.ts";
import type { TableRule } from "../model/printed_table.ts";
import type { PrintedCells } from "./printed_cells.ts";

/** A claim of a printed table, and the relation that it comes from, by its place in the file. */
interface PrintedClaim {
  readonly row: ClaimRow;
  readonly rule: number;
}

/** The ids of the cells that a relation speaks of, in one row or column. */
interface CellIds {
  readonly result: string;
  readonly operands: readonly string[];
  readonly divisors: readonly string[];
}

/**
 * The claims that the relations of a printed table make, one for each row or column and period.
 *
 * Where the result is blank there is no claim; where an operand is, the claim lacks its base. Where nothing can be divided by
 * what a row prints, it makes none.
 *
 * @param table The table.
 * @returns The claims, and the values that they lack.
 */
export function printedClaims(
  table: PrintedCells,
): { readonly claims: readonly PrintedClaim[]; readonly unprinted: readonly UnprintedRow[] } {
  const missingValue = missingValues(table);
  const isToldOnce = ["indicator", "period"].includes(table.file.value.rowIs);
  const statement = toLabel({
    en: isToldOnce ? "{indicator}, {period}" : "{indicator}, {row}, {period}",
  });
  const cells = new Map(table.observations.map((row) => [row.id, row]));
  const taken = new Map<string, number>();
  const unprinted = new Map<string, UnprintedRow>();
  const claims = table.file.value.relations.flatMap((rule, index) =>
    instancesOf(rule, index, table).flatMap((instance): PrintedClaim[] => {
      const result = cells.get(instance.result);
      const isTold = (id: string) => cells.has(id) || rule.blank !== "nil";
      const operands = instance.operands.filter(isTold),
        divisors = instance.divisors.filter(isTold);
      if (!result || operands.length === 0 || divisors.length < Math.min(1, rule.divisors.length)) {
        return [];
      }
      if (isUndivided(rule, { operands, divisors }, cells)) return [];
      const end = rule.id ?? rule.kind;
      const id = end === "" ? result.id : `${result.id}.${end}`;
      const time = (taken.get(id) ?? 0) + 1;
      taken.set(id, time);
      const nameOf = (id: string) => {
        if (cells.has(id)) return id;
        unprinted.set(id, missingValue(id));
        return `?${id}`;
      };
      const parts = [operands, divisors].filter(({ length }) => length > 0);
      return [{
        rule: index,
        row: {
          id: time === 1 ? id : `${id}-${time}`,
          kind: rule.kind,
          basis: rule.basis,
          result: result.id,
          operands: parts.map((ids) => ids.map(nameOf).join(" ")).join(" / "),
          rule: rule.rule,
          computed: rule.computed,
          line: rule.line ?? null,
          topic: table.file.value.topic ?? table.name,
          statement: rule.statement ?? statement,
        },
      }];
    })
  );
  return { claims, unprinted: [...unprinted.values()] };
}

function instancesOf(rule: TableRule, index: number, table: PrintedCells): CellIds[] {
  const { name: tableName, file, rows, columns } = table;
  const isOfColumns = rule.each === "row";
  const named = isOfColumns ? columns : rows, across = isOfColumns ? rows : columns;
  const known = named.map(({ name }) => name);
  const places = new Map(named.map((one) => [one.name, one.code]));
  const all = rule.operands === "all others"
    ? known.filter((name) => name !== rule.result && !rule.but.includes(name))
    : rule.operands;
  const periods = periodsOf([rule.result, ...all, ...rule.divisors], known);
  const complain = (key: string, name: string) => {
    const kind = isOfColumns ? "column" : "row";
    const message = `the table has no ${kind} "${name}"; ${didYouMean(name, known)}`;
    file.report(["relations", index, key], message);
  };
  if (periods.length === 0) complain("result", rule.result);
  for (const name of rule.except.filter((name) => !across.some((one) => one.name === name))) {
    const message = `expected a name of the table, found "${name}"`;
    file.report(["relations", index, "except"], message);
  }
  return periods.flatMap((period) => {
    const codes = (key: string, names: readonly string[]) =>
      names.flatMap((name) => {
        const code = places.get(name) ?? places.get(name.replace("{period}", period));
        if (code === undefined) complain(key, name);
        return code ?? [];
      });
    const [result] = codes("result", [rule.result]);
    const operands = codes("operands", all), divisors = codes("divisors", rule.divisors);
    if (result === undefined) return [];
    return across.filter(({ name }) => !rule.except.includes(name)).map(({ code }) => {
      const id = (other: string) =>
        isOfColumns ? `${tableName}.${code}.${other}` : `${tableName}.${other}.${code}`;
      return { result: id(result), operands: operands.map(id), divisors: divisors.map(id) };
    });
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

/** Whether what a row prints cannot be divided by, or grown from. */
function isUndivided(
  { kind }: TableRule,
  { operands, divisors }: Pick<CellIds, "operands" | "divisors">,
  cells: ReadonlyMap<string, ObservationRow>,
): boolean {
  const isChange = kind === "trend" || kind === "part";
  const below = kind === "roll-forward" ? [] : isChange ? operands : divisors;
  if (below.length === 0 || below.some((id) => !cells.has(id))) return false;
  const sum = below.reduce((sum, id) => sum + (cells.get(id)?.value ?? 0), 0);
  return isChange || kind === "growth" ? sum <= 0 : sum === 0;
}

/** Names what is not printed of a table. */
function missingValues({ rows, columns, file, unitOf }: PrintedCells) {
  const rowNames = new Map(rows.map(({ code, name }) => [code, name]));
  const columnOf = new Map(columns.map((column) => [column.code, column]));
  return (id: string): UnprintedRow => {
    const [, row, code] = id.split(".");
    const column = columnOf.get(code);
    const indicator = file.value.rowIs === "indicator" ? row : column?.indicator ?? "";
    const label = toLabel({ en: `${column?.name ?? code}, ${rowNames.get(row) ?? row}` });
    return { id, unit: unitOf(indicator), label };
  };
}
