import { least, median, sum } from "d3-array";
import { holdsWith } from "../audit/constraint_network.ts";
import { findReprints, type Reprint } from "../audit/localise.ts";
import { digitsApart, slipsOf, tableSlipKinds } from "../audit/misprint.ts";
import { isAdditive } from "../audit/quantity.ts";
import type { Exact, Interval } from "../model/interval.ts";
import { exact } from "../numbers/exact.ts";
import { between, contains } from "../numbers/interval.ts";
import type { JudgedInstance, JudgedTable } from "./judge_table.ts";
import { findShiftedRows } from "./shifted_rows.ts";
import {
  changesOf,
  type Context,
  contextOf,
  type Correction,
  isLikeColumn,
  misfitOf,
  numberText,
  often,
  type Suspect,
  suspectOf,
} from "./suspect.ts";
import type { PlacedCell } from "./table.ts";

/**
 * The cells of a table that may be misprinted, the likeliest first.
 *
 * A cell is tried wherever a relation does not hold, alone and with a second one of the same relation; then where it lies far
 * from the other periods of its row. Sets of every size stand in one order: by cost, then by how well the number
 * fits the other periods. What a shifted row explains is not explained by its cells.
 *
 * @param table The judged table.
 * @returns One suspect for a cell: the likeliest.
 */
export function findSuspects(table: JudgedTable): Suspect[] {
  const context = contextOf(table);
  const violated = table.families.flatMap(({ violated }) => violated);
  const shifted = findShiftedRows(violated, context);
  const moved = new Set(
    shifted.flatMap(({ cell, others }) => [cell.id, ...others.map(({ id }) => id)]),
  );
  const unexplained = violated.filter(({ ids }) => !ids.some((id) => moved.has(id)));
  const found = [
    ...unexplained.flatMap((instance) => {
      const found = [...trySingles(instance, context), ...tryPairs(instance, context)];
      const isFollowed = context.failing(instance).share <= often;
      return isFollowed ? found : found.filter(({ cost }) => cost < credible);
    }),
    ...shifted,
    ...findOutliers(context),
  ];
  const best = new Map<string, Suspect>();
  for (const suspect of found) {
    const known = best.get(suspect.cell.id);
    if (known === undefined || order(suspect, known) < 0) best.set(suspect.cell.id, suspect);
  }
  return [...best.values()].toSorted(order);
}

function order(a: Suspect, b: Suspect): number {
  const fit = ({ misfit }: Suspect) => Number.isNaN(misfit) ? 0.3 : misfit;
  return a.cost - b.cost || fit(a) - fit(b);
}

/** What a suspect may cost where the row does not follow the relation. */
const credible = 2.5;

/** Every way to mend a relation by one of its cells. */
function trySingles(instance: JudgedInstance, context: Context): Suspect[] {
  return instance.cells.flatMap((cell) => {
    const found = cell.read.form === "blank" ? undefined : reprintOf(cell, instance);
    if (found === undefined) return [];
    const { observation, prints, value } = found;
    const sought = { kinds: observation.form === "number" ? tableSlipKinds : [], within: prints };
    const slips = slipsOf(observation, sought).map(({ kind: slip, value }): Correction => {
      return { cell, value, slip, slipCost: slip === "surplus-digits" ? 1.5 : 1 };
    });
    const slipCost = 1.5 + digitsApart(value, exact(observation.value)) / 2;
    const plain: Correction = { cell, value, slip: "unexplained", slipCost };
    const moved = slips.length > 0 ? [] : moveInto(found, cell, context);
    return [...moved, ...[...slips, plain].map((correction) => [correction])]
      .filter((corrections) => corrections.every((one) => isLikeColumn(one, context)))
      .map((corrections) => suspectOf(corrections, instance, context));
  });
}

/** What a cell would have to print so that a relation holds. */
function reprintOf({ id }: PlacedCell, instance: JudgedInstance): Reprint | undefined {
  // What lacks a number contradicts itself where no whole number could stand for it: that no one cell mends.
  return instance.verdict.claim.missing.length > 0
    ? undefined
    : findReprints([instance], [id])?.[0];
}

/** Numbers of neighbouring cells that would make a relation hold: one copied, or two exchanged. */
function moveInto(
  { prints, value }: Reprint,
  cell: PlacedCell,
  { table: { grid, of } }: Context,
): Correction[][] {
  const { rows } = grid.table, { measures } = grid;
  const row = rows.indexOf(cell.row), column = measures.indexOf(cell.column);
  const near = [-1, 1].flatMap((step) => [
    ...(rows[row + step] ? [grid.at(rows[row + step], cell.column)] : []),
    ...(measures[column + step] ? [grid.at(cell.row, measures[column + step])] : []),
  ]);
  const own = "value" in cell.read ? cell.read.value : undefined;
  return near.flatMap((other): Correction[][] => {
    const { read } = other;
    if (own === undefined || own.abs().compare(telling) < 0 || !("value" in read)) return [];
    if (own.equals(read.value)) return [[{ cell, value, slip: "neighbour", slipCost: 0.9 }]];
    const isWanted = (back: JudgedInstance) => {
      const wanted = back.kind === "contradicts" && reprintOf(other, back);
      return wanted && contains(wanted.prints, own);
    };
    if (!contains(prints, read.value) || !(of.get(other.id) ?? []).some(isWanted)) return [];
    return [[
      { cell, value: read.value, slip: "exchanged", slipCost: 0.4 },
      { cell: other, value: own, slip: "exchanged", slipCost: 0.4 },
    ]];
  });
}

