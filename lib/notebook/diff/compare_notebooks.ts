import { russianNumbers } from "../../numbers/parse_printed.ts";
import type { NumberFormat } from "../../model/edition.ts";
import type { CodeCell, NotebookCell, NotebookDocument } from "../notebook_document.ts";
import { runRecord } from "../staleness/run_record.ts";
import { compareOutputs, type OutputChange } from "./compare_outputs.ts";

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
