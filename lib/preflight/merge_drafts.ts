import { type Draft, fitTo, holds, Total } from "./draft.ts";
import type { LineOf } from "./line.ts";
import { isLikely } from "./find_sums.ts";
import { isChange, isTotal } from "./period.ts";
import type { GridColumn, TableGrid } from "./table.ts";
import { columnsOf } from "./table_relation.ts";

/** The columns that a relation is between, whichever of them is the result. */
function columnsKey({ result, operands }: Draft): string {
  return [result, ...operands].toSorted().join("|");
}

/** Of differences between the same three columns, such as a = b − c and c = b − a, the one that is called a change. */
export function oneOfEach(differences: readonly Draft[]): Draft[] {
  return [...Map.groupBy(differences, columnsKey).values()].map((alike) =>
    alike.find(({ result }) => isChange(result)) ?? alike[0]
  );
}

/** Differences and sums without those that tell the same of the same columns: of two the change, else the sum. */
export function toldOnce(differences: readonly Draft[], sums: readonly Draft[]) {
  const added = new Set(sums.map(columnsKey));
  const kept = differences.filter((one) => isChange(one.result) || !added.has(columnsKey(one)));
  const known = new Set(kept.map(columnsKey));
  return { differences: kept, sums: sums.filter((one) => !known.has(columnsKey(one))) };
}

/** Of sums of one result of which one has all parts of the other, the one that holds more often; of several the shorter. */
export function withoutNested(found: readonly Draft[]): Draft[] {
  const sums = found.filter(({ kind }) => kind === "sum");
  return found.filter((one) =>
    one.kind !== "sum" || !sums.some((other) => {
      const [short, long] = [one, other].toSorted((a, b) => a.operands.length - b.operands.length);
      return one.result === other.result && short.operands.length < long.operands.length &&
        short.operands.every((name) => long.operands.includes(name)) &&
        (other === short ? holds(other.fit) >= holds(one.fit) : holds(other.fit) > holds(one.fit));
    })
  );
}

/** Whether a sum is of different measures in different periods. */
export function isMixed({ result, operands }: Draft, measures: readonly GridColumn[]): boolean {
  const parts = measures.filter(({ name }) => operands.includes(name));
  const all = [...parts, ...measures.filter(({ name }) => name === result)];
  const periods = new Set(all.map(({ header: { period } }) => period));
  periods.delete("");
  return periods.size > 1 && new Set(parts.map(({ header: { stem } }) => stem)).size > 1;
}

/** Relations that hold in several periods alike, as one; a sum where it is likely in all periods together. */
export function mergePeriods(found: readonly Draft[], grid: TableGrid, lineOf: LineOf): Draft[] {
  const headers = new Map(grid.measures.map(({ name, header }) => [name, header]));
  const patternOf = (one: Draft): Draft => {
    const names = [one.result, ...one.operands, ...one.divisors];
    const periods = new Set(names.map((name) => headers.get(name)?.period ?? ""));
    if (periods.size !== 1 || periods.has("")) return one;
    const stem = (name: string) => headers.get(name)!.stem;
    return {
      ...one,
      result: stem(one.result),
      operands: one.operands.map(stem),
      divisors: one.divisors.map(stem),
    };
  };
  const together = (sum: Draft): Draft[] => {
    const names = [sum.result, ...sum.operands];
    const periods = columnsOf(names, grid);
    const [whole, ...parts] = names.map((name, at) =>
      lineOf(
        name,
        periods.flatMap(({ columns }) =>
          grid.table.rows.map(({ cells }) => cells[columns[at].index])
        ),
      )
    );
    const guesses = 2 * Math.log2(grid.measures.length);
    const fit = fitTo(whole, Total.of(parts), { guesses, mayBeNil: true });
    return isLikely(fit, isTotal(sum.result)) ? [{ ...sum, fit }] : [];
  };
  const keyOf = (one: Draft) =>
    [one.kind, one.result, ...one.operands, "/", ...one.divisors].join("|");
  const groups = Map.groupBy(
    found.map((one) => ({ one, pattern: patternOf(one) })),
    ({ pattern }) => keyOf(pattern),
  );
  return [...groups.values()].flatMap(([{ one, pattern }, ...others]) => {
    if (others.length === 0) return [one];
    return one.kind === "sum" ? together(pattern) : [pattern];
  });
}
