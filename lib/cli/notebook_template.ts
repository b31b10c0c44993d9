import type { CodeCell, NotebookCell, NotebookDocument } from "../notebook/notebook_document.ts";

/**
 * A notebook to begin with: it opens the report, shows rows, lets look around, draws them and says what they come to.
 *
 * @param title What it is about, in the words of whoever asks.
 * @param edition The edition that it opens.
 * @returns A notebook that runs, and that has not run yet.
 */
export function notebookTemplate(title: string, edition: string): NotebookDocument {
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: [
      prose("title", `# ${title}\n\nThe question, in one sentence.`),
      {
        ...code("parameters", [`const edition = ${JSON.stringify(edition)};`]),
        metadata: { tags: ["parameters"] },
      },
      code("open", [
        'import { aggregate, explore, md, openReport, plural, Plot, show, t } from "report";',
        "",
        "const report = await openReport(edition);",
      ]),
      code("rows", [
        "const rows = report.observations.filter(({ value }) => value > 0);",
        "rows",
      ]),
      prose(
        "explore-title",
        "Look around first: choose what is counted and by what. *Copy Plot code* gives a cell that draws it.",
      ),
      code("explore", [
        "await show(explore(rows, {",
        "  counted: t`Numbers`,",
        "  labels: {",
        "    indicatorLabel: t`Quantity`,",
        "    scopeLabel: t`Counted over`,",
        "    territoryLabel: t`Place`,",
        "    period: t`When`,",
        "  },",
        "  source: report.source(rows),",
        "}));",
      ]),
      code("figure", [
        'const byQuantity = aggregate(rows, { group: "indicatorLabel" });',
        "Plot.plot({",
        `  title: t\`${title.replaceAll(/[\\`$]/g, "\\$&")}\`,`,
        "  caption: report.source(rows),",
        "  x: { label: t`numbers printed`, grid: true },",
        "  y: { label: null },",
        '  marks: [Plot.barX(byQuantity, { x: "value", y: "group", sort: { y: "-x", limit: 10 } })],',
        "})",
      ]),
      code("answer", [
        'md`**Answer.** ${plural(rows.length, { one: "# number is", other: "# numbers are" })} above 0.`',
      ]),
      prose("limits", "What this does not tell."),
    ],
  };
}

function prose(id: string, source: string): NotebookCell {
  return { cell_type: "markdown", id, metadata: {}, source };
}

function code(id: string, lines: readonly string[]): CodeCell {
  const source = lines.join("\n");
  return { cell_type: "code", id, metadata: {}, source, outputs: [], execution_count: null };
}
