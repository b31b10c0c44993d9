/// <reference types="./ambient/std.d.ts" />

/**
 * The one entry for notebooks and users: everything exported here is public.
 *
 * @module
 */

// model
export type { Claim, Erratum, TrendWord, UnprintedRow } from "./model/claim.ts";
export { claimBases } from "./model/claim.ts";
export type { Coded, Coding, CodingRule, Initiative, LibrarySystem } from "./model/initiative.ts";
export type { NotInitiative, SystemMention, Term } from "./model/initiative.ts";
export { display, type Displayable, type MediaBundle } from "./model/displayable.ts";
export type { Edition, NumberFormat, PrintedWord } from "./model/edition.ts";
export { printedMeanings } from "./model/edition.ts";
export { type Finding, findingKinds, type Numeral, type Topic } from "./model/finding.ts";
export type { Exact, Interval } from "./model/interval.ts";
export type { Indicator, Population, Precision, Scope, Territory } from "./model/indicator.ts";
export type { Tile } from "./model/indicator.ts";
export { precisions } from "./model/indicator.ts";
export type { Candidate, Definition, Inference } from "./model/inference.ts";
export { type Label, type Language, languages, type Named, type Wording } from "./model/label.ts";
export type { Norm, Observation, ObservationRow, TableCellPlace } from "./model/observation.ts";
export { printedForms } from "./model/observation.ts";
export type { Relation, RelationKind, RelationShape, Terms, UnitRule } from "./model/relation.ts";
export { relationKinds, relationShapes } from "./model/relation.ts";
export type { Report, ReportNumbers } from "./model/report.ts";
export type { RoundingMode, UnitSign, Verdict, VerdictHow, VerdictKind } from "./model/verdict.ts";
export { roundingModes, verdictHows, verdictKinds } from "./model/verdict.ts";

// errors
export { InputError, type Problem } from "./errors/problem.ts";
export { UsageError } from "./errors/usage_error.ts";

// numbers
export type { NumberStyle } from "./numbers/format_number.ts";
export { decimalString, formatNumber, shownDecimals } from "./numbers/format_number.ts";
export { exact } from "./numbers/exact.ts";
export { addIntervals, between, contains, divideIntervals, gap } from "./numbers/interval.ts";
export { meets, multiplyIntervals, point, subtractIntervals, within } from "./numbers/interval.ts";
export { intervalEnds, intervalText } from "./numbers/interval_text.ts";
export { parseNumberWord, parseNumeral, parseRoman } from "./numbers/numerals.ts";
export { type ReadNumber, type ReadOther, readPrinted } from "./numbers/read_printed.ts";
export { parsePrinted, type PrintedNumber, russianNumbers } from "./numbers/parse_printed.ts";
export { type UnitScale, unitScale } from "./numbers/unit_scale.ts";
export { roundingInterval, type RoundingOptions } from "./numbers/rounding.ts";

// load
export { defaultEdition, editionFolder } from "./load/edition_folder.ts";

// indicators
export type { Amount, IndicatorInputs, IndicatorName } from "./indicators/amount.ts";
export type { AgainstNorm, Compute, Derived } from "./indicators/indicators.ts";
export { acquisitionsNorm, againstNorm, collectionTurnover } from "./indicators/indicators.ts";
export { coverage, growth, loansPerUser, renewalRate, share } from "./indicators/indicators.ts";
export { stockPerResident, stockPerUser, visitsPerUser } from "./indicators/indicators.ts";

// audit
export { type Audit, audit, summarize } from "./audit/audit.ts";
export { type FindingVerdict, type JudgedReport, judgeFindings } from "./audit/judge_findings.ts";
export { infer, type Inferred } from "./audit/infer.ts";
export { judge } from "./audit/judge.ts";
export { limitOf, type Reversal, whatWouldChange } from "./audit/limit_of.ts";
export { localise, repairText } from "./audit/localise.ts";
export type { Localisation, LocaliseOptions, Repair, RepairedCell } from "./audit/localise.ts";
export { type SlipKind, tableSlipKinds } from "./audit/misprint.ts";
export type { CellPower, PowerMap, RelationPower, SlipCounts, Trial } from "./audit/power.ts";
export type { TriedSlip } from "./audit/power.ts";
export { power, triedSlips } from "./audit/power.ts";
export { type Quantities, quantities, type Quantity } from "./audit/quantity.ts";
export type { CandidateVerdict, DefinitionVerdict } from "./audit/resolve_definitions.ts";
export { definitionVerdictKinds, resolveDefinitions } from "./audit/resolve_definitions.ts";
export { type Knowns, solve } from "./audit/solve.ts";

// rows
export { aggregate, filterRows, seriesOf } from "./rows/aggregate.ts";
export type { Aggregated, AggregateOptions, GroupOrder, Statistic } from "./rows/group_rows.ts";
export type { Where } from "./rows/group_rows.ts";
export { type Agreement, cohensKappa, isTold } from "./rows/coding.ts";

// engine
export { query } from "./engine/open_database.ts";

// tables
export type { CellValue, TableCell, TableRow } from "./tables/cell.ts";
export type { ColumnStyle } from "./tables/format_table.ts";
export { type Table, table, type TableCaption } from "./tables/table.ts";

// figures
export type { ChannelValue, CompoundMark, Data, MarkOptions } from "@observablehq/plot";
export type { TextOptions } from "@observablehq/plot";
export { palette } from "./figures/theme.ts";
export { Plot } from "./figures/lazy_plot.ts";
export type { DumbbellXOptions, IntervalXOptions, LabelXOptions } from "./figures/value_marks.ts";
export type { NumberLabelOptions, WaterfallXOptions } from "./figures/value_marks.ts";
export { dumbbellX, intervalX, labelX, waterfallX } from "./figures/value_marks.ts";

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
export type { FindingRow, Found, InitiativeRow, ObservedRow } from "./report/label_rows.ts";
export type { VerdictRow, VerdictScale } from "./report/label_rows.ts";
export { loadReport, openReport, type OpenReportOptions } from "./report/open_report.ts";
export type { Break, BreakKind, ComparedRow, OnlyRow } from "./report/compare_reports.ts";
export type { ReportComparison } from "./report/compare_reports.ts";
export { compareReports } from "./report/compare_reports.ts";
export type { Located, OpenReport } from "./report/label_report.ts";
export type { OwnClaim, RowOrId } from "./report/own_claim.ts";
