import { median } from "d3-array";
import type { Exact } from "../model/interval.ts";
import type { JudgedInstance, JudgedTable } from "./judge_table.ts";
import type { PlacedCell } from "./table_relation.ts";

export interface Context {
  readonly table: JudgedTable;
  /** Which share of a relation's other instances in the same row or column do not hold. */
  failing(instance: JudgedInstance): { readonly share: number; readonly of: number };
  /** The other periods of a cell's row, as printed numbers above 0. */
  series(cell: PlacedCell): readonly number[];
  /** The totals of sums that cannot be judged for want of another part, by the cells that are parts of them. */
  readonly totals: ReadonlyMap<string, readonly number[]>;
}

export function contextOf(table: JudgedTable): Context {
  const counts = new Map<string, { violated: number; judged: number }>();
  const key = ({ family, where }: JudgedInstance, index: number) =>
    `${index}|${family.each}|${family.result}|${where}`;
  const indices = new Map(table.families.map(({ relation }, index) => [relation, index]));
  for (const [index, { instances }] of table.families.entries()) {
    for (const instance of instances) {
      if (instance.kind === "base-missing") continue;
      const count = counts.get(key(instance, index)) ?? { violated: 0, judged: 0 };
      count.judged++;
      if (instance.kind === "contradicts") count.violated++;
      counts.set(key(instance, index), count);
    }
  }
  const byStem = Map.groupBy(
    table.grid.measures.filter(({ header }) => header.period !== ""),
    ({ header }) => header.stem,
  );
  const totals = new Map<string, number[]>();
  for (const { instances, relation } of table.families) {
    if (relation.kind !== "sum") continue;
    for (const { kind, cells: [whole, ...parts] } of instances) {
      if (kind !== "base-missing" || !("value" in whole.read)) continue;
      for (const { id } of parts) {
        totals.set(id, [...totals.get(id) ?? [], whole.read.value.valueOf()]);
      }
    }
  }
  return {
    table,
    totals,
    failing(instance) {
      const { violated, judged } = counts.get(key(instance, indices.get(instance.family)!))!;
      return { share: judged > 1 ? (violated - 1) / (judged - 1) : 0, of: judged - 1 };
    },
    series(cell) {
      const columns = byStem.get(cell.column.header.stem) ?? [];
      return columns.flatMap((column) => {
        if (column === cell.column || cell.column.header.period === "") return [];
        const { read } = cell.row.cells[column.index];
        const value = "value" in read ? read.value.valueOf() : 0;
        return value > 0 ? [value] : [];
      });
    },
  };
}

/** How far a number is from the middle of the other periods of its row, in tenfolds, as printed and as repaired. */
export function misfitOf(
  cell: PlacedCell,
  value: Exact,
  { series }: Context,
): { printed: number; repaired: number } {
  const others = series(cell);
  if (others.length === 0 || !("value" in cell.read)) return { printed: NaN, repaired: NaN };
  const middle = median(others)!;
  const far = (number: number) =>
    number > 0 ? Math.abs(Math.log10(number / middle)) : Math.log10(1 + middle);
  return { printed: far(cell.read.value.valueOf()), repaired: far(value.valueOf()) };
}
