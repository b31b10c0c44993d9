import { fold, type FormattedTable } from "./format_table.ts";

/** How much of a text a column shows: the widest one would part all others. */
const widest = 60;

/**
 * A table as plain text in columns, for terminals and for clients without HTML: the first rows of a long one, and how
 * many more there are.
 *
 * @param table Its cells in a language.
 * @returns Lines without a line feed at the end.
 */
export function tableText(table: FormattedTable): string {
  const { title, source, columns } = table;
  const { open, behind, more } = fold(table);
  const rows = open.map((row) => row.map(({ text }) => cut(text)));
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
  const rest = behind.length > 0 ? [more] : [];
  return [...above, line(head), rule, ...rows.map(line), ...rest, ...below].join("\n");
}

function cut(text: string): string {
  const line = text.replaceAll(/\s*\n\s*/g, " ");
  return line.length > widest ? `${line.slice(0, widest - 1)}…` : line;
}
