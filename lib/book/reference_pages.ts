import type { Language } from "../model/label.ts";
import { Markup, markup } from "../tables/markup.ts";
import { bookWords, type Page } from "./page.ts";
import { foldedCode } from "./notebook_page.ts";

/**
 * The page of what a cell can import, from what `deno doc` says.
 *
 * @param doc The plain text of `deno doc lib/mod.ts`.
 * @param language Language of the page; the documentation is in English.
 */
export function apiPage(doc: string, language: Language): Page {
  const said = bookWords(language);
  // Nothing that the library gives may be written to: the word would be half of what is said.
  const shown = doc.replaceAll(/\breadonly /g, "");
  const entries = shown.split(/^Defined in .*$/m).slice(1).map((entry) => {
    const [, signature = "", text = ""] = /^\s*([^]+?)(?:\n( {2}[A-Z@`][^]*))?$/.exec(entry) ?? [];
    const [, name = ""] =
      /^(?:abstract |async )*(?:class|const|function|interface|type|let|var|enum|namespace) ([\w$]+)/
        .exec(signature) ?? [];
    const told = text.trim() &&
      markup`<pre>${text.trimEnd().replaceAll(/^ {2}/gm, "")}</pre>`;
    return {
      name,
      html: markup`<pre><code>${signature.trimEnd()}</code></pre>${told}`,
    };
  });
  const byName = [...Map.groupBy(entries, ({ name }) => name)].filter(([name]) => name !== "");
  return {
    ...{ name: "api.html", title: said.api, language },
    body: markup`<h1>${said.api}</h1>
<p>${said.apiLead}</p>
<div lang="en">${
      byName.map(([name, all]) =>
        markup`<article id="${name}"><details><summary><code>${name}</code></summary>${
          all.map(({ html }) => html)
        }</details></article>`
      )
    }</div>`,
  };
}

/** A gallery: its text in Markdown, with its pictures beside it. */
export interface Gallery {
  readonly text: string;
  readonly pictures: ReadonlyMap<string, string>;
}

/**
 * The page that shows marks, scales and options with their code.
 *
 * @param gallery Its text: a heading of the second rank for each kind, one of the third for each case.
 * @param language Language of the page and of the pictures that there are in it.
 */
export function galleryPage({ text, pictures }: Gallery, language: Language): Page {
  const said = bookWords(language);
  const [, ...kinds] = text.split(/^## /m);
  const headings = kinds.map((kind, at) => ({ id: `kind-${at + 1}`, said: kind.split("\n")[0] }));
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
  const body = kinds.map((kind, at) => [
    markup`<h2 id="${headings[at].id}">${headings[at].said}</h2>`,
    kind.split(/^### /m).slice(1).map(caseMarkup),
  ]);
  return {
    ...{ name: "gallery.html", title: said.gallery, language, headings },
    body: markup`<h1>${said.gallery}</h1>
<p>${said.galleryLead}</p>
<div lang="en">${body}</div>`,
  };
}
