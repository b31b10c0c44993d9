import { chosenLanguage } from "../../words/language.ts";
import { words } from "../../words/words.ts";
import { formatNumber } from "../../numbers/format_number.ts";
import type { CellChange } from "./compare_notebooks.ts";
import type { OutputChange } from "./compare_outputs.ts";
import type { TextChange } from "./compare_texts.ts";

/**
 * Says how a cell differs from what it was.
 *
 * @returns Lines: the cell, then each thing in it that differs.
 */
export function describeChange({ cell, status, outputs }: CellChange): string[] {
  const { isNew, isGone, sourceChanged } = words[chosenLanguage()].commands;
  const how = { same: "", come: ` ${isNew}`, gone: ` ${isGone}`, source: `: ${sourceChanged}` };
  return [`[cell "${cell}"]${how[status]}`, ...outputs.flatMap(described).map(indented)];
}

function described(change: OutputChange): string[] {
  const said = words[chosenLanguage()].commands;
  switch (change.kind) {
    case "text":
      return change.changes.map(written);
    case "table": {
      const { columns, rows, fields } = change.table;
      return [said.table(change.name)].concat([
        ...columns.gone.map((name) => `${said.column(name)} ${said.isGone}`),
        ...columns.come.map((name) => `${said.column(name)} ${said.isNew}`),
        ...rows.gone.map((name) => `${said.row(name)} ${said.isGone}`),
        ...rows.come.map((name) => `${said.row(name)} ${said.isNew}`),
        ...fields.map((field) => `${field.row}, ${field.column}: ${written(field)}`),
      ].map(indented));
    }
    case "figure": {
      const { name, before, after, labels } = change;
      const { isNew, isGone, isChanged } = said;
      const how = before === undefined ? isNew : after === undefined ? isGone : isChanged;
      const inside = before === undefined || after === undefined ? [] : labels.map(written);
      return [`${said.figure(name)} ${how}`, ...inside.map(indented)];
    }
    case "form":
      return [said.otherForm(change.name, change.types.join(", "))];
  }
}

/** `267,826 → 267,827 (+1)`. */
function written({ before, after, difference }: TextChange): string {
  const language = chosenLanguage();
  const { nothing } = words[language].commands;
  const grew = difference ? ` (${formatNumber(difference, { language, signed: true })})` : "";
  return `${before || nothing} → ${after || nothing}${grew}`;
}

function indented(line: string): string {
  return `  ${line}`;
}
