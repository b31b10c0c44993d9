import { least, sum } from "d3-array";
import { holdsWith } from "../audit/constraint_network.ts";
import type { Exact } from "../model/interval.ts";
import { type Line, linesOf } from "./line.ts";
import type { JudgedInstance } from "./judge_table.ts";
import { isTotal } from "./period.ts";
import { type Context, numberText, type Suspect } from "./suspect.ts";
import type { GridColumn, GridRow, PlacedCell, TableGrid } from "./table.ts";

/** A row whose cells stand one column too far to the right (1) or to the left (-1), from one of the measures on. */
type Shift = NonNullable<ReturnType<typeof shiftOfTotal>>;

/** Among how many rows the parts of a total are looked for, if a row is called one, and else. */
const most = { named: 600, unnamed: 60 };

/**
 * Finds rows whose cells, moved by one column, would make a total hold: it fails in every column, each time by what two
 * neighbouring cells of one row differ by.
 *
 * @param grid The table.
 * @param added The columns that add up.
 * @returns The shift of each such row.
 */
export function findShifts(
  grid: TableGrid,
  added: Iterable<GridColumn>,
): ReadonlyMap<GridRow, Shift> {
  const { measures, table: { rows } } = grid, adding = new Set(added);
  const found = new Map<GridRow, Shift>();
  if (rows.length > most.named || adding.size < 2) return found;
  const { lineOf } = linesOf(grid);
  const lines = rows.map(({ name, cells }) =>
    lineOf(name, measures.map(({ index }) => cells[index]))
  );
  const places = [...measures.keys()].filter((place) => adding.has(measures[place]));
  for (const [target, { name }] of lines.entries()) {
    if (!isTotal(name) && rows.length > most.unnamed) continue;
    for (const step of [1, -1]) {
      const shift = shiftOfTotal(lines, target, { places, step });
      if (shift) found.set(rows[shift.at], shift);
    }
  }
  return found;
}

/** The column whose cell a row would print in another, if its cells were moved back. */
export function movedColumn(
  column: GridColumn,
  measures: readonly GridColumn[],
  { start, step }: Shift,
): GridColumn {
  const place = measures.indexOf(column);
  return (Math.min(place, place + step) >= start && measures[place + step]) || column;
}

/** The line that, moved, makes another the total of its neighbours on one side: of two of them or more. */
function shiftOfTotal(
  lines: readonly Line[],
  target: number,
  { places, step }: { readonly places: readonly number[]; readonly step: number },
) {
  const { values, steps } = lines[target];
  const off = Float64Array.from(values), slack = Float64Array.from(steps);
  const hasDecimals = lines.some(({ hasDecimals }) => hasDecimals);
  const tolerance = (place: number) => hasDecimals ? slack[place] / 2 : 0;
  for (let last = target + step; lines[last] !== undefined; last += step) {
    for (const place of places) {
      off[place] -= lines[last].values[place] || 0;
      slack[place] += hasDecimals ? lines[last].steps[place] : 0;
    }
    const differing = places.filter((place) => Math.abs(off[place]) > tolerance(place));
    // One column, of those that are lost by neither move, refuses nearly all lines at once.
    const probe = differing.slice(1).find((place) => place + 1 < values.length);
    if (probe === undefined) continue;
    const [start] = differing;
    for (let at = target; at !== last + step; at += step) {
      const sign = at === target ? -1 : 1, { values: own } = lines[at];
      for (const move of [1, -1] as const) {
        const isMoved = (place: number) => {
          const moved = (own[place + move] || 0) - (own[place] || 0);
          return !(Math.abs(off[place] - sign * moved) > tolerance(place));
        };
        if (!isMoved(probe)) continue;
        // What the first cell of a row moved to the left held, and the last of one moved to the right, is lost.
        const moving = places.filter((place) =>
          place >= start && !Number.isNaN(off[place]) &&
          place !== (move < 0 ? start : values.length - 1)
        );
        if (!moving.every(isMoved)) continue;
        // How unlikely it is by chance, in bits, that the total differs just by this move.
        const bits = sum(moving, (at) => Math.log2(1 + Math.abs(off[at]) / (1 + tolerance(at))));
        if (bits > 10 + 2 * Math.log2(lines.length)) return { at, start, step: move };
      }
    }
  }
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
  const totals = families.filter(({ relation }) => relation.each === "column")
    .flatMap(({ violated, instances }) => violated.length > 0 ? instances : []);
  const shifts = findShifts(grid, totals.map(({ cells: [{ column }] }) => column));
  const between = violated.filter(({ family }) => family.each === "row");
  const suspected = new Set([...shifts.keys(), ...between.map(({ cells: [{ row }] }) => row)]);
  return [...suspected].flatMap((row): Suspect[] => {
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
        const left = inOrder.filter(({ ids }) => !ids.some((id) => lost.has(id)));
        if (!left.every((instance) => holdsWith(instance, changes))) return [];
        const mends = left.filter(({ kind }) => kind === "contradicts");
        return [{ start, step, mends, changes }];
      })
    );
    const best = least(tries, ({ mends }) => -mends.length);
    // One relation that holds by a move is no accident where a total fails in other columns, too, for want of a number.
    if (best === undefined || best.mends.length < (shifts.has(row) ? 1 : 2)) return [];
    const { start, step, mends, changes } = best, cell = cells[start];
    const value = changes.get(cell.id), count = mends.length;
    const holding = count === 1 ? "1 relation holds" : `${count} relations hold`;
    const way = `to the ${step > 0 ? "left" : "right"} from ${cell.column.name} on`;
    return [{
      cell,
      consistent: value ? numberText(value, cell) : "",
      slip: "shifted",
      others: cells.slice(start + 1),
      cost: 1 - 0.5 * count,
      misfit: NaN,
      evidence: { for: [`${holding} with its cells moved one column ${way}`], against: [] },
      shownBy: "relation",
      mends,
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
