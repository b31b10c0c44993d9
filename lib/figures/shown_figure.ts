import type { PlotOptions } from "@observablehq/plot";
import { labelledRows } from "../display/labelled_rows.ts";
import { cellsOf, type PlainRecord } from "../display/records_table.ts";
import type { Language } from "../model/label.ts";
import { chosenLanguage } from "../load/environment.ts";
import { disclosure } from "../tables/disclosure.ts";
import { tableHtml } from "../tables/table_html.ts";
import { type CellGrid, stylesOfYears, writeTable } from "../tables/write_table.ts";
import type { MediaBundle } from "../model/displayable.ts";
import { compose } from "./compose.ts";
import { isPlain, isRecord } from "./expect_fields.ts";
import { figureBundle } from "./figure_bundle.ts";
import { words } from "../words/words.ts";

/** How many rows stand behind a figure's disclosure. */
const mostRows = 200;

const optionsOf = new WeakMap<Element, PlotOptions>();

/** Keeps the options of what was drawn, for what is said of it. */
export function keepOptions<Drawn extends Element>(drawn: Drawn, options: PlotOptions): Drawn {
  optionsOf.set(drawn, options);
  return drawn;
}

/**
 * What was drawn, in every form that a front end may show: one picture, its words, and the rows behind it.
 *
 * @param drawn Plots, legends or figures, which stand under each other.
 */
export function shownFigure(drawn: readonly Element[]): MediaBundle {
  const language = chosenLanguage(), said = words[language].figures;
  const options = drawn.flatMap((element) => optionsOf.get(element) ?? []);
  const tables = [...new Set(options.flatMap(rowsOf))];
  const cells = tables.map((rows) =>
    rowsAsCells(labelledRows(rows.slice(0, mostRows), language), language)
  );
  const { ariaLabel, ariaDescription, title } = options[0] ?? {};
  const nothing = { headings: [], cells: [] };
  const alt = ariaLabel ??
    altText({ title: textOf(title) ?? said.figure, language }, cells[0] ?? nothing);
  const svg = compose(drawn, { alt, description: ariaDescription ?? undefined, language });
  const data = tables.map((rows, at) => {
    const columns = stylesOfYears(cells[at]);
    const table = tableHtml(writeTable(cells[at], { language, columns, mostDecimals: 6 }))
      // A field that nobody named but in code stands as code.
      .replaceAll(/(<th[^>]*>)([a-z]\w*)(?=<\/th>)/g, "$1<code>$2</code>");
    const count = rows.length > mostRows ? ` (${said.firstRows(mostRows, rows.length)})` : "";
    return disclosure(`${said.data}${count}`, table);
  });
  return figureBundle({ svg, alt }, data.join("\n"));
}

function textOf(text: unknown): string | undefined {
  if (text === undefined || text === null) return undefined;
  return String(typeof text === "object" && "textContent" in text ? text.textContent : text);
}

/** The rows that marks were given, each array once. */
function rowsOf({ marks = [] }: PlotOptions): readonly (readonly PlainRecord[])[] {
  const given = marks.flat(Infinity as 1).map((mark) => Object(mark).data as unknown);
  return given.filter((rows): rows is readonly PlainRecord[] =>
    Array.isArray(rows) && rows.length > 0 && rows.every(isRecord)
  );
}

/** The rows of a figure as cells, but for fields that hold records. */
function rowsAsCells(rows: readonly PlainRecord[], language: Language): CellGrid {
  const records = new Set(
    rows.flatMap((row) => Object.keys(row).filter((field) => isPlain(row[field]))),
  );
  const shown = rows.map((row) => Object.entries(row).filter(([field]) => !records.has(field)));
  return cellsOf(shown.map((fields) => Object.fromEntries(fields)), language);
}

/** How much of the data is told: a reader who does not see the figure has the table below it, too. */
const mostRowsTold = 6, mostLetters = 300;

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
  const shown = { ...data, cells: data.cells.slice(0, mostRowsTold) };
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
