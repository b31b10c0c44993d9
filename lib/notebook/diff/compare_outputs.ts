import type { NumberFormat } from "../../model/edition.ts";
import { cellExports } from "../list_exports.ts";
import type { CellOutput, CodeCell } from "../notebook_document.ts";
import { compareTables, type TableChange } from "./compare_tables.ts";
import { compareTexts, compareTokens, type TextChange } from "./compare_texts.ts";

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

/**
 * Compares what a cell gave with what it gave before: figures and tables each in their order, others in theirs.
 *
 * @param format How the outputs write numbers.
 */
export function compareOutputs(
  before: CodeCell | undefined,
  after: CodeCell | undefined,
  format: NumberFormat,
): OutputChange[] {
  const [old, fresh] = [byPlace(before), byPlace(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((place) => {
    const [was, is] = [old.get(place), fresh.get(place)];
    const name = (is ?? was)?.name ?? place;
    return compareForms(name, { before: was?.output, after: is?.output, format });
  });
}

interface Sides {
  readonly before: CellOutput | undefined;
  readonly after: CellOutput | undefined;
  readonly format: NumberFormat;
}

function compareForms(name: string, sides: Sides): OutputChange[] {
  const [before, after] = [textsOf(sides.before), textsOf(sides.after)];
  const types = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const moved = types.filter((type) => before[type] !== after[type]);
  if (moved.length === 0) return [];
  const figure = "image/svg+xml", table = "text/csv";
  if (types.includes(figure)) {
    if (!moved.includes(figure)) return [{ kind: "form", name, types: moved }];
    const labels = compareTokens(labelsOf(before[figure]), labelsOf(after[figure]), sides.format);
    return [{ kind: "figure", name, labels, before: before[figure], after: after[figure] }];
  }
  if (types.includes(table)) {
    const change = compareTables(
      { before: before[table] ?? "", after: after[table] ?? "" },
      sides.format,
    );
    return [change ? { kind: "table", name, table: change } : { kind: "form", name, types: moved }];
  }
  const changes = compareTexts(
    before["text/plain"] ?? "",
    after["text/plain"] ?? "",
    sides.format,
  );
  return [changes.length > 0 ? { kind: "text", changes } : { kind: "form", name, types: moved }];
}

/** Outputs by their place: figures among figures, tables among tables, others among others. */
function byPlace(cell: CodeCell | undefined): Map<string, { name: string; output: CellOutput }> {
  if (!cell) return new Map();
  const exported = new Map(cellExports(cell).map((file) => [file.output, file]));
  const counts = new Map<string, number>();
  return new Map(cell.outputs.map((output) => {
    const file = exported.get(output);
    const kind = file?.kind ?? "output";
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const place = `${kind} ${count}`;
    return [place, { name: file?.name ?? place, output }];
  }));
}

/** What an output says, by media type. */
function textsOf(output: CellOutput | undefined): Record<string, string> {
  if (!output) return {};
  if (output.output_type === "stream") return { "text/plain": output.text };
  if (output.output_type === "error") return { "text/plain": `${output.ename}: ${output.evalue}` };
  return Object.fromEntries(
    Object.entries(output.data).map((
      [type, value],
    ) => [type, typeof value === "string" ? value : JSON.stringify(value)]),
  );
}

/** The texts of a figure in the order of its elements, without what describes it as a whole. */
function labelsOf(svg = ""): string[] {
  const texts = svg.matchAll(/<text\b[^>]*>([^]*?)<\/text>/g);
  return [...texts].map(([, inner]) =>
    inner.replace(/<\/tspan>/g, " ").replace(/<[^>]*>/g, "").trim()
  );
}
