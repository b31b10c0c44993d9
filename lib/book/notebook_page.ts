import { escape } from "@std/html";
import highlight from "highlight.js/lib/core";
import typescript from "highlight.js/lib/languages/typescript";
import type { MediaBundle } from "../model/displayable.ts";
import type { Language } from "../model/label.ts";
import type { NotebookCell, NotebookDocument } from "../notebook/notebook_document.ts";
import { markdownHtml, outputHtml } from "./value_html.ts";
import type { Page, PageLink } from "./page.ts";
import type { Site } from "./site.ts";
import { bookWords, liveWords } from "./words.ts";

highlight.configure({ classPrefix: "h-" });
highlight.registerLanguage("typescript", typescript);

/** A notebook of the book, in one language. */
export interface BookNotebook {
  /** Without ending, such as `04_table_1`. */
  readonly name: string;
  readonly language: Language;
  readonly document: NotebookDocument;
  /** What it imports that a page cannot give it; `undefined` if it runs in a page. */
  readonly needs: string | undefined;
}

/** The page of a notebook as others link to it. */
export function linkTo({ name, document }: BookNotebook): PageLink {
  const [first] = document.cells.filter(({ cell_type }) => cell_type === "markdown");
  const title = /^#\s+(.*(?:\n(?!\n).+)*)/.exec(first?.source ?? "")?.[1] ?? name;
  return { name: `${name}.html`, title: title.replaceAll(/\s+/g, " ") };
}

const highlighted = new Map<string, string>();

/** Code with its parts told apart, as HTML; notebooks have the same code in each language. */
function codeHtml(code: string): string {
  const html = highlighted.get(code) ??
    highlight.highlight(code, { language: "typescript" }).value;
  highlighted.set(code, html);
  return html;
}

/**
 * The page of a notebook: prose and what its cells show, with the code of each folded away.
 *
 * @param notebook The notebook with the outputs of a run.
 * @param site Takes its pictures.
 * @param edition The edition that its cells open.
 */
export function notebookPage(notebook: BookNotebook, site: Site, edition: string): Page {
  const { language, document, needs } = notebook;
  const link = linkTo(notebook);
  const headings: { id: string; html: string }[] = [];
  let isFirst = true;
  const proseHtml = ({ id, source }: NotebookCell) => {
    const html = site.cleaned(markdownHtml(source), picturesOf(notebook, id))
      .replace(/<(\/?)h1>/g, (tag, slash) => {
        const isTitle = isFirst;
        if (slash === "/") isFirst = false;
        return isTitle ? tag : `<${slash}h2>`;
      });
    const [, said] = /<h2>(.*?)<\/h2>/s.exec(html) ?? [];
    if (said !== undefined) headings.push({ id, html: said });
    const live = /<h1>/.test(html) ? liveHtml(notebook) : "";
    return `<section id="${id}" class="prose">\n${html}${live}</section>`;
  };
  const cells = document.cells.map((cell) =>
    cell.cell_type === "code"
      ? cellHtml(cell, notebook, site)
      : cell.cell_type === "markdown"
      ? proseHtml(cell)
      : ""
  );
  const body = needs === undefined
    ? `<div data-live data-notebook="${notebook.name}" data-edition="${escape(edition)}">\n${
      cells.join("\n")
    }\n</div>`
    : cells.join("\n");
  return { ...link, language, body, headings };
}

function picturesOf({ language, name }: BookNotebook, cell: string) {
  const tableLabel = liveWords[language].table;
  return { pictures: `${language}/${name}/${cell}`, tableLabel };
}

/** Where the buttons come that run a page, or why there are none. */
function liveHtml({ needs, language }: BookNotebook): string {
  return needs === undefined
    ? `<div class="live-bar" data-run="${bookWords(language).run}"></div>\n`
    : `<p class="note">${escape(bookWords(language).needsEngine(needs))}</p>\n`;
}

function cellHtml(
  cell: NotebookCell & { cell_type: "code" },
  notebook: BookNotebook,
  site: Site,
): string {
  const { id, source, outputs } = cell, words = bookWords(notebook.language);
  const html = outputs.map((output) => {
    const bundle: MediaBundle = "data" in output
      ? output.data as MediaBundle
      : { "text/plain": "text" in output ? output.text : `${output.ename}: ${output.evalue}` };
    return `<div class="output">${outputHtml(bundle)}</div>`;
  });
  const shown = site.cleaned(html.join("\n"), picturesOf(notebook, id));
  return [
    `<section id="${id}" class="cell">`,
    `<details class="code"><summary>${words.code} <span>${id}</span></summary><pre tabindex="0"><code>${
      codeHtml(source)
    }</code></pre></details>`,
    `<div class="outputs">${shown}</div>`,
    "</section>",
  ].join("\n");
}
