import { distinctLabels, namesOf, type NamingTables } from "../audit/distinct_labels.ts";
import type { Initiative } from "../model/initiative.ts";
import type { Language } from "../model/label.ts";
import type { Observation } from "../model/observation.ts";
import type { Report } from "../model/report.ts";
import { type InLanguage, translateRow } from "./translate_row.ts";

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
export function labelObservations(
  observations: readonly Observation[],
  tables: NamingTables,
  language: Language,
): ObservedRow[] {
  const { indicators, populations, scopes, territories } = tables;
  const [indicator, population, scope, territory] = [indicators, populations, scopes, territories]
    .map((rows) => namesOf(rows, language));
  const units = new Map(
    indicators.map(({ id, unit_ru, unit_en }) => [id, language === "ru" ? unit_ru : unit_en]),
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

/** An initiative as a row that can be grouped: its codes, their labels, and which of them the text does not tell. */
export type InitiativeRow = InLanguage<Initiative> & {
  readonly sectionLabel: string;
  readonly kindLabel: string;
  readonly channelLabel: string;
  readonly territoryLabel: string;
  /** The main one; where there is none, a dash. */
  readonly systemLabel: string;
  readonly audienceLabel: string;
  readonly themeLabel: string;
  readonly systemLabels: readonly string[];
  readonly audienceLabels: readonly string[];
  readonly themeLabels: readonly string[];
  readonly platformLabels: readonly string[];
};

/**
 * The initiatives of a report with labels.
 *
 * @param report The edition.
 * @param language Language of the labels.
 */
export function labelInitiatives(report: Report, language: Language): InitiativeRow[] {
  const { sections, kinds, channels, territories, systems, audiences, themes, platforms } = report;
  const [section, kind, channel, territory, system, audience, theme, platform] = [
    ...[sections, kinds, channels, territories, systems, audiences, themes, platforms],
  ].map((rows) => namesOf(rows, language));
  return report.initiatives.map((row) => {
    const systemLabels = row.system.map(system);
    const audienceLabels = row.audience.map(audience);
    const themeLabels = row.themes.map(theme);
    return {
      ...translateRow(row, language),
      sectionLabel: section(row.section),
      kindLabel: kind(row.kind),
      channelLabel: channel(row.channel),
      territoryLabel: territory(row.territory),
      systemLabel: systemLabels[0] ?? "–",
      audienceLabel: audienceLabels[0] ?? "–",
      themeLabel: themeLabels[0] ?? "–",
      systemLabels,
      audienceLabels,
      themeLabels,
      platformLabels: row.platforms.map(platform),
    };
  });
}