/** Smaller numbers stand in neighbouring cells by chance. */
const telling = 10;

const aboveZero: Interval = { ...between(exact(0), null), includesLow: false };

/** Slips that change a number so much that two of them in one sum are no accident. */
const gross = ["doubled-digit", "surplus-digit", "dropped-digit", "shifted-decimal"] as const;

/** How many cells a sum may have for two of them to be tried. */
const mostCells = 40;

/** Two gross slips in one sum that together mend it. */
function tryPairs(instance: JudgedInstance, context: Context): Suspect[] {
  const { family: { kind, computed }, relation, cells } = instance;
  const isSum = isAdditive(kind) && kind !== "shares" && computed === "as-printed";
  const own = cells.flatMap(({ id }) => instance.observationOf(id) ?? []);
  if (!isSum || cells.length > mostCells || own.length < cells.length) return [];
  const added = relation.operands.slice(0, kind === "difference" ? 1 : undefined);
  const sign = (id: string) => added.includes(id) ? 1 : -1;
  // Floats tell which two may mend it, for there are thousands; the audit judges those exactly.
  const key = (number: number) => Math.round(number * 1e6);
  const discrepancy = sum(own, ({ id, value }) => value * sign(id));
  const moves = cells.flatMap((cell, at) =>
    slipsOf(own[at], { kinds: gross, within: aboveZero }).map(({ kind, value }) => ({
      correction: { cell, value, slip: kind, slipCost: 1 },
      by: (value.valueOf() - own[at].value) * sign(cell.id),
    })).filter(({ correction }) => isLikeColumn(correction, context))
  );
  const byMove = Map.groupBy(moves, ({ by }) => key(by));
  return moves.flatMap(({ correction, by }) =>
    (byMove.get(key(-discrepancy - by)) ?? [])
      .map((other) => [correction, other.correction])
      .filter(([{ cell }, other]) => other.cell !== cell)
      .filter((both) => holdsWith(instance, changesOf(both)))
      .map((both) => suspectOf(both, instance, context))
  );
}

/** How many times more or less than the others of its row a number is that they give away. */
const farOff = 5;

/** Cells that the other periods of their row alone give away, and a gross slip would explain. */
function findOutliers(context: Context): Suspect[] {
  const { grid, of } = context.table;
  const dated = grid.measures.filter(({ header }) => header.period !== "");
  const cells = grid.table.rows.flatMap((row) => dated.map((column) => grid.at(row, column)));
  return cells.flatMap((cell): Suspect[] => {
    const { read, printed } = cell, others = context.series(cell);
    if (read.form !== "number" || read.value.compare(0) <= 0 || others.length < 3) return [];
    const number = read.value.valueOf(), middle = median(others)!;
    const smallest = Math.min(...others), greatest = Math.max(...others);
    const isFar = (number >= farOff * middle || middle >= farOff * number) &&
      (number > 2 * greatest || number < smallest / 2);
    const isSteady = greatest <= (others.length > 3 ? 4 : 2) * smallest;
    const isConfirmed = of.get(cell.id)?.some(({ kind }) => kind === "agrees");
    if (!isFar || !isSteady || isConfirmed) return [];
    const within = between(exact(smallest / 1.5), exact(1.5 * greatest));
    const observation = { printed, decimals: read.decimals, value: number, period: "2000" };
    const fitting = slipsOf(observation, { kinds: gross, within })
      .filter(({ value }) => isLikeColumn({ cell, value }, context));
    const misfit = (value: Exact) => misfitOf(cell, value, context).repaired;
    const best = least(fitting, ({ value }) => misfit(value));
    if (best === undefined) return [];
    const isPastTotal = number > (context.totals.get(cell.id) ?? Infinity);
    const [times, way] = number > middle ? [number / middle, "more"] : [middle / number, "less"];
    const row = `the middle of ${others.length} other periods of its row`;
    return [{
      cell,
      consistent: `about ${numberText(best.value, cell)}`,
      slip: best.kind,
      others: [],
      cost: isPastTotal ? 1.5 : 2.5,
      misfit: misfit(best.value),
      evidence: {
        for: [`${times.toFixed(0)} times ${way} than ${row}`],
        against: isPastTotal ? [] : ["no relation shows it"],
      },
      shownBy: "other periods",
      mends: [],
    }];
  });
}
