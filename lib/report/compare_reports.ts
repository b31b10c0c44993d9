import { descending } from "d3-array";
import { exact } from "../numbers/exact.ts";
import type { OpenReport } from "./label_report.ts";
import type { ObservedRow } from "./label_rows.ts";
import { words } from "../words/words.ts";

/** What can keep two numbers of one indicator from being compared. */
export type BreakKind = "definition" | "unit" | "population" | "scope" | "territory" | "period";

/** A difference between two numbers that makes of their difference no growth, and of their ratio no rate. */
export interface Break {
  /** Which difference it is. */
  readonly kind: BreakKind;
  /** What it is called in the language of the first report, such as `of whom`. */
  readonly label: string;
  /** What it is in the first report. */
  readonly first: string;
  /** The same in the second; of several, how many. */
  readonly second: string;
}

/** A number of the first report, with what comes nearest to it in the second. */
export interface ComparedRow {
  /** Code of the indicator in the first report. */
  readonly indicator: string;
  /** Its label in the language of the first report. */
  readonly indicatorLabel: string;
  /** The number of the first report. */
  readonly first: ObservedRow;
  /** One number where it can be compared; else all that are equally near. */
  readonly second: readonly ObservedRow[];
  /** Why not; empty where it can be compared. */
  readonly breaks: readonly Break[];
  /** `growth` within one area from one period to another, `difference` otherwise; `null` where it cannot be compared. */
  readonly kind: "growth" | "difference" | null;
  /** Second less first, in their unit. */
  readonly difference: number | null;
  /** Second divided by first, where that is above 0. */
  readonly ratio: number | null;
}

/** Numbers of an indicator to which nothing in the other report comes near. */
export interface OnlyRow {
  /** Id of the edition that has them. */
  readonly edition: string;
  /** Code of the indicator in that edition. */
  readonly indicator: string;
  /** Its label in the language of that edition's report. */
  readonly indicatorLabel: string;
  /** How many there are. */
  readonly numbers: number;
  /** Of when they are, in order. */
  readonly periods: readonly string[];
}

/** Two reports side by side. */
export interface ReportComparison {
  /** The numbers of the first report that have something near in the second. */
  readonly rows: readonly ComparedRow[];
  /** What only one of them has. */
  readonly only: readonly OnlyRow[];
}

/**
 * Puts the numbers of two reports side by side: those of one indicator, over the same institutions, people and unit, are compared;
 * of others it is named what keeps them apart, and nothing is computed, since a change of definition is never growth.
 *
 * Codes mean the same if they are the same, or are called the same, and no definition says otherwise: one that only one of the two
 * tells is another. Two areas are compared if each is the whole area of its report, and then in one period.
 *
 * @param first A report.
 * @param second Another.
 * @returns Every number of the first with what comes nearest to it, and what only one of them has.
 *
 * @example
 * ```ts
 * import { compareReports, openReport } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const [kuzbass, kursk] = [await openReport("kuzbass-2016"), await openReport("kursk-2017")];
 * const { rows } = compareReports(kuzbass, kursk);
 * const users = rows.find(({ first }) => first.id === "table1.users.2016")!;
 * assertEquals(users.breaks.map(({ kind }) => kind), ["definition", "population", "scope"]);
 * assertEquals(users.difference, null);
 * ```
 */
export function compareReports(first: OpenReport, second: OpenReport): ReportComparison {
  const alike = likeness(first, second);
  const rows = first.observations.flatMap((row) => nearest(row, second.observations, alike));
  return {
    rows,
    only: [
      ...onlyIn(first, rows.map((row) => row.first)),
      ...onlyIn(second, rows.flatMap((row) => row.second)),
    ],
  };
}

function nearest(
  row: ObservedRow,
  others: readonly ObservedRow[],
  { differences, label, several, sameArea, sameIndicator }: Likeness,
): readonly ComparedRow[] {
  const kinds = Object.keys(differences) as BreakKind[];
  const brokenBy = (other: ObservedRow) =>
    kinds.filter((kind) => !differences[kind].isSame(row, other));
  const judged = others.filter((other) => sameIndicator(row, other))
    .map((other) => ({ other, broken: brokenBy(other) }));
  const least = Math.min(...judged.map(({ broken }) => broken.length));
  const near = judged.filter(({ broken }) => broken.length === least);
  // Of several periods the same one; else the last, as the news of the other report.
  const [best] = near.toSorted(({ other: a }, { other: b }) =>
    periodRank(row, b) - periodRank(row, a) || descending(a.period, b.period)
  );
  if (best === undefined) return [];
  const { other, broken } = best;
  const second = near.filter((one) =>
    one.other.period === other.period && String(one.broken) === String(broken)
  ).map((one) => one.other);
  const isComparable = broken.length === 0 && second.length === 1;
  // A change is no level that could grow.
  const isLevel = !/^.{4,}\/\d{4}/.test(row.period);
  const isGrowth = isLevel && sameArea(row, other) && row.period !== other.period;
  const [before, after] = [row, other].map(({ value }) => exact(value));
  return [{
    indicator: row.indicator,
    indicatorLabel: row.indicatorLabel,
    first: row,
    second,
    breaks: broken.map((kind) => {
      const { tell } = differences[kind];
      const [told, ...others] = new Set(second.map((one) => tell(one, 1)));
      const all = others.length === 0 ? told : several(others.length + 1);
      return { kind, label: label[kind], first: tell(row, 0), second: all };
    }),
    kind: !isComparable ? null : isGrowth ? "growth" : "difference",
    difference: isComparable ? after.sub(before).valueOf() : null,
    ratio: isComparable && row.value > 0 ? after.div(before).valueOf() : null,
  }];
}

