import type { NotebookCell, NotebookDocument } from "../notebook/notebook_document.ts";

/**
 * A notebook to begin with: it opens the report, shows rows, draws them and says what they come to.
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
        'import { md, openReport, plural, Plot, t } from "report";',
        "",
        "const report = await openReport();",
      ]),
      code("rows", [
        'const rows = report.initiatives.filter(({ audience }) => audience.includes("youth"));',
        "rows",
      ]),
      code("figure", [
        "Plot.plot({",
        `  title: t\`${title.replaceAll(/[\\`$]/g, "\\$&")}\`,`,
        "  caption: report.source(rows),",
        "  x: { label: t`initiatives`, grid: true },",
        "  y: { label: null },",
        '  marks: [Plot.barX(rows, Plot.groupY({ x: "count" }, { y: "kindLabel", sort: { y: "-x" } }))],',
        "})",
      ]),
      code("answer", [
        'md`**Answer.** ${plural(rows.length, { one: "# initiative is", other: "# initiatives are" })} for the young.`',
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
