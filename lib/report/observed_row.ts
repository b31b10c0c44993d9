import { distinctLabels, namesOf, type NamingTables } from "../audit/distinct_labels.ts";
import type { Language } from "../model/label.ts";
import type { Observation } from "../model/observation.ts";

/** A printed quantity as a tidy row: what it is as codes, and as labels in the notebook's language. */
export interface ObservedRow extends Observation {
  /** What tells it apart among the rows that it came with, but for the period. */
  readonly label: string;
  readonly indicatorLabel: string;
  readonly populationLabel: string;
  readonly scopeLabel: string;
  readonly territoryLabel: string;
  readonly unitLabel: string;
}

/**
 * Observations with labels.
 *
 * @param observations The observations, which are told apart among each other.
 * @param tables The tables that name their codes.
 * @param language Language of the labels.
 */
export function observedRows(
  observations: readonly Observation[],
  tables: NamingTables,
  language: Language,
): ObservedRow[] {
  const { indicators, populations, scopes, territories } = tables;
  const [indicator, population, scope, territory] = [indicators, populations, scopes, territories]
    .map((rows) => namesOf(rows, language));
  const units = new Map(
    indicators.map(({ id, unitLabel }) => [id, unitLabel[language]]),
  );
  // The period is a column of its own: rows of one quantity have one label.
  const undated = observations.map((row) => ({ ...row, period: "" }));
  const labels = distinctLabels(undated, tables, { language });
  return observations.map((row, index) => ({
    ...row,
    label: labels[index],
    indicatorLabel: indicator(row.indicator),
    populationLabel: population(row.population),
    scopeLabel: scope(row.scope),
    territoryLabel: territory(row.territory),
    unitLabel: units.get(row.indicator) ?? row.unit,
  }));
}
