import type { PlotOptions } from "@observablehq/plot";
import { chosenLanguage } from "../words/language.ts";
import { isRecord, type PlainRecord } from "../tables/cell.ts";
import { formatRecords } from "../tables/records_table.ts";
import type { FormattedTable } from "../tables/format_table.ts";
import { disclosure, tableHtml } from "../tables/table_html.ts";
import type { MediaBundle } from "../model/displayable.ts";
import { compose } from "./compose.ts";
import { figureBundle } from "./figure_bundle.ts";
import { words } from "../words/words.ts";

/** How many rows stand behind a figure's disclosure. */
const mostRows = 200;

/** The options of what was drawn, for what is said of it. */
export const optionsOf = new WeakMap<Element, PlotOptions>();

/**
 * What was drawn, in every form that a front end may show: one picture, its words, and the rows behind it.
 *
 * @param drawn Plots, legends or figures, which stand under each other.
 */
export function shownFigure(drawn: readonly Element[]): MediaBundle {
  const language = chosenLanguage(), said = words[language].figures;
  const options = drawn.flatMap((element) => optionsOf.get(element) ?? []);
  const tables = [...new Set(options.flatMap(rowsOf))];
  const format = (rows: readonly PlainRecord[], mostDecimals?: number) =>
    formatRecords(rows.slice(0, mostRows), language, { isFlat: true, mostDecimals });
  const { ariaLabel, ariaDescription, title } = options[0] ?? {};
  const heading = String(Object(title).textContent ?? title ?? said.figure);
  const alt = ariaLabel ?? altText(heading, format(tables[0] ?? []));
  const svg = compose(drawn, { alt, description: ariaDescription ?? undefined, language });
  const data = tables.map((rows) => {
    const table = tableHtml(format(rows, 6))
      // A field that nobody named but in code stands as code.
      .replaceAll(/(<th[^>]*>)([a-z]\w*)(?=<\/th>)/g, "$1<code>$2</code>");
    const count = rows.length > mostRows ? ` (${said.firstRows(mostRows, rows.length)})` : "";
    return disclosure(`${said.data}${count}`, table);
  });
  return figureBundle({ svg, alt }, data.join("\n"));
}

/** The rows that marks were given, each array once. */
function rowsOf({ marks = [] }: PlotOptions): readonly (readonly PlainRecord[])[] {
  const given = marks.flat(Infinity as 1).map((mark) => Object(mark).data as unknown);
  return given.filter((rows): rows is readonly PlainRecord[] =>
    Array.isArray(rows) && rows.length > 0 && rows.every(isRecord)
  );
}

/** How much of the data is told: a reader who does not see the figure has the table below it, too. */
const mostRowsTold = 6, mostLetters = 300;

/**
 * What a figure shows, in words: its title, and what the first rows of its data say.
 *
 * @param title The title.
 * @param data What is drawn, as a table; the first column names the rows.
 * @returns One line, such as `Visits. 2015: 2,195,067; 2016: 2,188,449`.
 */
export function altText(title: string, { columns, rows }: FormattedTable): string {
  const told: string[] = [];
  for (const [first, ...others] of rows.slice(0, mostRowsTold)) {
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
