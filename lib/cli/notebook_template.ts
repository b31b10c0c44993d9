import type { NotebookCell, NotebookDocument } from "../notebook/notebook_document.ts";

/**
 * A notebook to begin with: it opens the report, says how many rows there are and draws them.
 *
 * @param title What it is about, in the words of whoever asks.
 * @returns A notebook that runs, and that has not run yet.
 */
export function notebookTemplate(title: string): NotebookDocument {
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: [
      prose("title", `# ${title}\n\nThe question, in one sentence.`),
      code("open", [
        'import { md, openReport, Plot, t } from "report";',
        "",
        "const report = await openReport();",
        "const { initiatives } = report;",
      ]),
      code("answer", ["md`The report tells of **${initiatives.length}** initiatives.`"]),
      code("figure", [
        "Plot.plot({",
        `  title: t\`${title.replaceAll(/[`\\$]/g, "\\$&")}\`,`,
        "  caption: report.source(initiatives),",
        "  y: { label: null },",
        '  marks: [Plot.barX(initiatives, Plot.groupY({ x: "count" }, { y: "kindLabel", sort: { y: "-x" } }))],',
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
