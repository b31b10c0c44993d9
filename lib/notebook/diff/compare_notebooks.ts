import type { NumberFormat } from "../../model/edition.ts";
import { formatNumber } from "../../numbers/format_number.ts";
import { russianNumbers } from "../../numbers/read_printed.ts";
import { chosenLanguage } from "../../words/language.ts";
import { words } from "../../words/words.ts";
import { cellExports } from "../list_exports.ts";
import type { CellOutput, NotebookCell, NotebookDocument } from "../notebook_document.ts";
import { readRunRecord } from "../staleness/run_record.ts";
import {
  compareTables,
  compareTexts,
  compareTokens,
  type TableChange,
  type TextChange,
} from "./compare_texts.ts";

/** How a cell of a notebook differs from what it was. */
export interface CellChange {
  readonly cell: string;
  /** What became of the cell itself: `source` if its code or text changed. */
  readonly status: "same" | "come" | "gone" | "source";
  readonly outputs: readonly OutputChange[];
}

/** How an output of a cell differs from what it was. */
export type OutputChange =
  | { readonly kind: "text"; readonly changes: readonly TextChange[] }
  | { readonly kind: "table"; readonly name: string; readonly table: TableChange }
  | {
    readonly kind: "figure";
    readonly name: string;
    /** The labels and numbers in it that differ. */
    readonly labels: readonly TextChange[];
    /** The figure as SVG; `undefined` on the side that has none. */
    readonly before: string | undefined;
    readonly after: string | undefined;
  }
  | { readonly kind: "form"; readonly name: string; readonly types: readonly string[] };

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
  const format = readRunRecord(after)?.language === "ru" ? russianNumbers : englishNumbers;
  const [old, fresh] = [before, after].map(({ cells }) =>
    new Map(cells.map((one) => [one.id, one]))
  );
  return [...new Set([...fresh.keys(), ...old.keys()])].map((cell) => {
    const [was, is] = [old.get(cell), fresh.get(cell)];
    const outputs = compareOutputs(was, is, format);
    const isSame = was?.source === is?.source && was?.cell_type === is?.cell_type;
    const status = !was ? "come" : !is ? "gone" : isSame ? "same" : "source";
    return { cell, status, outputs } as const;
  }).filter(({ status, outputs }) => status !== "same" || outputs.length > 0);
}

/** Compares what a cell gave with what it gave before: figures and tables each in their order, others in theirs. */
function compareOutputs(
  before: NotebookCell | undefined,
  after: NotebookCell | undefined,
  format: NumberFormat,
): OutputChange[] {
  const [old, fresh] = [byPlace(before), byPlace(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((place): OutputChange[] => {
    const [was, is] = [old.get(place), fresh.get(place)];
    const name = (is ?? was)?.name ?? place;
    const [before, after] = [was, is].map((one) => textsOf(one?.output));
    const types = Object.keys({ ...before, ...after });
    const moved = types.filter((type) => before[type] !== after[type]);
    if (moved.length === 0) return [];
    const form = { kind: "form" as const, name, types: moved };
    const sides = (type: string) => ({ before: before[type], after: after[type] });
    if (types.includes("image/svg+xml")) {
      if (!moved.includes("image/svg+xml")) return [form];
      const svg = sides("image/svg+xml");
      const labels = compareTokens(labelsOf(svg.before), labelsOf(svg.after), format);
      return [{ kind: "figure", name, labels, ...svg }];
    }
    if (types.includes("text/csv")) {
      const { before = "", after = "" } = sides("text/csv");
      const table = compareTables({ before, after }, format);
      return [table ? { kind: "table", name, table } : form];
    }
    const text = sides("text/plain");
    const changes = compareTexts(text.before ?? "", text.after ?? "", format);
    return [changes.length > 0 ? { kind: "text", changes } : form];
  });
}

/** Outputs by their place: figures among figures, tables among tables, others among others. */
function byPlace(cell: NotebookCell | undefined) {
  if (cell?.cell_type !== "code") return new Map<string, never>();
  const exported = new Map(cellExports(cell).map((file) => [file.output, file]));
  const byKind = Map.groupBy(cell.outputs, (output) => exported.get(output)?.kind ?? "output");
  return new Map(cell.outputs.map((output) => {
    const file = exported.get(output), kind = file?.kind ?? "output";
    const place = `${kind} ${byKind.get(kind)!.indexOf(output) + 1}`;
    return [place, { name: file?.name ?? place, output }];
  }));
}

/** What an output says, by media type. */
function textsOf(output: CellOutput | undefined): Partial<Record<string, string>> {
  if (!output) return {};
  if (output.output_type === "stream") return { "text/plain": output.text };
  if (output.output_type === "error") return { "text/plain": `${output.ename}: ${output.evalue}` };
  const text = (value: unknown) => typeof value === "string" ? value : JSON.stringify(value);
  return Object.fromEntries(
    Object.entries(output.data).map(([type, value]) => [type, text(value)]),
  );
}

/** The texts of a figure in the order of its elements, without what describes it as a whole. */
function labelsOf(svg = ""): string[] {
  const texts = svg.matchAll(/<text\b[^>]*>([^]*?)<\/text>/g);
  return [...texts].map(([, inner]) =>
    inner.replace(/<\/tspan>/g, " ").replace(/<[^>]*>/g, "").trim()
  );
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
      const isMoved = before !== undefined && after !== undefined;
      const how = isMoved ? said.isChanged : before === undefined ? said.isNew : said.isGone;
      const inside = isMoved ? labels.map(describeText) : [];
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
