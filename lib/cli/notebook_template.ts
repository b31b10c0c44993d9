import type { NotebookCell, NotebookDocument } from "../notebook/notebook_document.ts";

/**
 * A notebook to begin with: it opens the report, shows rows, lets look around, draws them and says what they come to.
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
        'import { aggregate, explore, md, openReport, plural, Plot, show, t } from "report";',
        "",
        "const report = await openReport();",
      ]),
      code("rows", [
        'const rows = report.initiatives.filter(({ audience }) => audience.includes("youth"));',
        "rows",
      ]),
      prose(
        "explore-title",
        "Look around first: choose what is counted and by what. *Copy Plot code* gives a cell that draws it.",
      ),
      code("explore", [
        "await show(explore(rows, {",
        "  counted: t`Initiatives`,",
        "  labels: {",
        "    kindLabel: t`Kind`,",
        "    themeLabels: t`Theme`,",
        "    platformLabels: t`Platform`,",
        "    territoryLabel: t`Territory`,",
        "  },",
        "  source: report.source(rows),",
        "}));",
      ]),
      code("figure", [
        'const byKind = aggregate(rows, { group: "kindLabel" });',
        "Plot.plot({",
        `  title: t\`${title.replaceAll(/[\\`$]/g, "\\$&")}\`,`,
        "  caption: report.source(rows),",
        "  x: { label: t`initiatives`, grid: true },",
        "  y: { label: null },",
        '  marks: [Plot.barX(byKind, { x: "value", y: "group", sort: { y: null } })],',
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
