import { escape } from "@std/html";
import { withoutMathematics } from "./escape_markdown.ts";
import { fold, type FormattedCell, type FormattedTable } from "./format_table.ts";
import { computed, printedNumber } from "./spreadsheet_text.ts";

/** From how many cells on a table leaves their alignment to its style sheet. */
const largeTable = 400;

/**
 * A table as HTML that also stands where style sheets and scripts are taken away, as on a forge.
 *
 * The first rows stand open, the others behind a disclosure. Where scripts run, a click on a heading sorts all rows, and a
 * link gives them as CSV.
 *
 * @param table Its cells in a language.
 * @param options Whether its style sheet and script come with it; something else may stand in for them. @default true
 * @returns An HTML fragment; every text is escaped.
 */
export function tableHtml(
  table: FormattedTable,
  { isLive = true }: { readonly isLive?: boolean } = {},
): string {
  const { name, title, source, language, columns, rows } = table;
  const { open, behind, more } = fold(table);
  const isLarge = rows.length * columns.length > largeTable;
  const caption = title === undefined
    ? []
    : [`<caption align="top" style="text-align:left"><b>${escape(title)}</b></caption>`];
  const heads = columns.map(({ label, align }) =>
    `<th scope="col" align="${align}" style="text-align:${align}">${escape(label)}</th>`
  );
  const part = (some: typeof rows) => [
    `<thead><tr>${heads.join("")}</tr></thead>`,
    "<tbody>",
    ...some.map((row) =>
      `<tr>${
        row.map((cell, at) => cellHtml(cell, { align: columns[at].align, isLarge })).join("")
      }</tr>`
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
    ...part(open),
    "</div>",
    ...(behind.length === 0 ? [] : [
      disclosure(
        more,
        ['<div style="overflow:auto"><table>', ...part(behind), "</div>"].join("\n"),
      ),
    ]),
    ...(source === undefined ? [] : [`<p><small>${escape(source)}</small></p>`]),
    ...(isLive ? [`<style>${tableStyle}</style><script>${tableScript}</script>`] : []),
    "</div>",
  ].join("\n");
}

/**
 * Texts stand right in Jupyter unless their cell says otherwise, numbers left elsewhere. In a large table that is left to the
 * style sheet: there it would be half of the output. What its text does not say, a cell tells the script: the value in full, or
 * the number by which it sorts.
 */
function cellHtml(
  { text, href, value, csv }: FormattedCell,
  { align, isLarge }: { readonly align: "left" | "right"; readonly isLarge: boolean },
): string {
  const side = align === "right" ? ' align="right"' : isLarge ? "" : ' style="text-align:left"';
  const stands = String(csv) !== text
    ? ` data-v="${csv}"`
    : value !== undefined && String(value) !== text
    ? ` data-s="${value}"`
    : "";
  const content = escape(text);
  const linked = href === undefined ? content : `<a href="${escape(href)}">${content}</a>`;
  return `<td${side}${stands}>${linked}</td>`;
}

/**
 * HTML behind a disclosure, which opens without a script.
 *
 * Jupyter's style sheet takes away the triangle that tells that there is something to open.
 *
 * @param summary What stands before it is opened, as HTML.
 * @param content What is behind it, as HTML.
 */
export function disclosure(summary: string, content: string): string {
  return `<details><summary style="display:list-item">${summary}</summary>\n${content}\n</details>`;
}

/**
 * What a table looks like where style sheets are let through; the colours are those of the front end.
 *
 * The first name is JupyterLab's, the second VS Code's.
 */
export const tableStyle = `
.report-table th{position:sticky;top:0;z-index:1;background:var(--jp-layout-color0,var(--vscode-editor-background,Canvas))}
.report-table.report-table td{text-align:left}
.report-table.report-table td[align=right]{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.report-table th button{all:unset;cursor:pointer;font:inherit}
.report-table th button:focus-visible{outline:2px solid;outline-offset:2px}
.report-table th[aria-sort=ascending] button::after{content:" ▲"}
.report-table th[aria-sort=descending] button::after{content:" ▼"}
.report-table td:first-child{min-width:8em}
.report-table [hidden]{display:none}
@media print{.report-table>div{max-height:none!important}}
`.trim();

/**
 * What makes tables sortable and gives their CSV, in any page that runs scripts; it knows every table by its class.
 *
 * It takes the rows behind the fold into the table: sorting moves rows across it. Some front ends run a script before
 * its output stands in the page, hence the second time. While a page loads, another table may be there in part only: that
 * waits for its own script, or for the end.
 */
export const tableScript = `
(() => {
  const valueOf = (cell) => cell.dataset.v ?? cell.textContent;
  const textOf = (text) => ${computed}.test(text) && !${printedNumber}.test(text) ? "'" + text : text;
  const quote = (text) => /[",\\r\\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
  const rank = ({ dataset, textContent }) => {
    const text = dataset.s ?? dataset.v ?? (textContent === "\\u2013" ? "" : textContent);
    return text === "" ? [2] : isNaN(text) ? [1, text] : [0, Number(text)];
  };
  const compare = ([kind, a], [, b], lang) =>
    kind === 0 ? a - b : a.localeCompare(b, lang, { numeric: true });
  const enliven = (root) => {
    root.dataset.live = "";
    const [table, rest] = root.querySelectorAll("table");
    const body = table.querySelector("tbody"), fold = rest && root.querySelector("details");
    const heads = [...table.querySelectorAll("th")], rows = [...root.querySelectorAll("tbody tr")];
    const open = body.children.length;
    let order = rows;
    const place = () => order.forEach((row, at) => {
      row.toggleAttribute("hidden", at >= open && !fold.open);
      body.append(row);
    });
    if (fold) {
      rest.parentNode.remove();
      fold.addEventListener("toggle", place);
      place();
    }
    heads.forEach((head, at) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const now = head.getAttribute("aria-sort");
        const next = now === "ascending" ? "descending" : now === "descending" ? null : "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        if (next) head.setAttribute("aria-sort", next);
        const ranks = new Map(rows.map((row) => [row, rank(row.children[at])]));
        order = next === null ? rows : rows.toSorted((a, b) => {
          const x = ranks.get(a), y = ranks.get(b);
          if (x[0] !== y[0]) return x[0] - y[0];
          return x[0] === 2 ? 0 : next === "ascending" ? compare(x, y, root.lang) : compare(y, x, root.lang);
        });
        place();
      });
    });
    if (!root.dataset.name) return;
    const link = document.createElement("a");
    link.textContent = "CSV";
    link.download = root.dataset.name + ".csv";
    link.href = "#";
    link.addEventListener("click", () => {
      const lines = [heads.map((head) => quote(textOf(head.textContent)))]
        .concat(rows.map((row) => [...row.children].map((cell) => quote(textOf(valueOf(cell))))));
      const text = lines.map((line) => line.join(",") + "\\n").join("");
      link.href = URL.createObjectURL(new Blob(["\\ufeff", text], { type: "text/csv" }));
    });
    root.append(link);
  };
  const isWhole = (root) => document.readyState !== "loading" || root.contains(document.currentScript);
  const all = () =>
    [...document.querySelectorAll(".report-table:not([data-live])")].filter(isWhole).forEach(enliven);
  all();
  setTimeout(all);
  document.addEventListener("DOMContentLoaded", all);
})();`.trim().replaceAll(/\n\s*/g, "\n");
