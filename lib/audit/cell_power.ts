import type { Claim } from "../model/claim.ts";
import type { Observation } from "../model/observation.ts";
import type { Verdict } from "../model/verdict.ts";
import { exact } from "../numbers/exact.ts";
import { lastPlace } from "../numbers/rounding.ts";
import type { ConstraintNetwork } from "./constraint_network.ts";
import { judge } from "./judge.ts";
import { mayBeNegative, slipsOf } from "./misprint.ts";
import { quantityOf } from "./quantities.ts";
import { type SlipTally, tallySlips, type TriedSlip } from "./slip_tally.ts";

/** How well one claim protects one cell. */
export interface RelationPower {
  readonly claim: Claim;
  readonly slips: SlipTally;
}

/** A slip that was tried, and the ids of the claims that catch it. */
export interface Trial {
  readonly slip: TriedSlip;
  /** The number that the cell would print. */
  readonly value: number;
  readonly caughtBy: readonly string[];
}

/** How well all claims protect one cell. */
export interface CellPower {
  readonly observation: Observation;
  readonly trials: readonly Trial[];
  /** What each claim that computes with the cell catches by itself. */
  readonly relations: readonly RelationPower[];
  /** What all of them catch together. */
  readonly slips: SlipTally;
  /** Whether nothing catches any of the slips. */
  readonly isAlone: boolean;
}

/** Tries every slip on one cell and judges every claim that computes with it anew. */
export function cellPower(network: ConstraintNetwork, observation: Observation): CellPower {
  const claims = (network.of.get(observation.id) ?? []).map(({ verdict }) => verdict.claim);
  const trials = slippedValues(observation).map(({ slip, value }): Trial => ({
    slip,
    value,
    caughtBy: claimsThatCatch(network, { ...observation, value }),
  }));
  const tally = (counts: (trial: Trial) => boolean) =>
    tallySlips(trials.map((trial) => ({ slip: trial.slip, isCaught: counts(trial) })));
  return {
    observation,
    trials,
    relations: claims.map((claim) => ({
      claim,
      slips: tally(({ caughtBy }) => caughtBy.includes(claim.id)),
    })),
    slips: tally(({ caughtBy }) => caughtBy.length > 0),
    isAlone: trials.every(({ caughtBy }) => caughtBy.length === 0),
  };
}

/**
 * Ids of the claims that catch a changed number: that contradict it where they did not, agree again, or contradict it by
 * another difference.
 *
 * @param network The report as it is printed.
 * @param changed One of its cells with another value.
 */
export function claimsThatCatch(network: ConstraintNetwork, changed: Observation): string[] {
  const { values, words } = network;
  const slipped = quantityOf(changed, values.get(changed.id)?.isRounded ?? false);
  const after = { get: (id: string) => id === changed.id ? slipped : values.get(id) };
  const verdicts = (network.of.get(changed.id) ?? []).map(({ verdict }) => verdict);
  return verdicts.filter((before) => isCaught(before, judge(before.claim, after, words)))
    .map(({ claim }) => claim.id);
}

function isCaught(before: Verdict, after: Verdict): boolean {
  if (after.kind !== "contradicts") return before.kind === "contradicts";
  if (before.kind !== "contradicts") return true;
  const was = before.difference, is = after.difference;
  return was === null || is === null ? was !== is : !was.equals(is);
}

/** Every number that a slip would give an observation. */
function slippedValues(observation: Observation): { slip: TriedSlip; value: number }[] {
  const value = exact(observation.value);
  const unit = lastPlace(observation.decimals);
  const off = [value.add(unit), value.sub(unit)]
    .filter((other) => mayBeNegative(observation) || other.compare(0) >= 0)
    .map((other) => ({ slip: "one-unit-off" as const, value: other }));
  const misread = (["swapped-digits", "changed-digit"] as const).flatMap((slip) =>
    slipsOf(observation, [slip]).map(({ value }) => ({ slip, value }))
  );
  return [...off, ...misread].map(({ slip, value }) => ({
    slip,
    value: value.valueOf(),
  }));
}
