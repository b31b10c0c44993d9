import { roundingModes } from "../model/verdict.ts";
import { commonModes, type Elsewhere } from "../preflight/judge_table.ts";
import type { Database } from "./open_database.ts";
import { masks } from "./sql_terms.ts";

/** How many rows that do not hold, or that SQL does not read, are judged exactly. */
const mostJudged = 20_000;

/** Counts of rows by their mask. */
async function countMasks(database: Database, from: string): Promise<[number, number][]> {
  const groups = await database.run(
    `SELECT mask::INTEGER AS mask, count(*)::INTEGER AS rows FROM ${from} GROUP BY mask`,
  );
  return groups.map(({ mask, rows }) => [Number(mask), Number(rows)]);
}

const modesOf = (mask: number) => roundingModes.filter((_, bit) => mask & (1 << bit));

/** Judges a relation in every row, and sets those apart that do not hold as the others do, or that SQL does not read. */
export async function separateRows(database: Database, name: string, query: string): Promise<void> {
  await database.run(
    `CREATE TEMPORARY TABLE ${name} AS SELECT n, CAST(mask AS SMALLINT) AS mask FROM (${query}) AS judged`,
  );
  const counts = await countMasks(database, name);
  const modes = commonModes(
    counts.filter(([mask]) => mask > 0).map(([mask, count]) => ({ modes: modesOf(mask), count })),
  );
  const apart = counts.map(([mask]) => mask).filter((mask) =>
    mask === masks.undecided || (mask >= 0 && !modesOf(mask).some((mode) => modes.has(mode)))
  );
  if (apart.length === 0) return;
  await database.run(
    `INSERT INTO apart SELECT n FROM ${name} WHERE mask IN (${apart.join(", ")}) ` +
      `ORDER BY n LIMIT ${mostJudged}`,
  );
}

/** How a relation fares in the rows that are not set apart. */
export async function countElsewhere(
  database: Database,
  name: string,
): Promise<Elsewhere & { readonly undecided: number }> {
  const counts = await countMasks(
    database,
    `(SELECT mask FROM ${name} WHERE n NOT IN (SELECT n FROM apart)) AS others`,
  );
  const count = (of: number) => counts.find(([mask]) => mask === of)?.[1] ?? 0;
  return {
    byModes: counts.filter(([mask]) => mask >= 0)
      .map(([mask, count]) => ({ modes: modesOf(mask), count })),
    missing: count(masks.missing),
    undecided: count(masks.undecided),
  };
}
