import type { Language } from "../model/label.ts";
import { Markup, markup } from "../tables/markup.ts";
import { bookWords, mainPage, type Page, type Section, sectionsMarkup } from "./page.ts";
import type { BookParts } from "./gather.ts";
import { foldedCode } from "./notebook_page.ts";

/**
 * The page of what a cell can import, from what `deno doc` says.
 *
 * @param doc The plain text of `deno doc lib/mod.ts`.
 * @param language Language of the page; the documentation is in English.
 */
export function apiPage(doc: string, language: Language): Page {
  // Nothing that the library gives may be written to: the word would be half of what is said.
  const shown = doc.replaceAll(/\breadonly /g, "");
  const entries = shown.split(/^Defined in .*$/m).slice(1).map((entry) => {
    const [, signature = "", text = ""] = /^\s*([^]+?)(?:\n( {2}[A-Z@`][^]*))?$/.exec(entry) ?? [];
    const [, name = ""] =
      /^(?:abstract |async )*(?:class|const|function|interface|type|let|var|enum|namespace) ([\w$]+)/
        .exec(signature) ?? [];
    const told = text.trim() &&
      markup`<pre>${text.trimEnd().replaceAll(/^ {2}/gm, "")}</pre>`;
    return { name, html: markup`<pre><code>${signature.trimEnd()}</code></pre>${told}` };
  });
  const named = Map.groupBy(entries.filter(({ name }) => name !== ""), ({ name }) => name);
  const articles = Array.from(
    named,
    ([name, all]) =>
      markup`<article id="${name}"><details><summary><code>${name}</code></summary>${
        all.map(({ html }) => html)
      }</details></article>`,
  );
  const lead = markup`<p>${bookWords(language).apiLead}</p>\n<div lang="en">${articles}</div>`;
  return mainPage("api", { language, lead });
}

/**
 * The page that shows marks, scales and options with their code.
 *
 * @param gallery Its text: a heading of the second rank for each kind, one of the third for each case.
 * @param language Language of the page and of the pictures that there are in it.
 */
export function galleryPage({ text, pictures }: BookParts["gallery"], language: Language): Page {
  const [, ...kinds] = text.split(/^## /m);
  const caseMarkup = (one: string) => {
    const [title] = one.split("\n");
    const [, alt, file = ""] = /!\[([^\]]*)\]\(([^)]+)\)/.exec(one) ?? [];
    const [, code = ""] = /```js\n([\s\S]*?)```/.exec(one) ?? [];
    const own = file.replace(/-en\.svg$/, `-${language}.svg`);
    const svg = pictures.get(own) ?? pictures.get(file);
    const [width, height] = ["width", "height"].map((side) =>
      new RegExp(`^<svg [^>]*?\\b${side}="(\\d+)"`).exec(svg ?? "")?.[1]
    );
    const [, described] = /<desc>([^<]*)<\/desc>/.exec(svg ?? "") ?? [];
    const picture = svg &&
      markup`<div class="scroll" tabindex="0" role="group" aria-label="${title}">
<img src="../figures/gallery/${pictures.has(own) ? own : file}" alt="${
        described === undefined ? alt : new Markup(described.replaceAll('"', "&quot;"))
      }" width="${width}" height="${height}" loading="lazy"></div>`;
    return markup`<h3>${title}</h3>\n${picture}\n${foldedCode(code, title, language)}`;
  };
  const headings = kinds.map((kind, at): Section => ({
    id: `kind-${at + 1}`,
    said: kind.split("\n")[0],
    content: kind.split(/^### /m).slice(1).map(caseMarkup),
  }));
  const lead = markup`<p>${bookWords(language).galleryLead}</p>
<div lang="en">${sectionsMarkup(headings)}</div>`;
  return mainPage("gallery", { language, lead, headings });
}
