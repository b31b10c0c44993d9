/**
 * The one entry for notebooks and users: everything exported here is public.
 *
 * @module
 */

// model
export type { Language } from "./model/label.ts";
export type { Exact, Interval } from "./model/interval.ts";
export type { Claim, ClaimKind } from "./model/claim.ts";
export type { Edition, NumberFormat } from "./model/edition.ts";
export type { Erratum } from "./model/erratum.ts";
export type { Indicator } from "./model/indicator.ts";
export type { Norm } from "./model/norm.ts";
export type { Observation } from "./model/observation.ts";
export type { Population } from "./model/population.ts";
export type { Report } from "./model/report.ts";
export type { Scope } from "./model/scope.ts";
export type { Territory } from "./model/territory.ts";
export type { TrendWord } from "./model/trend_word.ts";
export type { RoundingMode, Verdict, VerdictKind } from "./model/verdict.ts";

// numbers
export { decimalString } from "./numbers/decimal_string.ts";
export { exact } from "./numbers/exact.ts";
export { formatNumber, type NumberStyle } from "./numbers/format_number.ts";
export { between, contains, gap, meets, point, within } from "./numbers/interval.ts";
export {
  addIntervals,
  divideIntervals,
  multiplyIntervals,
  subtractIntervals,
} from "./numbers/interval_arithmetic.ts";
export { parseNumberWord } from "./numbers/number_words.ts";
export { parsePrinted, type PrintedNumber, russianNumbers } from "./numbers/parse_printed.ts";
export { parseRoman } from "./numbers/roman.ts";
export { roundingInterval, type RoundingOptions } from "./numbers/rounding.ts";
