import { median } from "d3-array";
import { type SlipKind, slipsOf } from "../audit/misprint.ts";
import { type Context, misfitOf } from "./suspect_context.ts";
import type { Suspect } from "./suspects.ts";
import { numberText } from "./weigh_suspect.ts";

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
export function outliers(context: Context): Suspect[] {
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
      const fitting = slipsOf(observation, gross)
        .filter(({ value }) => value.valueOf() >= least / 1.5 && value.valueOf() <= 1.5 * greatest)
        .toSorted((a, b) =>
          misfitOf(cell, a.value, context).repaired - misfitOf(cell, b.value, context).repaired
        );
      if (fitting.length === 0) return [];
      const [{ kind, value }] = fitting;
      const isPastTotal = (context.totals.get(cell.id) ?? []).some((total) => number > total);
      const times = number > middle ? number / middle : middle / number;
      return [{
        cell,
        consistent: `about ${numberText(value)}`,
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
