import type { CellOutput, NotebookDocument } from "../../lib/notebook/notebook_document.ts";

/** What the cells of a notebook show: by the id of a cell, the media types of each of its outputs. */
export type ShownOutputs = Readonly<Record<string, readonly string[]>>;

/** What every code cell of a notebook shows. */
export function shownOutputs({ cells }: NotebookDocument): ShownOutputs {
  return Object.fromEntries(
    cells.flatMap((cell) =>
      cell.cell_type === "code" ? [[cell.id, cell.outputs.map(mediaTypes)]] : []
    ),
  );
}

/**
 * Compares what cells show with what they are to show.
 *
 * @returns A line for each cell that shows something else, or that is only in one of both.
 */
export function differences(wanted: ShownOutputs, found: ShownOutputs): string[] {
  const ids = new Set([...Object.keys(wanted), ...Object.keys(found)]);
  return [...ids].flatMap((id) => {
    const [want, have] = [wanted[id], found[id]].map((shown) =>
      shown === undefined ? "no such cell" : shown.join("; ") || "no output"
    );
    return want === have ? [] : [`[cell "${id}"] wanted ${want}, found ${have}`];
  });
}

function mediaTypes(output: CellOutput): string {
  switch (output.output_type) {
    case "stream":
      return output.name;
    case "error":
      return `error ${output.ename}: ${output.evalue}`;
    default:
      return Object.keys(output.data).toSorted().join(", ");
  }
}
