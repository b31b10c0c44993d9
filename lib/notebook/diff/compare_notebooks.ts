import { chosenLanguage } from "../../words/language.ts";
import type { NumberFormat } from "../../model/edition.ts";
import { formatNumber } from "../../numbers/format_number.ts";
import { russianNumbers } from "../../numbers/parse_printed.ts";
import { words } from "../../words/words.ts";
import type { CodeCell, NotebookCell, NotebookDocument } from "../notebook_document.ts";
import { runRecord } from "../staleness/run_record.ts";
import { compareOutputs, type OutputChange } from "./compare_outputs.ts";
import type { TextChange } from "./compare_texts.ts";

/** How a cell of a notebook differs from what it was. */
export interface CellChange {
  readonly cell: string;
  /** What became of the cell itself: `source` if its code or text changed. */
  readonly status: "same" | "come" | "gone" | "source";
  readonly outputs: readonly OutputChange[];
}

/** How the notebooks of English editions write numbers. */
const englishNumbers: NumberFormat = {
  decimal: ["."],
  group: [",", "\u00a0"],
  minus: ["-", "\u2212"],
  plus: ["+"],
};

/**
 * Compares a notebook with what it was, cell by cell: numbers as numbers, tables as tables, figures as figures.
 *
 * @param before What it was.
 * @param after What it is.
 * @returns The cells that differ, in the order of `after`, then those that are gone.
 */
export function compareNotebooks(
  before: NotebookDocument,
  after: NotebookDocument,
): CellChange[] {
  const isRussian = runRecord(after)?.language === "ru";
  const format = isRussian ? russianNumbers : englishNumbers;
  const [old, fresh] = [before, after].map(({ cells }) =>
    new Map(cells.map((one) => [one.id, one]))
  );
  return [...new Set([...fresh.keys(), ...old.keys()])]
    .map((id) => compareCells({ id, before: old.get(id), after: fresh.get(id), format }))
    .filter(({ status, outputs }) => status !== "same" || outputs.length > 0);
}

function compareCells(
  { id, before, after, format }: {
    readonly id: string;
    readonly before: NotebookCell | undefined;
    readonly after: NotebookCell | undefined;
    readonly format: NumberFormat;
  },
): CellChange {
  const outputs = compareOutputs(codeCell(before), codeCell(after), format);
  if (!before) return { cell: id, status: "come", outputs };
  if (!after) return { cell: id, status: "gone", outputs };
  const isSame = before.source === after.source && before.cell_type === after.cell_type;
  return { cell: id, status: isSame ? "same" : "source", outputs };
}

function codeCell(cell: NotebookCell | undefined): CodeCell | undefined {
  return cell?.cell_type === "code" ? cell : undefined;
}

/**
 * Says how a cell differs from what it was.
 *
 * @returns Lines: the cell, then each thing in it that differs.
 */
export function describeChange({ cell, status, outputs }: CellChange): string[] {
  const { isNew, isGone, sourceChanged } = words[chosenLanguage()].commands;
  const how = { same: "", come: ` ${isNew}`, gone: ` ${isGone}`, source: `: ${sourceChanged}` };
  return [`[cell "${cell}"]${how[status]}`, ...outputs.flatMap(linesOf).map(indent)];
}

function linesOf(change: OutputChange): string[] {
  const said = words[chosenLanguage()].commands;
  switch (change.kind) {
    case "text":
      return change.changes.map(describeText);
    case "table": {
      const { columns, rows, fields } = change.table;
      return [said.table(change.name)].concat([
        ...columns.gone.map((name) => `${said.column(name)} ${said.isGone}`),
        ...columns.come.map((name) => `${said.column(name)} ${said.isNew}`),
        ...rows.gone.map((name) => `${said.row(name)} ${said.isGone}`),
        ...rows.come.map((name) => `${said.row(name)} ${said.isNew}`),
        ...fields.map((field) => `${field.row}, ${field.column}: ${describeText(field)}`),
      ].map(indent));
    }
    case "figure": {
      const { name, before, after, labels } = change;
      const { isNew, isGone, isChanged } = said;
      const how = before === undefined ? isNew : after === undefined ? isGone : isChanged;
      const inside = before === undefined || after === undefined ? [] : labels.map(describeText);
      return [`${said.figure(name)} ${how}`, ...inside.map(indent)];
    }
    case "form":
      return [said.otherForm(change.name, change.types.join(", "))];
  }
}

/** `267,826 → 267,827 (+1)`. */
function describeText({ before, after, difference }: TextChange): string {
  const language = chosenLanguage();
  const { nothing } = words[language].commands;
  const grew = difference ? ` (${formatNumber(difference, { language, signed: true })})` : "";
  return `${before || nothing} → ${after || nothing}${grew}`;
}

function indent(line: string): string {
  return `  ${line}`;
}
