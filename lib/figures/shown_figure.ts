import type { PlotOptions } from "@observablehq/plot";
import { labelledRows } from "../display/labelled_rows.ts";
import type { PlainRecord } from "../display/records_table.ts";
import { chosenLanguage } from "../load/environment.ts";
import type { MediaBundle } from "../model/displayable.ts";
import { altText } from "./alt_text.ts";
import { compose } from "./compose.ts";
import { dataTable, isRecord, rowsAsCells } from "./data_table.ts";
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
  const language = chosenLanguage();
  const options = drawn.flatMap((element) => optionsOf.get(element) ?? []);
  const tables = options.flatMap(rowsOf).filter((rows, at, all) => all.indexOf(rows) === at);
  const cells = tables.map((rows) => rowsAsCells(labelledRows(rows.slice(0, mostRows), language)));
  const { ariaLabel, ariaDescription, title } = options[0] ?? {};
  const heading = textOf(title) ?? words[language].figures.figure;
  const alt = ariaLabel ??
    altText({ title: heading, language }, cells[0] ?? { headings: [], cells: [] });
  const description = ariaDescription ?? undefined;
  const svg = compose(drawn, { alt, description, language });
  const data = tables.map((rows, at) => {
    // A field that nobody named but in code stands as code.
    const table = dataTable(cells[at], { language })
      .replaceAll(/(<th[^>]*>)([a-z]\w*)(?=<\/th>)/g, "$1<code>$2</code>");
    const count = rows.length > mostRows
      ? words[language].figures.firstRows(mostRows, rows.length)
      : "";
    return count === "" ? table : table.replace("</summary>", ` (${count})</summary>`);
  });
  return figureBundle({ svg, alt }, data.filter((table) => table !== "").join("\n"));
}

function textOf(text: unknown): string | undefined {
  if (text === undefined || text === null) return undefined;
  return typeof text === "object" && "textContent" in text
    ? String(text.textContent)
    : String(text);
}

/** The rows that marks were given, each array once. */
function rowsOf({ marks = [] }: PlotOptions): readonly (readonly PlainRecord[])[] {
  const given = [...new Set(marks.flat(Infinity as 1).map((mark) => dataOf(mark)))];
  return given.filter((rows): rows is readonly PlainRecord[] =>
    Array.isArray(rows) && rows.length > 0 && rows.every(isRecord)
  );
}

function dataOf(mark: unknown): unknown {
  return typeof mark === "object" && mark !== null && "data" in mark ? mark.data : undefined;
}
