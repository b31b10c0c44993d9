import type { Derived } from "../indicators/indicators.ts";
import { words } from "../words/words.ts";
import type { FindingVerdict } from "../audit/judge_findings.ts";
import {
  display,
  type Displayable,
  isDisplayable,
  type MediaBundle,
  together,
} from "../model/displayable.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Language } from "../model/label.ts";
import type { Report } from "../model/report.ts";
import { type Verdict, verdictKinds } from "../model/verdict.ts";
import { derivedCard } from "./derived_card.ts";
import { derivedRows } from "./derived_rows.ts";
import { findingCard } from "./finding_card.ts";
import { findingRows } from "./finding_rows.ts";
import { indicatorCard } from "./indicator_card.ts";
import { labelledRows } from "./labelled_rows.ts";
import { type PlainRecord, recordsTable } from "./records_table.ts";
import { verdictCard } from "./verdict_card.ts";
import { verdictRows } from "./verdict_rows.ts";

/** How a value looks in a language. */
export type RichForm = (language: Language) => Displayable;

/**
 * How a value of this library looks in a notebook, told by its shape: model values stay plain data.
 *
 * A verdict, a finding with its verdict, a computed indicator and the definition of one are cards; an array of them, or of any
 * plain records, is a table. Of a report the parts are named, with how many rows each has.
 *
 * @param value Any value.
 * @returns Its look by language; `undefined` where the value is nothing of the kind.
 */
export function richForm(value: unknown): RichForm | undefined {
  if (isDisplayable(value)) return () => value;
  if (isVerdict(value)) return (language) => verdictCard(value, language);
  if (isFindingVerdict(value)) return (language) => findingCard(value, language);
  if (isDerived(value)) return (language) => derivedCard(value, language);
  if (isIndicator(value)) return (language) => indicatorCard(value, language);
  if (isJudged(value)) return richForm(value.judged);
  if (isReport(value)) return (language) => recordsTable(sizes(value, language), language);
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const parts: unknown[] = value.flat(Infinity)
    .filter((part) => part !== null && part !== undefined);
  if (parts.length > 0 && parts.every(isShownTogether)) {
    return () => ({ [display]: () => parts[0][together](parts) });
  }
  const asTable = (rows: (language: Language) => readonly PlainRecord[]): RichForm => (language) =>
    recordsTable(rows(language), language);
  if (value.every(isVerdict)) return asTable((language) => verdictRows(value, language));
  if (value.every(isFindingVerdict)) return asTable((language) => findingRows(value, language));
  if (value.every(isDerived)) return asTable((language) => derivedRows(value, language));
  if (value.every(isJudged)) return richForm(value.map(({ judged }) => judged));
  return value.every(isPlainRecord)
    ? asTable((language) => labelledRows(value, language))
    : undefined;
}

function has<Key extends string>(
  value: unknown,
  ...keys: readonly Key[]
): value is Readonly<Record<Key, unknown>> {
  return typeof value === "object" && value !== null && keys.every((key) => key in value);
}

function isKind(value: unknown): boolean {
  return verdictKinds.some((kind) => kind === value);
}

function isVerdict(value: unknown): value is Verdict {
  return has(value, "claim", "kind", "printed", "computedInterval", "lines") &&
    isKind(value.kind) && has(value.claim, "statement", "relation");
}

function isFindingVerdict(value: unknown): value is FindingVerdict {
  return has(value, "finding", "kind", "decisive", "records") && isKind(value.kind) &&
    has(value.finding, "statement_en");
}

/** A row of an opened report that stands for a verdict, whatever else was put into it. */
function isJudged(value: unknown): value is { readonly judged: Verdict | FindingVerdict } {
  return has(value, "judged", "verdict") &&
    (isVerdict(value.judged) || isFindingVerdict(value.judged));
}

function isDerived(value: unknown): value is Derived {
  return has(value, "indicator", "value", "interval", "inputs", "issues") &&
    typeof value.indicator === "string" && value.indicator in words.en.indicators;
}

function isIndicator(value: unknown): value is Indicator {
  return has(value, "id", "precision", "label_en", "unit_en", "definition_en");
}

function isReport(value: unknown): value is Report {
  return has(value, "edition", "observations", "claims", "findings");
}

/** A whole report would be some hundred kilobytes; its parts show themselves. */
function sizes(report: Report, language: Language): PlainRecord[] {
  const { table, rows: count } = words[language].headings;
  return Object.entries(report).flatMap(([part, rows]) =>
    Array.isArray(rows) ? [{ [table]: part, [count]: rows.length }] : []
  );
}

/** Plots, marks and legends: several of them are one picture. */
function isShownTogether(
  value: unknown,
): value is { [together](values: readonly unknown[]): MediaBundle } {
  return typeof value === "object" && value !== null && together in value;
}

function isPlainRecord(value: unknown): value is PlainRecord {
  if (typeof value !== "object" || value === null || Object.keys(value).length === 0) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && !isDisplayable(value);
}
