import type { Initiative } from "../model/initiative.ts";
import type { Language } from "../model/label.ts";
import type { Report } from "../model/report.ts";
import { type InLanguage, inLanguage } from "./in_language.ts";
import { namesOf } from "../audit/distinct_labels.ts";

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
export function initiativeRows(report: Report, language: Language): InitiativeRow[] {
  const { sections, kinds, channels, territories, systems, audiences, themes, platforms } = report;
  const [section, kind, channel, territory, system, audience, theme, platform] = [
    ...[sections, kinds, channels, territories, systems, audiences, themes, platforms],
  ].map((rows) => namesOf(rows, language));
  return report.initiatives.map((row) => {
    const systemLabels = row.system.map(system);
    const audienceLabels = row.audience.map(audience);
    const themeLabels = row.themes.map(theme);
    return {
      ...inLanguage(row, language),
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
