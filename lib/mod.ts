/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/// <reference types="./ambient/std.d.ts" />

/**
 * The one entry for notebooks and users: everything exported here is public.
 *
 * @module
 */

// model
export type { Label, Language } from "./model/label.ts";
export type { Exact, Interval } from "./model/interval.ts";
export type { Claim, Missing } from "./model/claim.ts";
export { display, type Displayable, type MediaBundle } from "./model/displayable.ts";
export type { Edition, NumberFormat } from "./model/edition.ts";
export { UsageError } from "./errors/usage_error.ts";
export type { Erratum } from "./model/claim.ts";
export type { Finding } from "./model/finding.ts";
export type { Initiative } from "./model/initiative.ts";
export type { LibrarySystem, SystemMention } from "./model/initiative.ts";
export type { Term } from "./model/initiative.ts";
export type { Indicator } from "./model/indicator.ts";
export type { Norm } from "./model/observation.ts";
export type { Numeral } from "./model/finding.ts";
export type { Observation } from "./model/observation.ts";
export type { Population } from "./model/indicator.ts";
export type { Report } from "./model/report.ts";
export type { Scope } from "./model/indicator.ts";
export type { Territory } from "./model/indicator.ts";
export type { TrendWord } from "./model/claim.ts";
export type { UnprintedRow } from "./model/claim.ts";
export type { Candidate } from "./model/inference.ts";
export type { Definition } from "./model/inference.ts";
export type { Inference } from "./model/inference.ts";
export type { Relation } from "./model/relation.ts";
export { type RelationKind, relationShapes } from "./model/relation_shapes.ts";
export type { RoundingMode, Verdict, VerdictHow, VerdictKind } from "./model/verdict.ts";

// numbers
export { decimalString, shownDecimals } from "./numbers/digits.ts";
export { exact } from "./numbers/exact.ts";
export { formatNumber, type NumberStyle } from "./numbers/format_number.ts";
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
export { type ReadNumber, type ReadOther, readPrinted } from "./numbers/read_printed.ts";
export { parsePrinted, type PrintedNumber, russianNumbers } from "./numbers/parse_printed.ts";
export { type UnitScale, unitScale } from "./numbers/unit_scale.ts";
export { roundingInterval, type RoundingOptions } from "./numbers/rounding.ts";

// words
export type { IndicatorName } from "./words/words.ts";

// load
export { defaultEdition, editionFolder } from "./load/edition_folder.ts";
export { InputError, type Problem } from "./errors/problem.ts";

// indicators
export type { Amount } from "./indicators/amount.ts";
export {
  collectionTurnover,
  type Compute,
  coverage,
  type Derived,
  growth,
  loansPerUser,
  renewalRate,
  share,
  stockPerResident,
  stockPerUser,
  visitsPerUser,
} from "./indicators/indicators.ts";
export { acquisitionsNorm, type AgainstNorm, againstNorm } from "./indicators/norms.ts";

// audit
export { type Audit, audit, summarize } from "./audit/audit.ts";
export { infer, type Inferred } from "./audit/infer.ts";
export { judge } from "./audit/judge.ts";
export { limitOf, type Reversal, whatWouldChange } from "./audit/limit_of.ts";
export { type Localisation, localise, type LocaliseOptions } from "./audit/localise.ts";
export type { SlipKind } from "./audit/misprint.ts";
export {
  type CellPower,
  power,
  type PowerMap,
  type RelationPower,
  type SlipTally,
  type Trial,
  type TriedSlip,
  triedSlips,
} from "./audit/power.ts";
export { quantities, type Quantity } from "./audit/quantity.ts";

export { type Repair, type RepairedCell, repairText } from "./audit/repair.ts";
export {
  type CandidateVerdict,
  type DefinitionVerdict,
  resolveDefinitions,
} from "./audit/resolve_definitions.ts";
export { type Knowns, solve } from "./audit/solve.ts";

// rows
export { aggregate } from "./rows/aggregate.ts";
export type {
  Aggregated,
  AggregateOptions,
  GroupOrder,
  Statistic,
  Where,
} from "./rows/group_rows.ts";
export { type Agreement, cohensKappa } from "./rows/cohens_kappa.ts";
export { filterRows } from "./rows/filter_rows.ts";
export { isTold } from "./rows/is_told.ts";
export { seriesOf } from "./rows/series_of.ts";

export { type FindingVerdict, type JudgedReport, judgeFindings } from "./audit/judge_findings.ts";

// tables
export type { CellValue, TableCell, TableRow } from "./tables/cell.ts";
export type { ColumnStyle } from "./tables/format_table.ts";
export { type Table, table, type TableCaption } from "./tables/table.ts";

// figures
export { dumbbellX, type DumbbellXOptions } from "./figures/dumbbell_x.ts";
export { intervalX, type IntervalXOptions } from "./figures/interval_x.ts";
export { labelX, type LabelXOptions, type NumberLabelOptions } from "./figures/label_x.ts";
export { palette } from "./figures/theme.ts";
export { Plot } from "./figures/lazy_plot.ts";
export { waterfallX, type WaterfallXOptions } from "./figures/waterfall_x.ts";

// display
export { then } from "./display/cell_contract.ts";
export { show, type ShowOptions } from "./display/show.ts";
export { verdictColors } from "./display/verdict_words.ts";

// prose
export { md } from "./prose/md.ts";
export { plural, type PluralForms } from "./prose/plural.ts";
export type { Prose } from "./prose/prose.ts";
export { t } from "./prose/t.ts";

// explore
export type { Exploration } from "./explore/exploration.ts";
export { explore, type ExploreOptions } from "./explore/explore.ts";

// report
export type { AnswerRow, ImpliedRow, Range, RepairRow } from "./report/implied_rows.ts";
export type { InitiativeRow, ObservedRow } from "./report/label_rows.ts";
export { loadReport, openReport, type OpenReportOptions } from "./report/open_report.ts";
export type { OpenReport } from "./report/label_report.ts";
export type { Cell, OwnClaim } from "./report/own_claim.ts";
export type { Located } from "./report/source_text.ts";
export type { FindingRow, VerdictRow, VerdictScale } from "./report/verdict_row.ts";
