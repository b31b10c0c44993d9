import type { WrittenTable } from "./table.ts";

/**
 * A table as plain text in columns, for terminals and for clients without HTML.
 *
 * @param written The written cells.
 * @returns Lines without a line feed at the end.
 */
export function tableText({ title, source, columns, rows: cells }: WrittenTable): string {
  const rows = cells.map((row) => row.map((cell) => typeof cell === "string" ? cell : cell.text));
  const head = columns.map(({ label }) => label);
  const widths = columns.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column].length))
  );
  const line = (row: readonly string[]) =>
    row.map((text, column) =>
      columns[column].align === "right"
        ? text.padStart(widths[column])
        : text.padEnd(widths[column])
    ).join("  ").trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  return [title, "", line(head), rule, ...rows.map(line), "", source].join("\n");
}
