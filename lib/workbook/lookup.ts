import { inOwnUnit, quantities } from "../audit/quantities.ts";
import type { PartRow } from "../figures/composition_figure.ts";
import type { Language } from "../model/label.ts";
import type { Norm } from "../model/norm.ts";
import type { Observation } from "../model/observation.ts";
import type { Report } from "../model/report.ts";
import { exact } from "../numbers/exact.ts";
import { formatNumber } from "../numbers/format_number.ts";
import { distinctLabels } from "../findings/distinct_labels.ts";
import { findRow, nameOf } from "./find_row.ts";
import { partsOf } from "./parts_of.ts";

/** The tables whose codes have names in both languages. */
export type Vocabulary =
  | "sections"
  | "kinds"
  | "audiences"
  | "themes"
  | "channels"
  | "platforms"
  | "systems"
  | "territories";

/** The rows of a report by id, and their names in one language. */
export class Lookup {
  /**
   * @param report The edition.
   * @param language Language of the names.
   */
  constructor(readonly report: Report, readonly language: Language) {}

  /** The observation of an id; throws a RangeError that names ids like it. */
  find(id: string): Observation {
    return findRow(this.report.observations, id, "observation");
  }

  /** The norm of an id; throws a RangeError that names ids like it. */
  norm(id: string): Norm {
    return findRow(this.report.norms, id, "norm");
  }

  /** The observations whose ids are given, or begin with what is given and a dot; in the order given. */
  select(...ids: readonly string[]): Observation[] {
    return ids.flatMap((id) => {
      const below = this.report.observations.filter((row) => row.id.startsWith(`${id}.`));
      const known = this.report.observations.some((row) => row.id === id);
      return known || below.length === 0 ? [this.find(id)] : below;
    });
  }

  /** The cells of one row of a printed table by column, such as `2015`, `2016` and `change`. */
  row(id: string): Readonly<Record<string, Observation>> {
    const column = (cell: Observation) => cell.id.slice(cell.id.lastIndexOf(".") + 1);
    return Object.fromEntries(this.select(id).map((cell) => [column(cell), cell]));
  }

  /** The observations that one is said to be the sum of. */
  partsOf(whole: Observation): Observation[] {
    return partsOf(whole, this.report);
  }

  /**
   * The parts of a total as rows for a composition figure, named by their own quantity. The whole bears the name of the
   * total's, with the printed total where its parts add up to another number.
   */
  partRows(total: Observation): PartRow[] {
    const parts = this.partsOf(total), name = this.indicator(total);
    const sum = parts.map(({ value }) => exact(value)).reduce(
      (all, part) => all.add(part),
      exact(0),
    );
    const printed = formatNumber(total.value, { language: this.language });
    const whole = sum.equals(exact(total.value))
      ? name
      : this.language === "ru"
      ? `${name}: сумма частей (напечатано ${printed})`
      : `${name}: sum of parts (printed: ${printed})`;
    return parts.map((part) => ({ whole, part: this.indicator(part), value: part.value }));
  }

  /** The observations that a claim is computed from. */
  operands(claim: string): Observation[] {
    return findRow(this.report.claims, claim, "claim").operands.map((id) => this.find(id));
  }

  /** The observations that a claim names: its result, then what it is computed from. */
  cellsOf(claim: string): Observation[] {
    const { result, operands, divisors } = findRow(this.report.claims, claim, "claim");
    const ids = new Set(this.report.observations.map(({ id }) => id));
    return [result ?? "", ...operands, ...divisors].filter((id) => ids.has(id))
      .map((id) => this.find(id));
  }

  /** The ends of what an observation's print stands for; infinite where there is no limit. */
  span({ id }: Pick<Observation, "id">): { readonly low: number; readonly high: number } {
    const quantity = quantities(this.report).get(id);
    const interval = quantity && inOwnUnit(quantity);
    const low = interval?.low?.valueOf() ?? -Infinity, high = interval?.high?.valueOf() ?? Infinity;
    return { low, high };
  }

  /** The reason that an erratum gives for a claim; a dash where none is declared. */
  reason(claim: string): string {
    const erratum = this.report.errata.find((erratum) => erratum.claim === claim);
    return (this.language === "ru" ? erratum?.reason_ru : erratum?.reason_en) ?? "–";
  }

  /** The name of a code of one of the vocabularies, of a system or of a territory. */
  term(vocabulary: Vocabulary, id: string): string {
    return nameOf(
      this.report[vocabulary],
      id,
      this.language,
    );
  }

  /** The name of an observation's indicator. */
  indicator({ indicator }: Pick<Observation, "indicator">): string {
    return nameOf(this.report.indicators, indicator, this.language);
  }

  /** The name of an observation's scope. */
  scope({ scope }: Pick<Observation, "scope">): string {
    return nameOf(this.report.scopes, scope, this.language);
  }

  /** The name of an observation's population. */
  population({ population }: Pick<Observation, "population">): string {
    return nameOf(this.report.populations, population, this.language);
  }

  /** The name of an observation's territory. */
  territory({ territory }: Pick<Observation, "territory">): string {
    return nameOf(this.report.territories, territory, this.language);
  }

  /** The shortest labels that tell observations apart, in their order. */
  labels(observations: readonly Observation[]): string[] {
    return distinctLabels(observations, {
      indicator: (row) => this.indicator(row),
      population: (row) => this.population(row),
      scope: (row) => this.scope(row),
      territory: (row) => this.territory(row),
    });
  }

  /** The unit of an observation, as written. */
  unit({ indicator }: Pick<Observation, "indicator">): string {
    const { unit_ru, unit_en } = findRow(this.report.indicators, indicator, "indicator");
    return this.language === "ru" ? unit_ru : unit_en;
  }
}
