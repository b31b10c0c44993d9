import type { PlotOptions } from "@observablehq/plot";
import { labelledRows } from "../display/labelled_rows.ts";
import type { PlainRecord } from "../display/records_table.ts";
import { chosenLanguage } from "../words/language.ts";
import { disclosure } from "../tables/disclosure.ts";
import { tableHtml } from "../tables/table_html.ts";
import { stylesOfYears, writeTable } from "../tables/write_table.ts";
import type { MediaBundle } from "../model/displayable.ts";
import { altText } from "./alt_text.ts";
import { compose } from "./compose.ts";
import { isRecord, rowsAsCells } from "./rows_as_cells.ts";
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
  const cells = tables.map((rows) => rowsAsCells(labelledRows(rows.slice(0, mostRows), language)));
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
