import { median, sum } from "d3-array";
import { holdsWith } from "../audit/constraint_network.ts";
import type { SlipKind } from "../audit/misprint.ts";
import type { Exact } from "../model/interval.ts";
import { decimalsIn, decimalString } from "../numbers/format_number.ts";
import type { JudgedInstance, JudgedTable } from "./judge_table.ts";
import type { PlacedCell } from "./table.ts";
import { formatRelation } from "./table_relation.ts";

/** What may have happened to a cell: a slip of the pen, or a number of another cell, row or column. */
export type SuspectSlip = SlipKind | "neighbour" | "exchanged" | "shifted" | "unexplained";

/** A cell that may be misprinted, and what speaks for it and against it. */
export interface Suspect {
  readonly cell: PlacedCell;
  /** The number with which what it mends would hold. */
  readonly consistent: string;
  readonly slip: SuspectSlip;
  /** Cells that have to change with it. */
  readonly others: readonly PlacedCell[];
  /** How unlikely it is: the least comes first. */
  readonly cost: number;
  /** How far the number is from the other periods of its row, in tenfolds; NaN where there are none. */
  readonly misfit: number;
  readonly evidence: { readonly for: readonly string[]; readonly against: readonly string[] };
  /** Whether a relation shows it, or the other periods of its row alone. */
  readonly shownBy: "relation" | "other periods";
  /** The relations that it would mend; none where the other periods alone show it. */
  readonly mends: readonly JudgedInstance[];
}

/** Which share of its other instances a relation may fail in before its row is taken not to follow it. */
export const often = 0.34;

/** What a search for misprints knows of a table. */
export type Context = ReturnType<typeof contextOf>;

/** What a search for misprints knows of a table. */
export function contextOf(table: JudgedTable) {
  const judged = new Map(
    table.families.map(({ relation, instances }) => [
      relation,
      Map.groupBy(instances.filter(({ kind }) => kind !== "base-missing"), ({ where }) => where),
    ]),
  );
  const dated = table.grid.measures.filter(({ header }) => header.period !== "");
  const byStem = Map.groupBy(dated, ({ header }) => header.stem);
  const lacking = table.families.filter(({ relation }) => relation.kind === "sum")
    .flatMap(({ instances }) => instances.filter(({ kind }) => kind === "base-missing"));
  /** The least total of sums that cannot be judged for want of another part, by the cells that are parts of them. */
  const totals = new Map<string, number>();
  for (const { cells: [{ read }, ...parts] } of lacking) {
    if (!("value" in read)) continue;
    const total = read.value.valueOf();
    for (const { id } of parts) totals.set(id, Math.min(total, totals.get(id) ?? total));
  }
  return {
    table,
    totals,
    /** Which share of a relation's other instances in the same row or column do not hold. */
    failing(instance: JudgedInstance): { share: number; of: number } {
      const alike = judged.get(instance.family)?.get(instance.where) ?? [];
      const others = alike.filter((other) => other !== instance);
      const failed = others.filter(({ kind }) => kind === "contradicts");
      return { share: failed.length / Math.max(1, others.length), of: others.length };
    },
    /** The other periods of a cell's row, as printed numbers above 0. */
    series({ row, column }: PlacedCell): number[] {
      const columns = column.header.period === "" ? [] : byStem.get(column.header.stem) ?? [];
      return columns.filter((other) => other !== column).flatMap(({ index }) => {
        const { read } = row.cells[index];
        return "value" in read && read.value.compare(0) > 0 ? [read.value.valueOf()] : [];
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

/** A number for a cell that would make a relation hold, with the slip that explains it. */
export interface Correction {
  readonly cell: PlacedCell;
  readonly value: Exact;
  readonly slip: SuspectSlip;
  readonly slipCost: number;
}

/** The numbers that corrections would have, by their cells. */
export function changesOf(corrections: readonly Correction[]): Map<string, Exact> {
  return new Map(corrections.map(({ cell, value }) => [cell.id, value]));
}

/** Whether a number has no more decimals than the column of its cell prints. */
export function isLikeColumn(
  { cell, value }: Pick<Correction, "cell" | "value">,
  { table: { grid } }: Context,
): boolean {
  return decimalsIn(value) <= (grid.decimals.get(cell.column) ?? 0);
}

/** A correction as a suspect, with what speaks for it and against it. */
export function suspectOf(
  corrections: readonly Correction[],
  instance: JudgedInstance,
  context: Context,
): Suspect {
  const [{ cell, value, slip }] = corrections;
  const changes = changesOf(corrections);
  const touched = new Set(corrections.flatMap(({ cell }) => context.table.of.get(cell.id) ?? []));
  touched.delete(instance);
  const { mended = [], broken: { length: breaks } = [], left: { length: leaves } = [] } = Object
    .groupBy(touched, (other) => {
      const holds = holdsWith(other, changes), held = other.kind !== "contradicts";
      return holds ? held ? "kept" : "mended" : held ? "broken" : "left";
    });
  const mends = [instance, ...mended];
  const { share, of } = context.failing(instance);
  const misfits = corrections.map(({ cell, value }) => misfitOf(cell, value, context));
  const gain = sum(
    misfits,
    ({ printed, repaired }) => Math.min(1, Math.max(-1, printed - repaired)) || 0,
  );
  const text = numberText(value, cell), others = `${of} others of ${instance.where}`;
  const isTwice = corrections.length > 1 && slip !== "exchanged";
  const many = (count: number, one: string, some: string) =>
    count === 0 ? false : count === 1 ? one : some;
  const told = (lines: readonly (string | false)[]) => lines.filter((line) => line !== false);
  return {
    cell,
    consistent: text,
    slip,
    others: corrections.slice(1).map(({ cell }) => cell),
    cost: sum(corrections, ({ slipCost }) => slipCost) + 1.5 * breaks -
      Math.min(2, mends.length - 1) + 0.25 * leaves + (share > often ? 2 : share) - gain,
    misfit: Math.max(...misfits.map(({ repaired }) => repaired)),
    evidence: {
      for: told([
        `${formatRelation(instance.family)} holds with ${text}`,
        mends.length > 1 && `mends ${mends.length} relations`,
        of > 0 && share === 0 && `the relation holds in all ${others}`,
        gain > 0.3 && `fits the other periods of its row ${(10 ** gain).toFixed(0)} times better`,
      ]),
      against: told([
        slip === "unexplained" && "no known slip gives what is printed",
        isTwice && "two cells would have to be misprinted",
        many(breaks, "breaks a relation that holds", `breaks ${breaks} relations that hold`),
        many(
          leaves,
          "another relation of it still does not hold",
          `${leaves} other relations of it still do not hold`,
        ),
        share > 0 && `the relation fails in ${Math.round(share * of)} of ${others}`,
        gain < -0.3 && "what is printed fits the other periods of its row better",
      ]),
    },
    shownBy: "relation",
    mends,
  };
}

/** A number as its cell would print it: with a decimal comma where that has one. */
export function numberText(value: Exact, { printed, read }: PlacedCell): string {
  const text = decimalString(value, Math.min(6, decimalsIn(value)));
  const hasComma = "value" in read && read.decimals > 0 && /,\d+\D*$/.test(printed);
  return hasComma ? text.replace(".", ",") : text;
}
