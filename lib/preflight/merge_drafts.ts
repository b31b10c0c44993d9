import { type Draft, fitTo, holds, Total } from "./draft.ts";
import type { LineOf } from "./line.ts";
import { isLikely } from "./find_sums.ts";
import { isChange, isTotal } from "./period.ts";
import type { GridColumn, TableGrid } from "./table.ts";
import { columnsOf, namesOf } from "./table_relation.ts";

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
  const changed = new Set(differences.filter(({ result }) => isChange(result)).map(columnsKey));
  const added = new Set(sums.map(columnsKey)).difference(changed);
  return {
    differences: differences.filter((one) => !added.has(columnsKey(one))),
    sums: sums.filter((one) => !changed.has(columnsKey(one))),
  };
}

/** Of sums of one result of which one has all parts of the other, the one that holds more often; of several the shorter. */
export function withoutNested(found: readonly Draft[]): Draft[] {
  const isNested = (a: Draft, b: Draft) =>
    a.operands.length < b.operands.length && a.operands.every((name) => b.operands.includes(name));
  const sums = Map.groupBy(
    found.filter(({ kind }) => kind === "sum"),
    ({ result }) => result,
  );
  return found.filter((one) =>
    one.kind !== "sum" ||
    !sums.get(one.result)!.some((other) =>
      isNested(other, one) && holds(other.fit) >= holds(one.fit) ||
      isNested(one, other) && holds(other.fit) > holds(one.fit)
    )
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
    const periods = new Set(namesOf(one).map((name) => headers.get(name)?.period ?? ""));
    if (periods.size !== 1 || periods.has("")) return one;
    const stem = (name: string) => headers.get(name)!.stem;
    const [operands, divisors] = [one.operands, one.divisors].map((names) => names.map(stem));
    return { ...one, result: stem(one.result), operands, divisors };
  };
  const together = (sum: Draft): Draft[] => {
    const names = namesOf(sum), periods = columnsOf(names, grid);
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
  const keyOf = (one: Draft) => [one.kind, one.operands.length, ...namesOf(one)].join("|");
  const groups = Map.groupBy(found, (one) => keyOf(patternOf(one)));
  return [...groups.values()].flatMap(([one, ...others]) => {
    if (others.length === 0) return [one];
    return one.kind === "sum" ? together(patternOf(one)) : [patternOf(one)];
  });
}
