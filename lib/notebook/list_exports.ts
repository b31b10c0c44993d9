import { basename } from "node:path";
import { fileTypes } from "../display/cell_contract.ts";
import type { CellOutput, CodeCell, NotebookDocument } from "./notebook_document.ts";

/** A figure or a table that a cell shows, which is saved beside its notebook. */
export interface ExportedFile {
  /** Its name without a folder and an ending: the cell's id, numbered if the cell shows several of its kind. */
  readonly name: string;
  readonly kind: "figure" | "table";
  /** SVG of a figure, CSV of a table. */
  readonly text: string;
  /** The id of the cell that shows it. */
  readonly cell: string;
  /** The output that holds it. */
  readonly output: CellOutput;
}

/**
 * Lists the figures and tables that a cell shows, as displays or as its last value: what holds SVG is a figure, what holds
 * CSV a table.
 *
 * One figure of the cell `growth` is named `growth`; two are `growth-1` and `growth-2`, and so with tables.
 *
 * @param cell A cell that has run.
 * @returns Its figures and tables, in order.
 */
export function cellExports({ id, outputs }: CodeCell): ExportedFile[] {
  const found = outputs.flatMap((output) => {
    if (!("data" in output)) return [];
    const { data } = output;
    return Object.entries(fileTypes).flatMap(([type, kind]) => {
      const text = data[type];
      return typeof text === "string" ? [{ kind, text, output }] : [];
    }).slice(0, 1);
  });
  const of = Map.groupBy(found, ({ kind }) => kind);
  return found.map((file) => {
    const alike = of.get(file.kind) ?? [];
    const number = alike.length > 1 ? `-${alike.indexOf(file) + 1}` : "";
    return { ...file, name: `${id}${number}`, cell: id };
  });
}

/**
 * Lists the figures and tables that a notebook shows.
 *
 * @param document A notebook that has run.
 * @returns The figures and tables, in order.
 * @throws {Error} Listing every two that would be one file, also where case does not count.
 */
export function listExports({ cells }: NotebookDocument): ExportedFile[] {
  const files = cells.flatMap((cell) => cell.cell_type === "code" ? cellExports(cell) : []);
  const keyOf = ({ name, kind }: ExportedFile) => `${kind} ${name.toLowerCase()}`;
  const problems = files.flatMap((file) => {
    const { cell, kind, name } = file, first = files.find((one) => keyOf(one) === keyOf(file))!;
    if (first === file) return [];
    return [
      `[cell "${cell}"]: expected a ${kind} of a name of its own, found "${name}", which cell "${first.cell}" gives too; rename one of the cells`,
    ];
  });
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return files;
}

/**
 * Where a figure or table is saved: a figure as SVG and PNG, a table as CSV.
 *
 * @param file What is saved.
 * @param notebook The notebook's path.
 * @returns Paths relative to the notebook's folder, such as `tables/04_table_1/table.csv`.
 */
export function exportPaths(
  { kind, name }: Pick<ExportedFile, "kind" | "name">,
  notebook: string,
): string[] {
  const stem = `${kind}s/${basename(notebook, ".ipynb")}/${name}`;
  return kind === "table" ? [`${stem}.csv`] : [`${stem}.svg`, `${stem}.png`];
}
