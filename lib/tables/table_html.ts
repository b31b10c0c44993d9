import { escape } from "@std/html";
import { withoutMathematics } from "./escape_markdown.ts";
import type { Language } from "../model/label.ts";
import { disclosure } from "./disclosure.ts";
import { sortNumber } from "./sort_number.ts";
import { tableScript } from "./table_script.ts";
import { tableStyle } from "./table_style.ts";
import {
  foldedRows,
  isLong,
  moreRows,
  type WrittenCell,
  type WrittenColumn,
  type WrittenTable,
} from "./written_table.ts";

/** From how many cells on a table leaves their alignment to its style sheet. */
const largeTable = 400;

/**
 * A table as HTML that also stands where style sheets and scripts are taken away, as on a forge.
 *
 * The first rows stand open, the others behind a disclosure. Where scripts run, a click on a heading sorts all rows, and a
 * link gives them as CSV.
 *
 * @param written The written cells.
 * @param options Whether its style sheet and script come with it; something else may stand in for them. @default true
 * @returns An HTML fragment; every text is escaped.
 */
export function tableHtml(
  written: WrittenTable,
  { isLive = true }: { readonly isLive?: boolean } = {},
): string {
  const { name, title, source, language, columns, rows } = written;
  const shown = isLong(written) ? rows.slice(0, foldedRows) : rows;
  const rest = rows.slice(shown.length);
  const caption = title === undefined
    ? []
    : [`<caption align="top" style="text-align:left"><b>${escape(title)}</b></caption>`];
  const part = (some: typeof rows) => [
    `<thead><tr>${columns.map(headHtml).join("")}</tr></thead>`,
    "<tbody>",
    ...some.map((row) =>
      `<tr>${row.map((cell, at) => cellHtml(cell, columns[at], written)).join("")}</tr>`
    ),
    "</tbody>",
    "</table>",
  ];
  return [
    `<div class="report-table ${withoutMathematics}" lang="${language}"${
      name === undefined ? "" : ` data-name="${escape(name)}"`
    }>`,
    '<div style="overflow:auto;max-height:40em">',
    "<table>",
    ...caption,
    ...part(shown),
    "</div>",
    ...(rest.length === 0 ? [] : [
      disclosure(
        moreRows({ rows, language }),
        ['<div style="overflow:auto"><table>', ...part(rest), "</div>"].join("\n"),
      ),
    ]),
    ...(source === undefined ? [] : [`<p><small>${escape(source)}</small></p>`]),
    ...(isLive ? [`<style>${tableStyle}</style><script>${tableScript}</script>`] : []),
    "</div>",
  ].join("\n");
}

function headHtml({ label, align }: WrittenColumn): string {
  return `<th scope="col" align="${align}" style="text-align:${align}">${escape(label)}</th>`;
}

/**
 * Texts stand right in Jupyter unless their cell says otherwise, numbers left elsewhere. In a large table that is left to the
 * style sheet: there it would be half of the output.
 */
function cellHtml(
  { text, href, value }: WrittenCell,
  { align }: WrittenColumn,
  { language, rows, columns }: WrittenTable,
): string {
  const isLarge = rows.length * columns.length > largeTable;
  const side = align === "right" ? ' align="right"' : isLarge ? "" : ' style="text-align:left"';
  const stands = standsFor({ text, href, value }, language);
  const content = escape(text);
  const linked = href === undefined ? content : `<a href="${escape(href)}">${content}</a>`;
  return `<td${side}${stands}>${linked}</td>`;
}

/** What a script must know of a cell that its text does not say: the value in full, or the number by which it sorts. */
function standsFor({ text, href, value }: WrittenCell, language: Language): string {
  if (value !== undefined) return String(value) === text ? "" : ` data-v="${value ?? ""}"`;
  const sorted = href === undefined ? sortNumber(text, language) : undefined;
  return sorted === undefined || String(sorted) === text ? "" : ` data-s="${sorted}"`;
}
