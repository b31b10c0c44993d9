import type { Claim, ClaimRow } from "../model/claim.ts";
import type { Edition } from "../model/edition.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Norm } from "../model/norm.ts";
import type { ObservationRow } from "../model/observation.ts";
import type { TrendWord } from "../model/trend_word.ts";
import { exact } from "../numbers/exact.ts";
import { findCycles } from "./check_cycles.ts";
import { checkRelation } from "./check_relation.ts";
import type { ClaimContext } from "./claim_context.ts";
import { expandClaim, type StatementWords } from "./expand_claim.ts";
import type { LoadedTable } from "./read_table.ts";

/** The tables that claims refer to. */
export interface ClaimSources {
  readonly observations: LoadedTable<ObservationRow>;
  readonly indicators: readonly Indicator[];
  readonly norms: LoadedTable<Norm>;
  readonly trendWords: LoadedTable<TrendWord>;
}

/**
 * Expands the rows of `claims.csv` and reports every claim that cannot be computed.
 *
 * @param table The rows as read.
 * @param sources The tables that they refer to.
 * @returns The claims, in the order of the file; `undefined` if a table that they refer to cannot be read.
 */
export function checkClaims(
  table: LoadedTable<ClaimRow>,
  sources: ClaimSources,
): Claim[] | undefined {
  const context = toContext(sources);
  if (context === undefined) return undefined;
  const describe = namer(sources);
  const seen = new Set<string>();
  const rowOf: number[] = [];
  const expanded = table.rows.flatMap((row, index) => {
    const claims = expandClaim(row, context.observations, describe);
    if (claims.length === 0) {
      table.report(index, "result", `result: "${row.result}" matches no observation`);
    }
    for (const claim of claims) {
      for (const { column, message } of checkRelation(claim, context)) {
        table.report(index, column, message);
      }
      if (seen.has(claim.id)) table.report(index, "id", `id: "${claim.id}" stands twice`);
      seen.add(claim.id);
      rowOf.push(index);
    }
    return claims;
  });
  for (const { index, path } of findCycles(expanded.map(({ relation }) => relation))) {
    if (path.length === 2) continue;
    const message = `operands: "${path[0]}" is made of itself: ${path.join(", ")}`;
    table.report(rowOf[index], "operands", message);
  }
  return expanded;
}

/**
 * Reports every claim of a notebook that the edition does not have.
 *
 * @param table The rows as read.
 * @param edition The edition, which names its notebooks.
 */
export function checkNotebooks(table: LoadedTable<ClaimRow>, { notebooks }: Edition): void {
  for (const [index, { notebook }] of table.rows.entries()) {
    if (notebooks.includes(notebook)) continue;
    const message = `notebook: expected one of edition.json, found "${notebook}"`;
    table.report(index, "notebook", message);
  }
}

function toContext({ observations, norms, trendWords }: ClaimSources): ClaimContext | undefined {
  if (!observations.ids || !norms.ids || !trendWords.ids) return undefined;
  const ofOneValue = norms.rows.filter(({ low, high }) => low !== null && low === high);
  return {
    observations: observations.ids,
    norms: norms.ids,
    trendWords: trendWords.ids,
    units: new Map([...observations.rows, ...norms.rows].map(({ id, unit }) => [id, unit])),
    values: new Map([
      ...ofOneValue.map(({ id, low }) => [id, exact(low ?? 0)] as const),
      ...observations.rows.map(({ id, value }) => [id, exact(value)] as const),
    ]),
    limits: new Map(norms.rows.map((norm) => [norm.id, norm])),
  };
}

function namer({ observations, indicators }: ClaimSources) {
  const indicatorOf = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const observationOf = new Map(observations.rows.map((row) => [row.id, row]));
  return (id: string): StatementWords | undefined => {
    const observation = observationOf.get(id);
    const indicator = observation && indicatorOf.get(observation.indicator);
    if (!observation || !indicator) return undefined;
    const period = observation.period.replace("/", "\u2013");
    return {
      ru: { indicator: indicator.label_ru, period },
      en: { indicator: indicator.label_en, period },
    };
  };
}
