import type { Claim, ClaimRow } from "../model/claim.ts";
import type { Edition } from "../model/edition.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Norm } from "../model/norm.ts";
import type { ObservationRow } from "../model/observation.ts";
import type { TrendWord } from "../model/trend_word.ts";
import { checkClaim, type ClaimContext } from "./check_claim.ts";
import { expandClaim } from "./expand_claim.ts";
import type { LoadedTable } from "./read_table.ts";

/** The tables that claims refer to. */
export interface ClaimSources {
  readonly edition: Edition;
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
 * @returns The claims, in the order of the file.
 */
export function checkClaims(table: LoadedTable<ClaimRow>, sources: ClaimSources): Claim[] {
  const { edition, observations, indicators, norms, trendWords } = sources;
  const context: ClaimContext = {
    observations: observations.ids,
    norms: norms.ids,
    trendWords: trendWords.ids,
    units: new Map([...observations.rows, ...norms.rows].map(({ id, unit }) => [id, unit])),
    values: new Map(observations.rows.map(({ id, value }) => [id, value])),
  };
  const describe = namer(observations.rows, indicators);
  const seen = new Set<string>();
  return table.rows.flatMap((row, index) => {
    const claims = expandClaim(row, observations.ids, describe);
    if (claims.length === 0) {
      table.report(index, "result", `result: "${row.result}" matches no observation`);
    }
    if (!edition.notebooks.includes(row.notebook)) {
      table.report(
        index,
        "notebook",
        `notebook: expected one of edition.json, found "${row.notebook}"`,
      );
    }
    if (row.line !== null && row.line > edition.source.lines) {
      table.report(
        index,
        "line",
        `line: expected at most ${edition.source.lines}, found ${row.line}`,
      );
    }
    for (const claim of claims) {
      for (const [column, message] of checkClaim(claim, context)) {
        table.report(index, column, message);
      }
      if (seen.has(claim.id)) table.report(index, "id", `id: "${claim.id}" stands twice`);
      seen.add(claim.id);
    }
    return claims;
  });
}

function namer(observations: readonly ObservationRow[], indicators: readonly Indicator[]) {
  const indicatorOf = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const observationOf = new Map(observations.map((observation) => [observation.id, observation]));
  return (id: string) => {
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
