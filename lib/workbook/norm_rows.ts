import type { TableRow } from "../look/table_row.ts";
import { words } from "../words/words.ts";
import type { Language } from "../model/label.ts";
import type { Norm } from "../model/norm.ts";

/** Norms as the rows of a table: name, limits, print and source. */
export function normRows(norms: readonly Norm[], language: Language): TableRow[] {
  const { headings } = words[language];
  return norms.map((norm) => ({
    [headings.norm]: language === "ru" ? norm.label_ru : norm.label_en,
    [headings.low]: norm.low,
    [headings.high]: norm.high,
    [headings.printed]: norm.printed,
    [headings.source]: language === "ru" ? norm.source_ru : norm.source_en,
    [headings.line]: norm.line,
  }));
}
