import { escape } from "@std/html";
import type { Link, WrittenTable } from "./table.ts";

/**
 * A table as HTML that also stands where style sheets are taken away, as on a forge.
 *
 * @param written The written cells.
 * @returns An HTML fragment; every text is escaped.
 */
export function tableHtml({ title, source, columns, rows }: WrittenTable): string {
  const cell = (tag: "th" | "td", text: string | Link, column: number) => {
    const { align } = columns[column];
    const scope = tag === "th" ? ' scope="col"' : "";
    return `<${tag}${scope} align="${align}" style="text-align:${align}">${content(text)}</${tag}>`;
  };
  const head = columns.map(({ label }, column) => cell("th", label, column)).join("");
  const body = rows.map((row) =>
    `<tr>${row.map((text, column) => cell("td", text, column)).join("")}</tr>`
  );
  return [
    '<div style="overflow-x:auto">',
    "<table>",
    `<caption align="top" style="text-align:left"><b>${escape(title)}</b></caption>`,
    `<thead><tr>${head}</tr></thead>`,
    "<tbody>",
    ...body,
    "</tbody>",
    "</table>",
    "</div>",
    `<p><small>${escape(source)}</small></p>`,
  ].join("\n");
}

function content(cell: string | Link): string {
  return typeof cell === "string"
    ? escape(cell)
    : `<a href="${escape(cell.href)}">${escape(cell.text)}</a>`;
}
