import type { NotebookCell, NotebookDocument } from "../notebook/notebook_document.ts";

/**
 * A notebook to begin with: it opens the report, shows rows and draws them.
 *
 * @param name The file's name without ending, such as `15_young_readers`.
 * @param title What it is about, in the words of whoever asks.
 * @returns A notebook that runs, and that has not run yet.
 */
export function notebookTemplate(name: string, title: string): NotebookDocument {
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: [
      prose("title", `# ${title}\n\nThe question, in one sentence.`),
      code("open", [
        'import { countBy, openWorkbook, Plot } from "report";',
        "",
        `const book = await openWorkbook(${JSON.stringify(name)});`,
        "const { initiatives } = book.report;",
      ]),
      code("rows", ['const kinds = countBy(initiatives, "kind");', "kinds"]),
      code("figure", [
        "Plot.plot({",
        `  title: ${JSON.stringify(title)},`,
        "  y: { label: null },",
        '  marks: [Plot.barX(kinds, { x: "count", y: "value", sort: { y: "-x" } })],',
        "})",
      ]),
      prose("limits", "What this does not tell."),
    ],
  };
}

function prose(id: string, source: string): NotebookCell {
  return { cell_type: "markdown", id, metadata: {}, source };
}

function code(id: string, lines: readonly string[]): NotebookCell {
  const source = lines.join("\n");
  return { cell_type: "code", id, metadata: {}, source, outputs: [], execution_count: null };
}