function periodRank(row: ObservedRow, other: ObservedRow): number {
  return row.period === other.period ? 2 : shapeOf(row.period) === shapeOf(other.period) ? 1 : 0;
}

function onlyIn(
  { edition, observations }: OpenReport,
  paired: readonly ObservedRow[],
): OnlyRow[] {
  const alone = new Set(observations).difference(new Set(paired));
  const groups = Map.groupBy(alone, ({ indicator }) => indicator);
  return [...groups].map(([indicator, rows]) => ({
    edition: edition.id,
    indicator,
    indicatorLabel: rows[0].indicatorLabel,
    numbers: rows.length,
    periods: [...new Set(rows.map(({ period }) => period))].toSorted(),
  }));
}

/** Fields of a number with a label beside the code. */
type Dimension = "unit" | "population" | "scope" | "territory";

/** What can keep numbers apart: when it does not, and what each number is in that respect. */
interface Difference {
  readonly isSame: (a: ObservedRow, b: ObservedRow) => boolean;
  readonly tell: (row: ObservedRow, report: 0 | 1) => string;
}

/** What is the same in two reports. */
type Likeness = ReturnType<typeof likeness>;

function likeness(first: OpenReport, second: OpenReport) {
  const { breaks: label, phrases: { several, notTold } } = words[first.language];
  /** Whether codes are, or are called, the same. */
  const alike = (field: "indicator" | Dimension) => (a: ObservedRow, b: ObservedRow) =>
    a[field] === b[field] ||
    a[`${field}Label`].toLowerCase() === b[`${field}Label`].toLowerCase();
  const sameArea = alike("territory"), wholes = [first, second].map(wholeOf);
  /** What each report tells of its codes. */
  const told = <Row extends { readonly id: string }>(
    rowsOf: (report: OpenReport) => readonly Row[],
    tell: (row: Row) => string,
  ) => [first, second].map((report) => new Map(rowsOf(report).map((row) => [row.id, tell(row)])));
  const indicators = told(({ indicators }) => indicators, ({ definition }) => definition);
  const scopes = told(({ scopes }) => scopes, ({ definition }) => definition);
  const bands = told(({ populations }) => populations, ({ age_band }) => age_band);
  const by = (
    field: Dimension,
    [one, other]: readonly ReadonlyMap<string, string>[] = [new Map(), new Map()],
  ): Difference => ({
    isSame: (a, b) => alike(field)(a, b) && one.get(a[field]) === other.get(b[field]),
    tell: (row) => row[`${field}Label`],
  });
  const differences: Record<BreakKind, Difference> = {
    definition: {
      isSame: ({ indicator, form }, other) =>
        indicators[0].get(indicator) === indicators[1].get(other.indicator) && form === other.form,
      tell: ({ indicator }, report) => indicators[report].get(indicator) || notTold,
    },
    unit: by("unit"),
    population: by("population", bands),
    scope: by("scope", scopes),
    territory: {
      ...by("territory"),
      isSame: (a, b) => sameArea(a, b) || wholes[0].has(a.territory) && wholes[1].has(b.territory),
    },
    period: {
      isSame: (a, b) =>
        a.period === b.period || sameArea(a, b) && shapeOf(a.period) === shapeOf(b.period),
      tell: ({ period }) => period,
    },
  };
  return { differences, label, several, sameArea, sameIndicator: alike("indicator") };
}

/** The codes of all of a report's area: those that are called as it is, or that alone are no part of another. */
function wholeOf({ territories, edition, language }: OpenReport): ReadonlySet<string> {
  const tops = territories.filter(({ part_of }) => part_of === "");
  const named = tops.filter(({ label }) => label === edition.area[language]);
  return new Set((named.length > 0 ? named : tops.length === 1 ? tops : []).map(({ id }) => id));
}

/** How long a period is: a year, a quarter, a range of years. */
function shapeOf(period: string): string {
  return period.replaceAll(/\d/g, "0").replace(/^0000\/00$/, "0000/00 of a school year");
}
