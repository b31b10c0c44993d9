import type { TableRow } from "../look/table_row.ts";
import type { Observation } from "../model/observation.ts";
import type { Workbook } from "./workbook.ts";

/** Observations as the rows of a table, with every dimension in words. */
export function observationRows(
  observations: readonly Observation[],
  book: Pick<Workbook, "words" | "indicator" | "population" | "scope" | "unit">,
): TableRow[] {
  const { words } = book;
  return observations.map((observation) => ({
    [words.quantity]: book.indicator(observation),
    [words.ofWhom]: book.population(observation),
    [words.countedOver]: book.scope(observation),
    [words.when]: observation.period.replace("/", "–"),
    [words.printed]: observation.printed,
    [words.unit]: book.unit(observation),
    [words.line]: observation.line,
  }));
}
