import { words } from "../words/words.ts";
import { limitOf } from "../audit/limit_of.ts";
import { verdictColors, verdictText, verdictWords } from "../display/verdict_look.ts";
import type { FindingVerdict } from "../audit/settle_finding.ts";
import type { Finding } from "../model/finding.ts";
import type { Language } from "../model/label.ts";
import type { RelationKind } from "../model/relation.ts";
import { type Verdict, type VerdictHow, type VerdictKind, verdictKinds } from "../model/verdict.ts";
import { type ObservedRow, translateRow } from "./label_rows.ts";

/** What rows are put into words with. */
export interface RowWords {
  readonly language: Language;
  /** Names a topic. */
  readonly topic: (id: string) => string;
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
  return {
    verdict: kind,
    how,
    verdictName: verdictWords[kind][language],
    verdictLabel: verdictText({ kind, how }, language),
  };
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
  verdict: Verdict,
  cell: ObservedRow | undefined,
  { language, topic }: RowWords,
): VerdictRow {
  const { claim, printed, computed, difference, lines } = verdict;
  const { id: _, line: __, ...dimensions } = cell ?? {};
  return {
    ...dimensions,
    claim: claim.id,
    topic: claim.topic,
    topicLabel: topic(claim.topic),
    relation: claim.kind,
    relationLabel: words[language].relations[claim.kind],
    result: claim.result,
    statement: claim.statement[language],
    printed,
    recomputed: computed && computed.valueOf(),
    difference: difference && difference.valueOf(),
    ...toFound(verdict, language),
    limit: limitOf(verdict)?.[language] ?? null,
    lines,
    judged: verdict,
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
export function labelFinding(judged: FindingVerdict, { language, topic }: RowWords): FindingRow {
  const { finding } = judged;
  return {
    ...translateRow(finding, language),
    kindLabel: words[language].findingKinds[finding.kind],
    topicLabel: topic(finding.topic),
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
    domain: found.map((kind) => verdictWords[kind][language]),
    range: found.map((kind) => verdictColors[kind]),
  };
}
