import type { PlotOptions } from "@observablehq/plot";
import { escape } from "@std/html";
import type { MediaBundle } from "../model/displayable.ts";
import { isRecord, type PlainRecord } from "../tables/cell.ts";
import type { FormattedTable } from "../tables/format_table.ts";
import { formatRecords } from "../tables/table.ts";
import { disclosure, tableHtml } from "../tables/table_html.ts";
import { chosenLanguage } from "../words/language.ts";
import { words } from "../words/words.ts";
import { compose } from "./compose.ts";
import type { InnerMark, MarkState } from "./inner_mark.ts";

/** How many rows stand behind a figure's disclosure. */
const mostRows = 200;

/** The options of what was drawn, for what is said of it. */
export const optionsOf = new WeakMap<Element, PlotOptions>();

/** What transforms made of the rows of marks. */
export const statesOf = new WeakMap<object, MarkState>();

/**
 * What was drawn, in every form that a front end may show: one picture, its words, and the rows behind it.
 *
 * @param drawn Plots, legends or figures, which stand under each other.
 */
export function shownFigure(drawn: readonly Element[]): MediaBundle {
  const language = chosenLanguage(), said = words[language].figures;
  const options = drawn.flatMap((element) => optionsOf.get(element) ?? []);
  const tables = [...new Set(options.flatMap(marksWithRows).map(({ data }) => data))];
  const format = (rows: readonly PlainRecord[], mostDecimals?: number) =>
    formatRecords(rows.slice(0, mostRows), language, { isFlat: true, mostDecimals });
  const { ariaLabel, ariaDescription, title } = options[0] ?? {};
  const heading = String(Object(title).textContent ?? title ?? said.figure);
  const [first] = options.flatMap(marksWithRows);
  const alt = ariaLabel ?? altText(heading, format(first && groupsOf(first) || tables[0] || []));
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

type MarkWithRows = InnerMark & { readonly data: readonly PlainRecord[] };

/** The marks that were given records as their rows. */
function marksWithRows({ marks = [] }: PlotOptions): MarkWithRows[] {
  return marks.flat(Infinity as 1).filter((mark): mark is MarkWithRows & typeof mark => {
    const { data } = Object(mark);
    return Array.isArray(data) && data.length > 0 && data.every(isRecord);
  });
}

/**
 * What a transform such as `Plot.groupY` made of the rows of bars: the names of each group, and its number; `undefined` for
 * other marks, and for rows as they came.
 */
function groupsOf(mark: MarkWithRows): PlainRecord[] | undefined {
  const { data, channels } = statesOf.get(mark) ?? { channels: {} };
  const [along, across] = "x1" in channels ? ["x", "y"] : ["y", "x"];
  const { [`${along}1`]: start, [`${along}2`]: end, [across]: place, fill } = channels;
  const names = [place, fill].flatMap((channel) => channel?.value && channel.label ? channel : []);
  const isGrouped = Array.isArray(data) && data.every(Array.isArray);
  const from = start?.value, isBar = /^(bar|waffle)/.test(mark.ariaLabel ?? "");
  // Bars that a transform gave both ends, as the boxes of a box plot, do not begin at zero.
  if (!isBar || !isGrouped || names.length === 0 || !end?.value || from?.[0] !== 0) return;
  const groups = Array.from(end.value, (_, at) => names.map(({ value }) => value?.[at]).join(", "));
  // Facets have groups of the same name.
  if (new Set(groups).size < groups.length) return;
  return groups.map((group, at) => ({
    [`${names[0].label}`]: group,
    [`${end.label ?? along}`]: Number(end.value?.[at]) - Number(from[at]),
  }));
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

/** What a figure keeps of its width on a phone, where it scrolls: narrower its text cannot be read. */
const leastWidth = 500;

/**
 * A figure in every form that a front end may show.
 *
 * Exporters strip what they do not know of an SVG that stands in a page, and front ends refuse it in a notebook that is not
 * trusted: as an image it is safe, keeps its alternative text, and shrinks to a narrow page, where it scrolls by keyboard too.
 *
 * @param figure The figure.
 * @param table HTML with what it draws, which stands below it.
 * @returns HTML with the picture as an image, the SVG itself, and the alternative text.
 */
export function figureBundle(
  { svg, alt }: { readonly svg: string; readonly alt: string },
  table: string = "",
): MediaBundle {
  const data = new TextEncoder().encode(svg).toBase64();
  const [, width = "720"] = /^<svg [^>]*?\bwidth="(\d+)"/.exec(svg) ?? [];
  const style = `max-width:100%;min-width:${Math.min(leastWidth, Number(width))}px;height:auto`;
  const image = `<img src="data:image/svg+xml;base64,${data}" alt="${escape(alt)}"` +
    ` width="${width}" style="${style}">`;
  return {
    "text/html": `<div tabindex="0" style="overflow-x:auto;width:0;min-width:100%">${image}</div>` +
      (table && `\n${table}`),
    "image/svg+xml": svg,
    "text/plain": alt,
  };
}
