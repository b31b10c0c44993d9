import { median } from "d3-array";
import { holdsWith } from "../audit/constraint_network.ts";
import { type SlipKind, slipsOf } from "../audit/misprint.ts";
import type { Exact } from "../model/interval.ts";
import { exact } from "../numbers/exact.ts";
import { between } from "../numbers/interval.ts";
import type { JudgedInstance } from "./judge_table.ts";
import { findShifts } from "./shifted_rows.ts";
import { type Context, isLikeColumn, misfitOf, numberText, type Suspect } from "./suspect.ts";
import type { PlacedCell } from "./table.ts";

/** Slips that change a number so much that two of them in one sum are no accident. */
export const gross: readonly SlipKind[] = [
  "doubled-digit",
  "surplus-digit",
  "dropped-digit",
  "shifted-decimal",
];

/** How many times more or less than the others of its row a number is that they give away. */
const farOff = 5;

/** Cells that the other periods of their row alone give away, and a gross slip would explain. */
export function findOutliers(context: Context): Suspect[] {
  const { grid, of } = context.table;
  return grid.table.rows.flatMap((row) =>
    grid.measures.flatMap((column): Suspect[] => {
      const { read } = row.cells[column.index];
      if (
        column.header.period === "" || read.form !== "number" || read.value.compare(0) <= 0
      ) return [];
      const cell = grid.at(row, column), others = context.series(cell);
      if (others.length < 3) return [];
      const number = read.value.valueOf(), middle = median(others)!;
      if (number < farOff * middle && middle < farOff * number) return [];
      const [least, greatest] = [Math.min(...others), Math.max(...others)];
      if (
        greatest > (others.length > 3 ? 4 : 2) * least ||
        (number <= 2 * greatest && number >= least / 2)
      ) return [];
      if ((of.get(cell.id) ?? []).some(({ kind }) => kind === "agrees")) return [];
      const observation = {
        printed: cell.printed,
        value: number,
        decimals: read.decimals,
        period: "2000",
      };
      const fitting = slipsOf(observation, {
        kinds: gross,
        within: between(exact(least / 1.5), exact(1.5 * greatest)),
      })
        .filter(({ value }) => isLikeColumn({ cell, value }, context))
        .toSorted((a, b) =>
          misfitOf(cell, a.value, context).repaired - misfitOf(cell, b.value, context).repaired
        );
      if (fitting.length === 0) return [];
      const [{ kind, value }] = fitting;
      const isPastTotal = (context.totals.get(cell.id) ?? []).some((total) => number > total);
      const times = number > middle ? number / middle : middle / number;
      return [{
        cell,
        consistent: `about ${numberText(value, cell)}`,
        slip: kind,
        others: [],
        cost: isPastTotal ? 1.5 : 2.5,
        misfit: misfitOf(cell, value, context).repaired,
        evidence: {
          for: [
            `${times.toFixed(0)} times ${
              number > middle ? "more" : "less"
            } than the middle of ${others.length} other periods of its row`,
          ],
          against: isPastTotal ? [] : ["no relation shows it"],
        },
        shownBy: "other periods",
        mends: [],
      }];
    })
  );
}

/** How many columns a row may have for a shift of its cells to be tried. */
const widest = 60;

/** Rows whose cells stand one column too far to the right or the left from some column on. */
export function findShiftedRows(
  violated: readonly JudgedInstance[],
  { table: { grid, families, of } }: Context,
): Suspect[] {
  const { measures } = grid;
  if (measures.length > widest) return [];
  const totals = families.filter(({ relation, violated }) =>
    relation.each === "column" && violated.length > 0
  );
  const shifts = findShifts(
    grid,
    totals.flatMap(({ instances }) => instances.map(({ cells: [{ column }] }) => column)),
  );
  const between = violated.filter(({ family }) => family.each === "row");
  const suspected = new Set([...shifts.keys(), ...between.map(({ cells: [{ row }] }) => row)]);
  return [...suspected].flatMap((row) => {
    const cells = measures.map((column) => grid.at(row, column));
    const touched = new Set(cells.flatMap(({ id }) => of.get(id) ?? []));
    // Relations of the row itself have few cells: those that they refuse need not be tried on whole columns.
    const inOrder = [...touched].toSorted((a, b) => a.cells.length - b.cells.length);
    const tries = [1, -1].flatMap((step) =>
      cells.slice(1, -1).flatMap((_, start) => {
        const changes = moveFrom(cells, start, step);
        const lost = new Set(
          cells.slice(start).map(({ id }) => id).filter((id) => !changes.has(id)),
        );
        const left = inOrder.filter((instance) => !instance.cells.some(({ id }) => lost.has(id)));
        if (!left.every((instance) => holdsWith(instance, changes))) return [];
        const mends = left.filter(({ kind }) => kind === "contradicts");
        return [{ start, step, mends, changes }];
      })
    );
    const best = tries.toSorted((a, b) => b.mends.length - a.mends.length)[0];
    // One relation that holds by a move is no accident where a total fails in other columns, too, for want of a number.
    if (best === undefined || best.mends.length < (shifts.has(row) ? 1 : 2)) return [];
    const cell = cells[best.start], isOne = best.mends.length === 1;
    const value = best.changes.get(cell.id);
    return [{
      cell,
      consistent: value ? numberText(value, cell) : "",
      slip: "shifted" as const,
      others: cells.slice(best.start + 1),
      cost: 1 - 0.5 * best.mends.length,
      misfit: NaN,
      evidence: {
        for: [
          `${best.mends.length} ${
            isOne ? "relation holds" : "relations hold"
          } with its cells moved ` +
          `one column to the ${best.step > 0 ? "left" : "right"} from ${cell.column.name} on`,
        ],
        against: [],
      },
      shownBy: "relation" as const,
      mends: best.mends,
    }];
  });
}

/** The numbers that the cells of a row have from one on if each takes that of its neighbour. */
function moveFrom(cells: readonly PlacedCell[], start: number, step: number): Map<string, Exact> {
  return new Map(cells.flatMap((cell, at): [string, Exact][] => {
    const from = at >= start && at + step >= start ? cells[at + step] : undefined;
    return from && "value" in from.read ? [[cell.id, from.read.value]] : [];
  }));
}
