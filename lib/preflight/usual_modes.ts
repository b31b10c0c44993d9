import { type RoundingMode, roundingModes } from "../model/verdict.ts";

/** How often a relation holds by just these ways of rounding; by none, where it does not. */
export interface ModeCount {
  readonly modes: readonly RoundingMode[];
  readonly count: number;
}

/** In which share of what holds a way of rounding has to fit to be the table's. */
const usual = 0.9;

/** The ways of rounding by which a relation holds wherever it does; all, where it holds too seldom to tell. */
export function commonModes(counts: readonly ModeCount[]): ReadonlySet<RoundingMode> {
  const holding = counts.filter(({ modes }) => modes.length > 0), all = countAll(holding);
  if (all < 6) return new Set(roundingModes);
  const common = roundingModes.filter((mode) =>
    countAll(holding.filter(({ modes }) => modes.includes(mode))) >= usual * all
  );
  return new Set(common.length > 0 ? common : roundingModes);
}

/** How often in all. */
export function countAll(counts: readonly ModeCount[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}
