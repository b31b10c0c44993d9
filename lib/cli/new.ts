import { basename, join } from "node:path";
import { InputError } from "../errors/problem.ts";
import { findEdition } from "../load/edition_folder.ts";
import type { CodeCell, NotebookCell, NotebookDocument } from "../notebook/notebook_document.ts";
import { serializeNotebook } from "../notebook/serialize_notebook.ts";
import { command, type CommonOptions, runCommand } from "./command.ts";
import { notebookFolder, notebookPaths } from "./notebook_paths.ts";
import { writeTogether } from "./write_together.ts";

/** A topic as part of a file's name: words in small letters, in any script. */
function nameOf(topic: string): string {
  const words = topic.normalize("NFC").toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (words.length > 0) return words.join("_");
  const message = 'expected words, such as deno task new "young readers"';
  throw new InputError("Cannot make a notebook", [{ path: JSON.stringify(topic), message }]);
}

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
      code("parameters", [`const edition = ${JSON.stringify(edition)};`], { tags: ["parameters"] }),
      code("open", [
        'import { aggregate, explore, md, openReport, plural, Plot, show, t } from "report";\n',
        "const report = await openReport(edition);",
      ]),
      code("rows", ["const rows = report.observations.filter(({ value }) => value > 0);", "rows"]),
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

function code(id: string, lines: readonly string[], metadata: CodeCell["metadata"] = {}): CodeCell {
  const source = lines.join("\n");
  return { cell_type: "code", id, metadata, source, outputs: [], execution_count: null };
}

const program = command("new", ["edition"])
  .argument("<topic...>", "what it is about")
  .action(async (words: string[], { edition }: CommonOptions) => {
    // Else the notebook would not run.
    await findEdition(edition);
    const topic = words.join(" ").trim();
    const names = (await notebookPaths([])).map((path) => basename(path, ".ipynb"));
    const existing = names.find((name) => name.replace(/^\d+_/, "") === nameOf(topic));
    if (existing !== undefined) {
      const message = "is about this already; choose another topic, or work in it";
      const path = join(notebookFolder(), `${existing}.ipynb`);
      throw new InputError("Cannot make a notebook", [{ path, message }]);
    }
    const numbers = names.map((name) => Number(/^\d+(?=_)/.exec(name)?.[0] ?? 0));
    const next = String(Math.max(0, ...numbers) + 1).padStart(2, "0");
    const name = `${next}_${nameOf(topic)}`;
    const path = join(notebookFolder(), `${name}.ipynb`);
    await writeTogether([{ path, content: serializeNotebook(notebookTemplate(topic, edition)) }]);
    console.log(`Wrote ${path}`);
    console.log(`deno task lab opens it, deno task reproduce ${name} runs it`);
  });

if (import.meta.main) await runCommand(program);
