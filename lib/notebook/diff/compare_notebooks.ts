import type { NumberFormat } from "../../model/edition.ts";
import { formatNumber } from "../../numbers/format_number.ts";
import { russianNumbers } from "../../numbers/read_printed.ts";
import { chosenLanguage } from "../../words/language.ts";
import { words } from "../../words/words.ts";
import { cellExports } from "../list_exports.ts";
import type { CellOutput, NotebookCell, NotebookDocument } from "../notebook_document.ts";
import { readRunRecord } from "../staleness/staleness.ts";
import { compareTables, compareTexts, compareTokens, type TextChange } from "./compare_texts.ts";

/** How a cell of a notebook differs from what it was. */
export interface CellChange {
  readonly cell: string;
  /** What became of the cell itself: `source` if its code or text changed. */
  readonly status: "same" | "come" | "gone" | "source";
  readonly outputs: readonly OutputChange[];
}

/** How an output of a cell differs from what it was. */
export interface OutputChange {
  /** What it is; `form` if it says the same in another form. */
  readonly kind: "text" | "table" | "figure" | "form";
  readonly name: string;
  /** What it says otherwise: words and numbers, fields of a table, labels in a figure. */
  readonly changes: readonly TextChange[];
  /** The media types in which it differs. */
  readonly types: readonly string[];
  /** A figure as SVG; `undefined` on the side that has none. */
  readonly before?: string;
  readonly after?: string;
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
    const all = Object.keys({ ...before, ...after });
    const types = all.filter((type) => before[type] !== after[type]);
    if (types.length === 0) return [];
    const type = ["image/svg+xml", "text/csv"].find((type) => all.includes(type)) ?? "text/plain";
    const form: OutputChange = { kind: "form", name, changes: [], types };
    if (!types.includes(type)) return [form];
    const sides = { before: before[type], after: after[type] };
    const [past, now] = [sides.before ?? "", sides.after ?? ""];
    if (type === "image/svg+xml") {
      const changes = past && now ? compareTokens(labelsOf(past), labelsOf(now), format) : [];
      return [{ ...form, kind: "figure", changes, ...sides }];
    }
    const kind = type === "text/csv" ? "table" : "text";
    const compare = { table: compareTables, text: compareTexts }[kind];
    const changes = compare(past, now, format);
    return [changes.length > 0 ? { ...form, kind, changes } : form];
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
function labelsOf(svg: string): string[] {
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

function linesOf({ kind, name, changes, types, before, after }: OutputChange): string[] {
  const said = words[chosenLanguage()].commands;
  if (kind === "form") return [said.otherForm(name, types.join(", "))];
  const inside = changes.map(describeText);
  if (kind === "text") return inside;
  const how = before === undefined
    ? said.isNew
    : after === undefined
    ? said.isGone
    : said.isChanged;
  const head = kind === "table" ? said.table(name) : `${said.figure(name)} ${how}`;
  return [head, ...inside.map(indent)];
}

/** `267,826 → 267,827 (+1)`, after what names a field of a table. */
function describeText({ row, column, before, after, difference }: TextChange): string {
  const language = chosenLanguage(), said = words[language].commands;
  const come = after === "" ? said.isGone : said.isNew;
  if (row === undefined && column !== undefined) return `${said.column(column)} ${come}`;
  if (row !== undefined && column === undefined) return `${said.row(row)} ${come}`;
  const field = row === undefined ? "" : `${row}, ${column}: `;
  const grew = difference ? ` (${formatNumber(difference, { language, signed: true })})` : "";
  return `${field}${before || said.nothing} → ${after || said.nothing}${grew}`;
}

function indent(line: string): string {
  return `  ${line}`;
}
