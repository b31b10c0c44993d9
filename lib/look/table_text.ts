import type { WrittenTable } from "./written_table.ts";

/**
 * A table as plain text in columns, for terminals and for clients without HTML.
 *
 * @param written The written cells.
 * @returns Lines without a line feed at the end.
 */
export function tableText({ title, source, columns, rows: cells }: WrittenTable): string {
  const rows = cells.map((row) => row.map(({ text }) => text));
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
  const above = title === undefined ? [] : [title, ""];
  const below = source === undefined ? [] : ["", source];
  return [...above, line(head), rule, ...rows.map(line), ...below].join("\n");
}
