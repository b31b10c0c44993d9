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
export type { Claim, ClaimKind, Missing } from "./model/claim.ts";
export { display, type Displayable, type MediaBundle } from "./model/displayable.ts";
export type { Edition, NumberFormat } from "./model/edition.ts";
export { UsageError } from "./errors/usage_error.ts";
export type { Erratum } from "./model/erratum.ts";
export type { Finding } from "./model/finding.ts";
export type { Initiative } from "./model/initiative.ts";
export type { LibrarySystem, SystemMention } from "./model/library_system.ts";
export type { Term } from "./model/vocabulary.ts";
export type { Indicator } from "./model/indicator.ts";
export type { Norm } from "./model/norm.ts";
export type { Numeral } from "./model/numeral.ts";
export type { Observation } from "./model/observation.ts";
export type { Population } from "./model/population.ts";
export type { Report } from "./model/report.ts";
export type { Scope } from "./model/scope.ts";
export type { Territory } from "./model/territory.ts";
export type { TrendWord } from "./model/trend_word.ts";
export type { UnprintedRow } from "./model/unprinted.ts";
export type { Candidate } from "./model/candidate.ts";
export type { Definition } from "./model/definition.ts";
export type { Inference } from "./model/inference.ts";
export type { Relation } from "./model/relation.ts";
export { type RelationKind, relationShapes } from "./model/relation_shapes.ts";
export type { RoundingMode, Verdict, VerdictHow, VerdictKind } from "./model/verdict.ts";

// numbers
export { decimalString } from "./numbers/decimal_string.ts";
export { shownDecimals } from "./numbers/digits.ts";
export { exact } from "./numbers/exact.ts";
export { formatNumber, type NumberStyle } from "./numbers/format_number.ts";
export { between, contains, gap, meets, point, within } from "./numbers/interval.ts";
export {
  addIntervals,
  divideIntervals,
  multiplyIntervals,
  subtractIntervals,
} from "./numbers/interval_arithmetic.ts";
export { intervalEnds } from "./numbers/interval_ends.ts";
export { parseNumberWord } from "./numbers/number_words.ts";
export { parseNumeral } from "./numbers/parse_numeral.ts";
export { type ReadNumber, type ReadOther, readPrinted } from "./numbers/read_printed.ts";
export { parsePrinted, type PrintedNumber, russianNumbers } from "./numbers/parse_printed.ts";
export { parseRoman } from "./numbers/roman.ts";
export { type UnitScale, unitScale } from "./numbers/unit_scale.ts";
export { roundingInterval, type RoundingOptions } from "./numbers/rounding.ts";

// words
export type { IndicatorName } from "./words/words.ts";

// load
export { defaultEdition, editionFolder } from "./load/edition_folder.ts";
export { InputError, type Problem } from "./errors/problem.ts";

// indicators
export { acquisitionsNorm } from "./indicators/acquisitions_norm.ts";
export { type AgainstNorm, againstNorm } from "./indicators/against_norm.ts";
export { collectionTurnover } from "./indicators/collection_turnover.ts";
export { coverage } from "./indicators/coverage.ts";
export type { Amount, Derived } from "./indicators/derived.ts";
export { growth } from "./indicators/growth.ts";
export { loansPerUser } from "./indicators/loans_per_user.ts";
export { renewalRate } from "./indicators/renewal_rate.ts";
export { share } from "./indicators/share.ts";
export { stockPerResident } from "./indicators/stock_per_resident.ts";
export { stockPerUser } from "./indicators/stock_per_user.ts";
export { visitsPerUser } from "./indicators/visits_per_user.ts";

// audit
export { type Audit, audit, summarize } from "./audit/audit.ts";
export type { CellPower, RelationPower, Trial } from "./audit/cell_power.ts";
export { infer, type Inferred } from "./audit/infer.ts";
export { judge } from "./audit/judge.ts";
export { limitOf } from "./audit/limit_of.ts";
export { type Localisation, localise, type LocaliseOptions } from "./audit/localise.ts";
export type { SlipKind } from "./audit/misprint.ts";
export { power, type PowerMap } from "./audit/power.ts";
export { quantities, type Quantity } from "./audit/quantities.ts";

export type { Repair, RepairedCell } from "./audit/repair.ts";
export {
  type CandidateVerdict,
  type DefinitionVerdict,
  resolveDefinitions,
} from "./audit/resolve_definitions.ts";
export { type SlipTally, type TriedSlip, triedSlips } from "./audit/slip_tally.ts";
export { type Knowns, solve } from "./audit/solve.ts";
export { type Reversal, whatWouldChange } from "./audit/what_would_change.ts";

// rows
export { type Agreement, cohensKappa } from "./rows/cohens_kappa.ts";
export { type Count, countBy } from "./rows/count_by.ts";
export { type CrossCount, crossTabulate } from "./rows/cross_tabulate.ts";
export { type Conditions, filterBy } from "./rows/filter_by.ts";
export { isTold } from "./rows/is_told.ts";
export { searchText } from "./rows/search_text.ts";

export { type FindingVerdict, type JudgedReport, judgeFindings } from "./audit/judge_findings.ts";

// tables
export type { CellValue, ColumnStyle, Link, TableRow } from "./tables/table_row.ts";
export { verdictColors } from "./tables/verdict_colors.ts";

// figures
export { dumbbellX, type DumbbellXOptions } from "./figures/dumbbell_x.ts";
export { intervalX, type IntervalXOptions } from "./figures/interval_x.ts";
export { labelX, type LabelXOptions, type NumberLabelOptions } from "./figures/label_x.ts";
export { palette } from "./figures/palette.ts";
export { Plot } from "./figures/lazy_plot.ts";
export { waterfallX, type WaterfallXOptions } from "./figures/waterfall_x.ts";

// display
export { type Table, table, type TableCaption } from "./display/table.ts";
export { derivedCard } from "./display/derived_card.ts";
export { findingCard } from "./display/finding_card.ts";
export { findingRows } from "./display/finding_rows.ts";
export { intervalText } from "./display/interval_text.ts";
export { indicatorCard } from "./display/indicator_card.ts";
export { markdown } from "./display/markdown.ts";
export { show, type ShowOptions } from "./display/show.ts";
export { verdictCard } from "./display/verdict_card.ts";
export { verdictRows } from "./display/verdict_rows.ts";
export { verdictText, verdictWords } from "./display/verdict_words.ts";

// prose
export { md } from "./prose/md.ts";
export { plural, type PluralForms } from "./prose/plural.ts";
export type { Prose } from "./prose/prose.ts";
export { t } from "./prose/t.ts";

// explore
export { aggregate, type Aggregated, type AggregateOptions } from "./explore/aggregate.ts";
export type { Exploration } from "./explore/exploration.ts";
export { explore, type ExploreOptions } from "./explore/explore.ts";

// report
export type { AnswerRow, ImpliedRow, Range, RepairRow } from "./report/implied_rows.ts";
export type { InitiativeRow } from "./report/initiative_row.ts";
export type { ObservedRow } from "./report/observed_row.ts";
export { loadReport, openReport, type OpenReportOptions } from "./report/open_report.ts";
export type { OpenReport } from "./report/opened_report.ts";
export type { Cell, OwnClaim } from "./report/own_claim.ts";
export type { Located } from "./report/source_text.ts";
export type { FindingRow, VerdictRow, VerdictScale } from "./report/verdict_row.ts";
