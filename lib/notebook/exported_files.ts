import { z } from "zod";
import type { CellOutput, NotebookDocument } from "./notebook_document.ts";

/** A figure or a table that a notebook gives to be saved beside it. */
export interface ExportedFile {
  /** Its name without a folder and an ending, such as `users-by-mode`. */
  readonly name: string;
  readonly kind: "figure" | "table";
  /** SVG of a figure, CSV of a table. */
  readonly text: string;
  /** The id of the cell that gives it. */
  readonly cell: string;
}

const mark = z.object({
  report: z.object({
    name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    kind: z.enum(["figure", "table"]),
  }),
});

const mimeTypes = { figure: "image/svg+xml", table: "text/csv" } as const;

/**
 * Lists what a notebook gives to be saved: displays whose metadata names them, as
 * `{"report": {"name": "users-by-mode", "kind": "figure"}}`.
 *
 * @param document A notebook that has run.
 * @returns The figures and tables, in order.
 * @throws {Error} Listing every name that is given twice or malformed, and every missing text.
 */
export function exportedFiles(document: NotebookDocument): ExportedFile[] {
  const files: ExportedFile[] = [];
  const problems: string[] = [];
  for (const cell of document.cells) {
    if (cell.cell_type !== "code") continue;
    for (const output of cell.outputs) {
      const found = exported(output, cell.id);
      if (typeof found === "string") problems.push(`[cell "${cell.id}"]: ${found}`);
      else if (found) files.push(found);
    }
  }
  const seen = new Map<string, string>();
  for (const { name, kind, cell } of files) {
    const first = seen.get(`${kind} ${name}`);
    if (first !== undefined) {
      problems.push(
        `[cell "${cell}"]: wanted a name of its own, found the ${kind} "${name}" of cell "${first}" again; rename one`,
      );
    } else seen.set(`${kind} ${name}`, cell);
  }
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return files;
}

function exported(output: CellOutput, cell: string): ExportedFile | string | undefined {
  if (output.output_type !== "display_data" || !("report" in output.metadata)) return undefined;
  const parsed = mark.safeParse(output.metadata);
  if (!parsed.success) {
    const found = JSON.stringify(output.metadata.report);
    return `wanted metadata as {"report":{"name":"lower-case-words","kind":"figure"|"table"}}, found ${found}`;
  }
  const { name, kind } = parsed.data.report;
  const text = output.data[mimeTypes[kind]];
  if (typeof text !== "string") {
    return `wanted ${mimeTypes[kind]} for the ${kind} "${name}", found none`;
  }
  return { name, kind, text, cell };
}
