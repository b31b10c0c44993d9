import type { FormattedTable } from "../tables/format_table.ts";

/** How much of the data is told: a reader who does not see the figure has the table below it, too. */
const mostRows = 6, mostLetters = 300;

/**
 * What a figure shows, in words: its title, and what the first rows of its data say.
 *
 * @param title The title.
 * @param data What is drawn, as a table; the first column names the rows.
 * @returns One line, such as `Visits. 2015: 2,195,067; 2016: 2,188,449`.
 */
export function altText(
  title: string,
  { columns, rows }: Pick<FormattedTable, "columns" | "rows">,
): string {
  const told: string[] = [];
  for (const [first, ...others] of rows.slice(0, mostRows)) {
    const values = others.map(({ text }, at) => {
      const { label, align } = columns[at + 1];
      return others.length > 1 && align === "right" ? `${label} ${text}` : text;
    });
    const row = values.length === 0 ? first.text : `${first.text}: ${values.join(", ")}`;
    if ([...told, row].join("; ").length > mostLetters) break;
    told.push(row);
  }
  const heading = /[.!?]$/.test(title) ? title : `${title}.`;
  const rest = told.length < rows.length ? "; …" : "";
  return told.length === 0 ? title : `${heading} ${told.join("; ")}${rest}`;
}
