import highlight from "highlight.js/lib/core";
import typescript from "highlight.js/lib/languages/typescript";
import type { MediaBundle } from "../model/displayable.ts";
import type { Language } from "../model/label.ts";
import type { NotebookDocument } from "../notebook/notebook_document.ts";
import { fingerprint } from "../notebook/staleness/staleness.ts";
import type { LiveCell } from "./browser/live_message.ts";
import { Markup, markup, type Part } from "../tables/markup.ts";
import { bookWords, type Page, type PageLink } from "./page.ts";
import { words } from "../words/words.ts";
import type { Site } from "./site.ts";
import { markdownHtml, outputHtml } from "./value_html.ts";

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

/** The code cells of a notebook, as a page runs them. */
export function liveCells({ document }: BookNotebook): LiveCell[] {
  return document.cells.filter(({ cell_type }) => cell_type === "code")
    .map(({ id, source }) => ({ id, source }));
}

/** The page of a notebook as others link to it. */
export function linkTo({ name, document }: BookNotebook): PageLink {
  const [first] = document.cells.filter(({ cell_type }) => cell_type === "markdown");
  const title = /^#\s+(.*(?:\n(?!\n).+)*)/.exec(first?.source ?? "")?.[1] ?? name;
  return { name: `${name}.html`, title: title.replaceAll(/\s+/g, " ") };
}

const highlighted = new Map<string, Markup>();

/** Code with its parts told apart; notebooks have the same code in each language. */
function highlightedCode(code: string): Markup {
  const html = highlighted.get(code) ??
    new Markup(highlight.highlight(code, { language: "typescript" }).value);
  highlighted.set(code, html);
  return html;
}

/** Code that is folded away under a name. */
export function foldedCode(code: Part, name: string, language: Language): Markup {
  return markup`<details class="code"><summary>${
    bookWords(language).code
  } <span>${name}</span></summary><pre tabindex="0"><code>${code}</code></pre></details>`;
}

/** Where the button comes that runs a page, with what takes its place when it is pressed. */
function liveBar(language: Language): Markup {
  const said = bookWords(language);
  return markup`<div class="live-bar" data-run="${said.run}" data-changed="${said.changed}"><template>
<button type="button" class="main" hidden>${said.runAgain}</button>
<button type="button" disabled hidden>${said.stop}</button>
<button type="button" hidden>${said.reset}</button>
<p role="status">${said.loading}</p>
<details hidden><summary>${said.changedValue}</summary>
<label>${said.changedValue}<select><option value="">${said.none}</option></select></label>
<label>${said.changedTo}<input autocomplete="off"></label>
<p class="note">${said.runHint}</p></details></template></div>`;
}

/**
 * The page of a notebook: prose and what its cells show, with the code of each folded away.
 *
 * @param notebook The notebook with the outputs of a run.
 * @param site Takes its pictures.
 * @param edition The edition that its cells open.
 */
export function notebookPage(notebook: BookNotebook, site: Site, edition: string): Page {
  const { language, name, document, needs } = notebook, said = bookWords(language);
  const headings: { id: string; said: Markup }[] = [];
  const { live: { wide: tableLabel } } = words[language];
  const clean = (html: string, cell: string) =>
    site.clean(html, { pictures: `${language}/${name}/${cell}`, tableLabel });
  // Where the buttons come that run the page, or why there are none.
  const live = needs === undefined
    ? liveBar(language)
    : markup`<p class="note">${said.needsEngine(needs)}</p>`;
  let isTitle = true;
  const cells = document.cells.map((cell) => {
    const { id, source } = cell;
    if (cell.cell_type === "markdown") {
      const html = clean(markdownHtml(source), id).text.replaceAll(/<(\/?)h1>/g, (tag, slash) => {
        const kept = isTitle ? tag : `<${slash}h2>`;
        if (slash === "/") isTitle = false;
        return kept;
      });
      const [, heading] = /<h2>(.*?)<\/h2>/s.exec(html) ?? [];
      if (heading !== undefined) headings.push({ id, said: new Markup(heading) });
      return markup`<section id="${id}" class="prose">
${new Markup(html)}${html.includes("<h1>") && live}</section>`;
    }
    if (cell.cell_type !== "code") return undefined;
    const shown = cell.outputs.map((output) => {
      const bundle: MediaBundle = "data" in output
        ? output.data as MediaBundle
        : { "text/plain": "text" in output ? output.text : `${output.ename}: ${output.evalue}` };
      return `<div class="output">${outputHtml(bundle)}</div>`;
    });
    return markup`<section id="${id}" class="cell">
${foldedCode(highlightedCode(source), id, language)}
<div class="outputs">${clean(shown.join("\n"), id)}</div>
</section>`;
  });
  const code = fingerprint(JSON.stringify(liveCells(notebook)));
  const body = needs === undefined
    ? markup`<div data-live data-notebook="${name}" data-edition="${edition}" data-code="${code}">
${cells}
</div>`
    : markup`${cells}`;
  return { ...linkTo(notebook), language, body, headings };
}
