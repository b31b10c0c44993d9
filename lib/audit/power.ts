import type { Claim } from "../model/claim.ts";
import type { Observation } from "../model/observation.ts";
import type { ReportNumbers } from "../model/report.ts";
import type { Verdict } from "../model/verdict.ts";
import { exact } from "../numbers/exact.ts";
import { lastPlace } from "../numbers/rounding.ts";
import { type ConstraintNetwork, constraintNetwork, judgeAgain } from "./constraint_network.ts";
import { mayBeNegative, slipsOf } from "./misprint.ts";

/** The slips that a power map tries on every cell: one unit of the last decimal, and two on its digits. */
export const triedSlips = ["one-unit-off", "swapped-digits", "changed-digit"] as const;

/** A slip that a power map tries. */
export type TriedSlip = typeof triedSlips[number];

/** How many slips of each kind were tried, and how many an audit would have caught. */
export type SlipCounts = Readonly<
  Record<TriedSlip, { readonly tried: number; readonly caught: number }>
>;

/** How well one claim protects one cell. */
export interface RelationPower {
  /** The claim that computes with the cell. */
  readonly claim: Claim;
  /** What it catches by itself. */
  readonly slips: SlipCounts;
}

/** A slip that was tried, and the ids of the claims that catch it. */
export interface Trial {
  /** The kind of slip. */
  readonly slip: TriedSlip;
  /** The number that the cell would print. */
  readonly value: number;
  /** Ids of the claims that catch it. */
  readonly caughtBy: readonly string[];
}

/** How well all claims protect one cell. */
export interface CellPower {
  /** The number of the report. */
  readonly observation: Observation;
  /** Every slip that was tried on it. */
  readonly trials: readonly Trial[];
  /** What each claim that computes with the cell catches by itself. */
  readonly relations: readonly RelationPower[];
  /** What all of them catch together. */
  readonly slips: SlipCounts;
  /** Whether nothing catches any of the slips. */
  readonly isAlone: boolean;
}

/** How well each number of a report is protected. */
export interface PowerMap {
  /** Every observation, in the order of the report. */
  readonly cells: readonly CellPower[];
  /** What each claim catches over all of its cells, by its id. */
  readonly claims: ReadonlyMap<string, SlipCounts>;
  /** What is caught over all cells. */
  readonly total: SlipCounts;
}

/**
 * Finds for every number of a report which slips of the pen its relations would have caught.
 *
 * A slip is caught if it makes a claim contradict the print that did not, mends one that did, or changes by how much.
 *
 * @param report The report.
 * @returns The map of what is protected, by cell and by claim.
 *
 * @example
 * ```ts
 * import { loadReport, power } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const { cells } = power(await loadReport("kuzbass-2016"));
 * const loans = cells.find(({ observation }) => observation.id === "table1.loans.2016")!;
 * assertEquals(loans.slips["swapped-digits"], { tried: 6, caught: 6 });
 * ```
 */
export function power(report: ReportNumbers): PowerMap {
  const network = constraintNetwork(report);
  const cells = report.observations.map((observation) => cellPower(network, observation));
  const asked = Map.groupBy(
    cells.flatMap(({ relations, trials }) =>
      relations.map(({ claim: { id } }) => ({ id, trials }))
    ),
    ({ id }) => id,
  );
  const claims = Array.from(asked, ([id, tried]) => {
    return [id, countSlips(tried.flatMap(({ trials }) => trials), id)] as const;
  });
  return {
    cells,
    claims: new Map(claims),
    total: countSlips(cells.flatMap(({ trials }) => trials)),
  };
}

/** Tries every slip on one cell and judges every claim that computes with it anew. */
export function cellPower(network: ConstraintNetwork, observation: Observation): CellPower {
  const claims = (network.of.get(observation.id) ?? []).map(({ verdict }) => verdict.claim);
  const trials = slipsWithValues(observation).map(({ slip, value }): Trial => ({
    slip,
    value,
    caughtBy: claimsThatCatch(network, { ...observation, value }),
  }));
  return {
    observation,
    trials,
    relations: claims.map((claim) => ({ claim, slips: countSlips(trials, claim.id) })),
    slips: countSlips(trials),
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
export function claimsThatCatch(
  { of }: ConstraintNetwork,
  { id, value }: Pick<Observation, "id" | "value">,
): string[] {
  const changes = new Map([[id, exact(value)]]);
  const all = of.get(id) ?? [];
  return all.filter((one) => isCaught(one.verdict, judgeAgain(one, changes)))
    .map(({ verdict }) => verdict.claim.id);
}

function isCaught(before: Verdict, after: Verdict): boolean {
  const [wasBroken, isBroken] = [before, after].map(({ kind }) => kind === "contradicts");
  if (!wasBroken || !isBroken) return wasBroken !== isBroken;
  const was = before.difference, is = after.difference;
  return was === null || is === null ? was !== is : !was.equals(is);
}

/** Every number that a slip would give an observation. */
function slipsWithValues(observation: Observation): { slip: TriedSlip; value: number }[] {
  const value = exact(observation.value);
  const unit = lastPlace(observation.decimals);
  const off = [value.add(unit), value.sub(unit)]
    .filter((other) => mayBeNegative(observation) || other.compare(0) >= 0);
  return [
    ...off.map((value) => ({ slip: "one-unit-off" as const, value: value.valueOf() })),
    ...(["swapped-digits", "changed-digit"] as const).flatMap((slip) =>
      slipsOf(observation, { kinds: [slip] }).map(({ value }) => ({ slip, value: value.valueOf() }))
    ),
  ];
}

/** Counts slips, and those that are caught: by one claim, or by any. */
function countSlips(trials: readonly Trial[], claim?: string): SlipCounts {
  const entries = triedSlips.map((slip) => {
    const these = trials.filter((trial) => trial.slip === slip);
    const caught = these.filter(({ caughtBy }) =>
      claim === undefined ? caughtBy.length > 0 : caughtBy.includes(claim)
    );
    return [slip, { tried: these.length, caught: caught.length }];
  });
  return Object.fromEntries(entries) as SlipCounts;
}
