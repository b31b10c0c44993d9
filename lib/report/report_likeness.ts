import { words } from "../words/words.ts";
import type { BreakKind } from "./compare_reports.ts";
import type { OpenReport } from "./label_report.ts";
import type { ObservedRow } from "./label_rows.ts";

/** What is the same in two reports. */
export type Likeness = ReturnType<typeof likeness>;

/**
 * Tells what is the same in two reports.
 *
 * @param first A report, in whose language what differs is called.
 * @param second Another.
 */
export function likeness(first: OpenReport, second: OpenReport) {
  const hasSameName = (one: string, other: string, label: string, otherLabel: string) =>
    one === other || label.toLowerCase() === otherLabel.toLowerCase();
  const definitions = (name: "indicators" | "scopes") =>
    [first, second].map((report) =>
      new Map(report[name].map(({ id, definition }) => [id, definition]))
    );
  const [indicators, scopes] = [definitions("indicators"), definitions("scopes")];
  const { breaks: label, phrases: { several, notTold } } = words[first.language];
  const bands = [first, second].map(({ populations }) =>
    new Map(populations.map(({ id, age_band }) => [id, age_band]))
  );
  const same = ([one, other]: readonly ReadonlyMap<string, string>[], a: string, b: string) =>
    one.get(a) === other.get(b);
  const wholes = [first, second].map(wholeOf);
  const sameArea = (a: ObservedRow, b: ObservedRow) =>
    hasSameName(a.territory, b.territory, a.territoryLabel, b.territoryLabel);
  return {
    sameArea,
    indicator: (a: ObservedRow) => (b: ObservedRow) =>
      hasSameName(a.indicator, b.indicator, a.indicatorLabel, b.indicatorLabel),
    tests: {
      definition: (a, b) => same(indicators, a.indicator, b.indicator) && a.form === b.form,
      unit: (a, b) => hasSameName(a.unit, b.unit, a.unitLabel, b.unitLabel),
      population: (a, b) =>
        hasSameName(a.population, b.population, a.populationLabel, b.populationLabel) &&
        same(bands, a.population, b.population),
      scope: (a, b) =>
        hasSameName(a.scope, b.scope, a.scopeLabel, b.scopeLabel) && same(scopes, a.scope, b.scope),
      territory: (a, b) =>
        sameArea(a, b) || wholes[0].has(a.territory) && wholes[1].has(b.territory),
      period: (a, b) =>
        a.period === b.period || sameArea(a, b) && shapeOf(a.period) === shapeOf(b.period),
    } satisfies Record<BreakKind, (a: ObservedRow, b: ObservedRow) => boolean>,
    label,
    /** What rows of one of the two are in that respect; of several values, how many. */
    told: (rows: readonly ObservedRow[], kind: BreakKind, report: 0 | 1) => {
      const values = rows.map((row) =>
        kind === "definition" ? indicators[report].get(row.indicator) || notTold : row[fields[kind]]
      );
      const [value, ...others] = new Set(values);
      return others.length === 0 ? value : several(others.length + 1);
    },
  };
}

/** The codes of all of a report's area: those that are called as it is, or that alone are no part of another. */
function wholeOf({ territories, edition, language }: OpenReport): ReadonlySet<string> {
  const tops = territories.filter(({ part_of }) => part_of === "");
  const named = tops.filter(({ label }) => label === edition.area[language]);
  return new Set((named.length > 0 ? named : tops.length === 1 ? tops : []).map(({ id }) => id));
}

/** How long a period is: a year, a quarter, a range of years. */
export function shapeOf(period: string): string {
  return period.replaceAll(/\d/g, "0").replace(/^0000\/00$/, "0000/00 of a school year");
}

const fields = {
  unit: "unitLabel",
  population: "populationLabel",
  scope: "scopeLabel",
  territory: "territoryLabel",
  period: "period",
} as const;
