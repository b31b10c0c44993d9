import type { Exact } from "../model/interval.ts";
import { type JudgedInstance, judgeWith } from "./judge_table.ts";
import type { PlacedCell } from "./table_relation.ts";
import type { Context } from "./suspect_context.ts";
import type { Suspect } from "./suspects.ts";
import { numberText } from "./weigh_suspect.ts";

/** How many columns a row may have for a shift of its cells to be tried. */
const widest = 60;

/** Rows whose cells stand one column too far to the right or the left from some column on. */
export function shiftedRows(
  violated: readonly JudgedInstance[],
  { table: { grid, of } }: Context,
): Suspect[] {
  const { measures } = grid;
  if (measures.length > widest) return [];
  const byRow = Map.groupBy(
    violated.filter(({ family }) => family.each === "row"),
    ({ cells }) => cells[0].row,
  );
  return [...byRow.keys()].flatMap((row) => {
    const cells = measures.map((column) => grid.at(row, column));
    const touched = new Set(cells.flatMap(({ id }) => of.get(id) ?? []));
    // Relations of the row itself have few cells: those that they refuse need not be tried on whole columns.
    const inOrder = [...touched].toSorted((a, b) => a.cells.length - b.cells.length);
    const tries = [1, -1].flatMap((step) =>
      cells.slice(1, -1).flatMap((_, start) => {
        const changes = movedFrom(cells, start, step);
        const lost = new Set(
          cells.slice(start).map(({ id }) => id).filter((id) => !changes.has(id)),
        );
        const left = inOrder.filter((instance) => !instance.cells.some(({ id }) => lost.has(id)));
        if (!left.every((instance) => judgeWith(instance, changes) !== "contradicts")) return [];
        const mends = left.filter(({ kind }) => kind === "contradicts");
        return [{ start, step, mends, changes }];
      })
    );
    const best = tries.toSorted((a, b) => b.mends.length - a.mends.length)[0];
    if (best === undefined || best.mends.length < 2) return [];
    const cell = cells[best.start];
    const value = best.changes.get(cell.id);
    return [{
      cell,
      consistent: value ? numberText(value) : "",
      slip: "shifted" as const,
      others: cells.slice(best.start + 1),
      cost: 1 - 0.5 * best.mends.length,
      misfit: NaN,
      evidence: {
        for: [
          `${best.mends.length} relations of the row hold with its cells moved one column to the ${
            best.step > 0 ? "left" : "right"
          } from ${cell.column.name} on`,
        ],
        against: [],
      },
      shownBy: "relation" as const,
      mends: best.mends,
    }];
  });
}

/** The numbers that the cells of a row have from one on if each takes that of its neighbour. */
function movedFrom(cells: readonly PlacedCell[], start: number, step: number): Map<string, Exact> {
  return new Map(cells.flatMap((cell, at): [string, Exact][] => {
    const from = at >= start && at + step >= start ? cells[at + step] : undefined;
    return from && "value" in from.read ? [[cell.id, from.read.value]] : [];
  }));
}
