import { join } from "node:path";
import { readDelimited } from "../../lib/input/read_delimited.ts";
import { draftRelations } from "../../lib/preflight/draft_relations.ts";
import { judgeTable } from "../../lib/preflight/judge_table.ts";
import { readTable } from "../../lib/preflight/read_table.ts";
import { findSuspects } from "../../lib/preflight/suspects.ts";
import { type Suspect } from "../../lib/preflight/suspect.ts";
import { TableGrid } from "../../lib/preflight/table.ts";
import { command, runCommand } from "../../lib/cli/command.ts";

/** A cell that people judged misprinted, and where it stands among the suspects. */
interface KnownCell {
  readonly authority: string;
  readonly column: string;
  readonly printed: string;
  readonly seenBy: string;
  /** From 1, among the suspects of its row; cells that change together share a place; `undefined` where it is none. */
  readonly place: number | undefined;
  readonly suspect: Suspect | undefined;
  /** Suspects of its row, those that change together counted once. */
  readonly ofRow: number;
  /** How likely a cell drawn from those of the row's relations that do not hold would be this one; NaN where there are none. */
  readonly byChance: number;
}

/** Runs preflight on the returns of a folder, and looks its known misprints up among the suspects. */
async function measure(folder: string) {
  const start = performance.now();
  const grid = new TableGrid(readTable(await readDelimited(join(folder, "returns.csv"))));
  const judged = judgeTable(grid, draftRelations(grid));
  const suspects = findSuspects(judged);
  const seconds = (performance.now() - start) / 1000;
  const [header, ...records] = (await readDelimited(join(folder, "misprints.csv"))).rows;
  const known = records.map((record): KnownCell => {
    const of = (field: string) => record[header.indexOf(field)] ?? "";
    const authority = of("authority"), column = of("column");
    const own = suspects.filter(({ cell }) =>
      cell.row.cells.some(({ printed }) => printed === authority)
    );
    const sets = setsOf(own);
    const place = sets.findIndex((set) => set.some(({ cell }) => cell.column.name === column));
    const cells = new Set(
      judged.families.flatMap(({ violated }) =>
        violated.flatMap(({ cells }) =>
          cells[0].row === own[0]?.cell.row ? cells.map(({ id }) => id) : []
        )
      ),
    );
    const suspect = own.find(({ cell }) => cell.column.name === column);
    return {
      authority,
      column,
      printed: of("printed"),
      seenBy: of("seen_by"),
      place: place < 0 ? undefined : place + 1,
      suspect,
      ofRow: sets.length,
      byChance: cells.size > 0 ? 1 / cells.size : NaN,
    };
  });
  return { judged, suspects, seconds, known };
}

/** Suspects in order, those that change together as one. */
function setsOf(suspects: readonly Suspect[]): Suspect[][] {
  const sets: Suspect[][] = [];
  for (const suspect of suspects) {
    const together = sets.find((set) => set.some(({ others }) => others.includes(suspect.cell)));
    if (together) together.push(suspect);
    else sets.push([suspect]);
  }
  return sets;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}

const program = command("bench:misprints")
  .argument(
    "[folder]",
    "where returns.csv and misprints.csv are",
    "../shared/benchmark/england-2023-24",
  )
  .action(async (folder: string) => {
    const { judged: { families }, suspects, seconds, known } = await measure(folder);
    const violated = families.reduce((sum, family) => sum + family.violated.length, 0);
    const hold = families.reduce((sum, family) => sum + family.hold, 0);
    const bySum = known.filter(({ seenBy }) => seenBy === "sum");
    const first = (cells: readonly KnownCell[]) => cells.filter(({ place }) => place === 1).length;
    const chances = bySum.map(({ byChance }) => byChance).filter((chance) => !Number.isNaN(chance));
    console.log(
      `${families.length} relations drafted: ${hold} of ${
        hold + violated
      } hold; ${suspects.length} suspects in ${seconds.toFixed(1)} s`,
    );
    for (const { authority, column, printed, place, suspect, ofRow, seenBy } of known) {
      const found = suspect === undefined || place === undefined
        ? "no suspect"
        : `place ${place} of ${ofRow}, consistent if ${suspect.consistent} (${suspect.slip})`;
      console.log(`  ${authority}, ${column} = ${printed}, seen by ${seenBy}: ${found}`);
    }
    console.log(
      `seen by a sum: ${first(bySum)} of ${bySum.length} first in their row, ${
        bySum.filter(({ place }) => place !== undefined).length
      } among its suspects`,
    );
    console.log(
      `all: ${first(known)} of ${known.length} first, ${
        known.filter(({ place }) => place !== undefined).length
      } among the suspects`,
    );
    console.log(
      `further suspects in such a row: ${
        mean(known.map(({ ofRow, place }) => ofRow - (place === undefined ? 0 : 1))).toFixed(1)
      } on average`,
    );
    console.log(
      `first by chance: ${
        (100 * mean(chances)).toFixed(1)
      } % (a cell drawn from those that the row's relations name which do not hold; mean over the ${chances.length} cells seen by a sum whose row has any)`,
    );
  });

await runCommand(program);
