import { formatNumber } from "../../numbers/format_number.ts";
import type { CellChange } from "./compare_notebooks.ts";
import type { OutputChange } from "./compare_outputs.ts";
import type { TextChange } from "./compare_texts.ts";

const statusWords = {
  same: "",
  come: " is new",
  gone: " is gone",
  source: ": its source changed",
} as const;

/**
 * Says how a cell differs from what it was.
 *
 * @returns Lines: the cell, then each thing in it that differs.
 */
export function describeChange({ cell, status, outputs }: CellChange): string[] {
  return [`[cell "${cell}"]${statusWords[status]}`, ...outputs.flatMap(described).map(indented)];
}

function described(change: OutputChange): string[] {
  switch (change.kind) {
    case "text":
      return change.changes.map(written);
    case "table": {
      const { columns, rows, fields } = change.table;
      return [`table "${change.name}"`].concat([
        ...columns.gone.map((name) => `column "${name}" is gone`),
        ...columns.come.map((name) => `column "${name}" is new`),
        ...rows.gone.map((name) => `row "${name}" is gone`),
        ...rows.come.map((name) => `row "${name}" is new`),
        ...fields.map((field) => `${field.row}, ${field.column}: ${written(field)}`),
      ].map(indented));
    }
    case "figure": {
      const { name, before, after, labels } = change;
      const how = before === undefined ? "is new" : after === undefined ? "is gone" : "changed";
      const inside = before === undefined || after === undefined ? [] : labels.map(written);
      return [`figure "${name}" ${how}`, ...inside.map(indented)];
    }
    case "form":
      return [`${change.name} says the same in another form (${change.types.join(", ")})`];
  }
}

/** `267,826 → 267,827 (+1)`. */
function written({ before, after, difference }: TextChange): string {
  const grew = difference ? ` (${formatNumber(difference, { language: "en", signed: true })})` : "";
  return `${before || "nothing"} → ${after || "nothing"}${grew}`;
}

function indented(line: string): string {
  return `  ${line}`;
}
