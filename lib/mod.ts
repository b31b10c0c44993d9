/// <reference types="./ambient/std.d.ts" />

/**
 * The one entry for notebooks and users: everything exported here is public.
 *
 * @module
 */

// model
export type {
  Candidate,
  Claim,
  Definition,
  Erratum,
  Finding,
  Inference,
  Numeral,
  Topic,
  TrendWord,
  UnprintedRow,
} from "./model/claim.ts";
export { claimBases, findingKinds } from "./model/claim_tables.ts";
export type {
  Coded,
  Coding,
  CodingRule,
  Initiative,
  LibrarySystem,
  NotInitiative,
  SystemMention,
  Term,
} from "./model/initiative.ts";
export { display, type Displayable, type MediaBundle } from "./model/displayable.ts";
export {
  type Edition,
  type NumberFormat,
  printedMeanings,
  type PrintedWord,
} from "./model/edition.ts";
export type { CellValues } from "./model/cell_kinds.ts";
export { editionTables, type RowOf, type TableName } from "./model/edition_tables.ts";
export type { Exact, Interval } from "./model/interval.ts";
export type {
  Indicator,
  Norm,
  Observation,
  ObservationRow,
  Population,
  Precision,
  Scope,
  TableCellPlace,
  Territory,
  Tile,
} from "./model/observation.ts";
export { precisions, printedForms } from "./model/number_tables.ts";
export { type Label, type Language, languages, type Named, type Wording } from "./model/label.ts";
export {
  type Relation,
  type RelationKind,
  relationKinds,
  type RelationShape,
  relationShapes,
  type Terms,
  type UnitRule,
} from "./model/relation.ts";
export type { Report, ReportNumbers } from "./model/report.ts";
export {
  type RoundingMode,
  roundingModes,
  type UnitSign,
  type Verdict,
  type VerdictHow,
  verdictHows,
  type VerdictKind,
  verdictKinds,
} from "./model/verdict.ts";

// errors
export { InputError, type Problem } from "./errors/problem.ts";
export { UsageError } from "./errors/usage_error.ts";

// numbers
export {
  decimalString,
  formatNumber,
  type NumberStyle,
  shownDecimals,
} from "./numbers/format_number.ts";
export { exact } from "./numbers/exact.ts";
export {
  addIntervals,
  between,
  contains,
  divideIntervals,
  gap,
  meets,
  multiplyIntervals,
  point,
  subtractIntervals,
  within,
} from "./numbers/interval.ts";
export { intervalEnds, intervalText } from "./numbers/interval_text.ts";
export { parseNumberWord, parseNumeral, parseRoman } from "./numbers/numerals.ts";
export {
  type ReadNumber,
  type ReadOther,
  readPrinted,
  russianNumbers,
} from "./numbers/read_printed.ts";
export { type UnitScale, unitScale } from "./numbers/unit_scale.ts";
export { roundingInterval, type RoundingOptions } from "./numbers/rounding.ts";

// load
export { defaultEdition, editionFolder } from "./load/edition_folder.ts";

// indicators
export {
  acquisitionsNorm,
  type AgainstNorm,
  againstNorm,
  type Amount,
  collectionTurnover,
  type Compute,
  coverage,
  type Derived,
  growth,
  type IndicatorInputs,
  type IndicatorName,
  loansPerUser,
  renewalRate,
  share,
  stockPerResident,
  stockPerUser,
  visitsPerUser,
} from "./indicators/indicators.ts";

// audit
export type { NamingTables } from "./audit/distinct_labels.ts";
export { type Audit, audit, summarize } from "./audit/audit.ts";
export { type FindingVerdict, type JudgedReport, judgeFindings } from "./audit/judge_findings.ts";
export {
  type CandidateVerdict,
  type DefinitionVerdict,
  definitionVerdictKinds,
  infer,
  type Inferred,
  resolveDefinitions,
} from "./audit/infer.ts";
export { judge } from "./audit/judge.ts";
export { limitOf, whatWouldChange } from "./audit/limit_of.ts";
export {
  type Localisation,
  localise,
  type Repair,
  type RepairedCell,
  repairText,
} from "./audit/localise.ts";
export { type SlipKind, tableSlipKinds } from "./audit/misprint.ts";
export {
  type CellPower,
  power,
  type PowerMap,
  type RelationPower,
  type SlipCounts,
  type Trial,
  type TriedSlip,
  triedSlips,
} from "./audit/power.ts";
export { type Quantities, quantities, type Quantity } from "./audit/quantity.ts";
export { type Knowns, solve } from "./audit/solve.ts";

// rows
export { aggregate, filterRows, seriesOf } from "./rows/aggregate.ts";
export type {
  Aggregated,
  AggregateOptions,
  GroupOrder,
  Statistic,
  Where,
} from "./rows/group_rows.ts";
export { type Agreement, cohensKappa, isTold } from "./rows/coding.ts";

// engine
export { query } from "./engine/open_database.ts";

// tables
export type { CellValue, TableCell, TableRow } from "./tables/cell.ts";
export type { ColumnStyle } from "./tables/format_table.ts";
export { type Table, table, type TableCaption } from "./tables/table.ts";

// figures
export type {
  ChannelValue,
  CompoundMark,
  Data,
  MarkOptions,
  TextOptions,
} from "@observablehq/plot";
export { palette } from "./figures/theme.ts";
export { Plot } from "./figures/lazy_plot.ts";
export {
  dumbbellX,
  type DumbbellXOptions,
  intervalX,
  type IntervalXOptions,
  labelX,
  type LabelXOptions,
  type NumberLabelOptions,
  waterfallX,
  type WaterfallXOptions,
} from "./figures/value_marks.ts";

// display
export { then } from "./display/cell_contract.ts";
export { show, type ShowOptions } from "./display/show.ts";
export { verdictColors } from "./display/verdict_look.ts";

// prose
export { type Plural, plural, type PluralForms, type Prose } from "./prose/filling.ts";
export { md, t } from "./prose/md.ts";

// explore
export type { ChartType, Exploration } from "./explore/exploration.ts";
export { explore, type ExploreOptions } from "./explore/explore.ts";

// report
export type { AnswerRow, ImpliedRow, Range, RepairRow } from "./report/implied_rows.ts";
export type {
  FindingRow,
  Found,
  InitiativeRow,
  ObservedRow,
  VerdictRow,
  VerdictScale,
} from "./report/label_rows.ts";
export { loadReport, openReport, type OpenReportOptions } from "./report/open_report.ts";
export {
  type Break,
  type BreakKind,
  type ComparedRow,
  compareReports,
  type OnlyRow,
  type ReportComparison,
} from "./report/compare_reports.ts";
export type { Located, OpenReport } from "./report/label_report.ts";
export type { OwnClaim, RowOrId } from "./report/own_claim.ts";
