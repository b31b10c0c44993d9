import type { TableRow } from "../look/table_row.ts";
import { wordsIn } from "../display/words.ts";
import type { Language } from "../model/label.ts";
import type { Norm } from "../model/norm.ts";

/** Norms as the rows of a table: name, limits, print and source. */
export function normRows(norms: readonly Norm[], language: Language): TableRow[] {
  const words = wordsIn(language);
  return norms.map((norm) => ({
    [words.norm]: language === "ru" ? norm.label_ru : norm.label_en,
    [words.low]: norm.low,
    [words.high]: norm.high,
    [words.printed]: norm.printed,
    [words.source]: language === "ru" ? norm.source_ru : norm.source_en,
    [words.line]: norm.line,
  }));
}
