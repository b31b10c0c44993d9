import { type CellGrid, stylesOfYears, writeTable } from "../tables/write_table.ts";
import type { Language } from "../model/label.ts";

/** How much of the data is told: a reader who does not see the figure has the table below it, too. */
const mostRows = 6, mostLetters = 300;

/**
 * What a figure shows, in words: its title, and what the first rows of its data say.
 *
 * @param caption Title and language.
 * @param data What is drawn, as cells; the first column names the rows.
 * @returns One line, such as `Visits. 2015: 2,195,067; 2016: 2,188,449`.
 */
export function altText(
  { title, language }: { readonly title: string; readonly language: Language },
  data: CellGrid,
): string {
  const shown = { ...data, cells: data.cells.slice(0, mostRows) };
  const { columns, rows } = writeTable(shown, { language, columns: stylesOfYears(data) });
  const told: string[] = [];
  for (const [first, ...others] of rows) {
    const values = others.map(({ text }, at) => {
      const { label, align } = columns[at + 1];
      return others.length > 1 && align === "right" ? `${label} ${text}` : text;
    });
    const row = values.length === 0 ? first.text : `${first.text}: ${values.join(", ")}`;
    if ([...told, row].join("; ").length > mostLetters) break;
    told.push(row);
  }
  const heading = /[.!?]$/.test(title) ? title : `${title}.`;
  const rest = told.length < data.cells.length ? "; …" : "";
  return told.length === 0 ? title : `${heading} ${told.join("; ")}${rest}`;
}
