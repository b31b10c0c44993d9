import { distinctLabels, namesOf } from "../audit/distinct_labels.ts";
import type { Initiative } from "../model/initiative.ts";
import type { Observation } from "../model/observation.ts";
import type { TableName } from "../model/edition_tables.ts";
import type { Report } from "../model/report.ts";
import type { Label, Language, Named } from "../model/label.ts";
import { words } from "../words/words.ts";
import { limitOf } from "../audit/limit_of.ts";
import { verdictColors, verdictText } from "../display/verdict_look.ts";
import type { FindingVerdict } from "../audit/judge_findings.ts";
import type { Finding } from "../model/claim.ts";
import type { RelationKind } from "../model/relation.ts";
import { type Verdict, type VerdictHow, type VerdictKind, verdictKinds } from "../model/verdict.ts";

/** A printed quantity as a tidy row: what it is as codes, and as labels in the notebook's language. */
export interface ObservedRow extends Observation {
  /** What tells it apart among the rows that it came with, but for the period. */
  readonly label: string;
  /** Name of what was observed. */
  readonly indicatorLabel: string;
  /** Name of whom it concerns. */
  readonly populationLabel: string;
  /** Name of the institutions, residents or programme over which it is counted. */
  readonly scopeLabel: string;
  /** Name of where. */
  readonly territoryLabel: string;
  /** Its unit as it is written. */
  readonly unitLabel: string;
}

/** A table of a report whose codes have names. */
type NamedTable = {
  [Name in TableName]: Report[Name] extends readonly Named<Label>[] ? Name : never;
}[TableName];

/** What the rows of a report are put into words with. */
export interface RowWords {
  readonly report: Report;
  readonly language: Language;
  /** The name of a code of one of its tables. */
  readonly name: (table: NamedTable, id: string) => string;
}

/** What the rows of a report are put into words with, in a language. */
export function rowWords(report: Report, language: Language): RowWords {
  const known = new Map<NamedTable, (id: string) => string>();
  const namesIn = (table: NamedTable) => namesOf(report[table], language);
  return {
    report,
    language,
    name: (table, id) => known.getOrInsertComputed(table, namesIn)(id),
  };
}

/** Observations with labels, which tell them apart among each other. */
export function labelObservations(
  observations: readonly Observation[],
  { report, language, name }: RowWords,
): ObservedRow[] {
  const units = new Map(report.indicators.map(({ id, unitLabel }) => [id, unitLabel[language]]));
  // The period is a column of its own: rows of one quantity have one label.
  const undated = observations.map((row) => ({ ...row, period: "" }));
  const labels = distinctLabels(undated, report, { language });
  return observations.map((row, index) => ({
    ...row,
    label: labels[index],
    indicatorLabel: name("indicators", row.indicator),
    populationLabel: name("populations", row.population),
    scopeLabel: name("scopes", row.scope),
    territoryLabel: name("territories", row.territory),
    unitLabel: units.get(row.indicator) ?? row.unit,
  }));
}

/** An initiative as a row that can be grouped: its codes, their labels, and which of them the text does not tell. */
export interface InitiativeRow extends Initiative<string> {
  /** Name of the part of the report. */
  readonly sectionLabel: string;
  /** Name of what it is. */
  readonly kindLabel: string;
  /** Name of where it reaches its audience. */
  readonly channelLabel: string;
  /** Name of where. */
  readonly territoryLabel: string;
  /** The main one; where there is none, a dash. */
  readonly systemLabel: string;
  /** Name of its first audience; where there is none, a dash. */
  readonly audienceLabel: string;
  /** Name of the main theme; where there is none, a dash. */
  readonly themeLabel: string;
  /** Names of the library systems that do it. */
  readonly systemLabels: readonly string[];
  /** Names of whom it is for. */
  readonly audienceLabels: readonly string[];
  /** Names of what it is about, the main theme first. */
  readonly themeLabels: readonly string[];
  /** Names of the online services and media that it uses. */
  readonly platformLabels: readonly string[];
}

/** The initiatives of a report with labels. */
export function labelInitiatives({ report, language, name }: RowWords): InitiativeRow[] {
  return report.initiatives.map((row) => {
    const systemLabels = row.system.map((id) => name("systems", id));
    const audienceLabels = row.audience.map((id) => name("audiences", id));
    const themeLabels = row.themes.map((id) => name("themes", id));
    return {
      ...translateRow(row, language),
      sectionLabel: name("sections", row.section),
      kindLabel: name("kinds", row.kind),
      channelLabel: name("channels", row.channel),
      territoryLabel: name("territories", row.territory),
      systemLabel: systemLabels[0] ?? "–",
      audienceLabel: audienceLabels[0] ?? "–",
      themeLabel: themeLabels[0] ?? "–",
      systemLabels,
      audienceLabels,
      themeLabels,
      platformLabels: row.platforms.map((id) => name("platforms", id)),
    };
  });
}

/** A row with its texts in one language. */
type InLanguage<Row> = {
  readonly [Field in keyof Row]: Row[Field] extends Label ? string : Row[Field];
};

/**
 * Gives a row its texts in one language.
 *
 * @param row Any row of an edition.
 * @param language The language.
 */
export function translateRow<Row extends object>(row: Row, language: Language): InLanguage<Row> {
  const fields = Object.entries(row).map(([field, value]) => [
    field,
    isLabel(value) ? value[language] : value,
  ]);
  return Object.fromEntries(fields);
}

function isLabel(value: unknown): value is Label {
  return typeof value === "object" && value !== null && "ru" in value && "en" in value;
}

/**
 * Gives the rows of a report that have texts these in one language; claims keep theirs, for verdicts are told in any.
 *
 * @param report The edition.
 * @param language The language.
 */
export function translateReport(report: Report, language: Language): Report<string> {
  const parts = Object.entries(report).map(([name, part]: [string, unknown]) => {
    const hasTexts = name !== "claims" && Array.isArray(part) &&
      Object.values(part[0] ?? {}).some(isLabel);
    return [name, hasTexts ? part.map((row) => translateRow<object>(row, language)) : part];
  });
  return Object.fromEntries(parts) as unknown as Report<string>;
}

/** A verdict in a row. */
export interface Found {
  /** What was found. */
  readonly verdict: VerdictKind;
  /** How it agrees or holds; `null` where it does neither. */
  readonly how: VerdictHow | null;
  /** What the verdict is called, by which rows can be grouped. */
  readonly verdictName: string;
  /** The verdict in words, with how it agrees or holds. */
  readonly verdictLabel: string;
}

function toFound({ kind, how }: Verdict | FindingVerdict, language: Language): Found {
  const verdictName = words[language].verdicts[kind];
  return { verdict: kind, how, verdictName, verdictLabel: verdictText({ kind, how }, language) };
}

/** A verdict on a claim as a tidy row. Where the report prints the value that is judged, it has its fields and labels. */
export interface VerdictRow extends Found, Partial<Omit<ObservedRow, "id" | "printed" | "line">> {
  /** Id of the claim. */
  readonly claim: string;
  /** Id of the topic that it belongs to. */
  readonly topic: string;
  /** Name of the topic. */
  readonly topicLabel: string;
  /** The kind of relation. */
  readonly relation: RelationKind;
  /** What the kind is called. */
  readonly relationLabel: string;
  /** Id of the printed value that is judged; `null` where none is printed. */
  readonly result: string | null;
  /** What the claim states, in words. */
  readonly statement: string;
  /** The printed string that is judged. */
  readonly printed: string;
  /** `null` where it cannot be computed. */
  readonly recomputed: number | null;
  /** Printed minus recomputed. */
  readonly difference: number | null;
  /** The limit by which a comparison holds or does not, in words. */
  readonly limit: string | null;
  /** Lines of the source that it rests on, ascending. */
  readonly lines: readonly number[];
  /** The verdict with all that it rests on. */
  readonly judged: Verdict;
}

/** A verdict as a row; `cell` is the printed value that is judged. */
export function labelVerdict(
  judged: Verdict,
  cell: ObservedRow | undefined,
  { language, name }: RowWords,
): VerdictRow {
  const { claim, printed, computed, difference, lines } = judged;
  const { id, topic, kind, result, statement } = claim;
  const { id: _, line: __, ...dimensions } = cell ?? {};
  return {
    ...dimensions,
    claim: id,
    topic,
    topicLabel: name("topics", topic),
    relation: kind,
    relationLabel: words[language].relations[kind],
    result,
    statement: statement[language],
    printed,
    recomputed: computed && computed.valueOf(),
    difference: difference && difference.valueOf(),
    ...toFound(judged, language),
    limit: limitOf(judged)?.[language] ?? null,
    lines,
    judged,
  };
}

/** A finding of the report with its verdict, as a tidy row. */
export interface FindingRow extends Finding<string>, Found {
  /** What its kind is called. */
  readonly kindLabel: string;
  /** Name of the topic. */
  readonly topicLabel: string;
  /** The first line that states it. */
  readonly line: number;
  /** The verdict with all that it rests on. */
  readonly judged: FindingVerdict;
}

/** A finding as a row. */
export function labelFinding(judged: FindingVerdict, { language, name }: RowWords): FindingRow {
  const { finding } = judged;
  return {
    ...translateRow(finding, language),
    kindLabel: words[language].findingKinds[finding.kind],
    topicLabel: name("topics", finding.topic),
    line: finding.lines[0],
    ...toFound(judged, language),
    judged,
  };
}

/** The colours of verdicts as `color` of a plot has them. */
export interface VerdictScale {
  /** The scale has a legend. */
  readonly legend: true;
  /** What the verdicts are called, from agreement to what no number can judge. */
  readonly domain: string[];
  /** Their colours, in the same order. */
  readonly range: string[];
}

/** The colours of the verdicts among some rows. */
export function verdictScale(
  rows: readonly { readonly verdict: VerdictKind }[],
  language: Language,
): VerdictScale {
  const found = verdictKinds.filter((kind) => rows.some(({ verdict }) => verdict === kind));
  return {
    legend: true,
    domain: found.map((kind) => words[language].verdicts[kind]),
    range: found.map((kind) => verdictColors[kind]),
  };
}
