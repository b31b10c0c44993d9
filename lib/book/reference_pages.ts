import { escape } from "@std/html";
import type { Language } from "../model/label.ts";
import type { Page } from "./page.ts";
import type { Site } from "./site.ts";
import { bookWords } from "./words.ts";

/**
 * The page of what a cell can import, from what `deno doc` says.
 *
 * @param doc The plain text of `deno doc lib/mod.ts`.
 * @param language Language of the page; the documentation is in English.
 */
export function apiPage(doc: string, language: Language): Page {
  const said = bookWords(language);
  // Nothing that the library gives may be written to: the word would be half of what is said.
  const told = doc.replaceAll(/\breadonly /g, "");
  const entries = told.split(/^Defined in .*$/m).slice(1).map((entry) => {
    const lines = entry.trim().split("\n");
    const end = lines.findIndex((line, at) => at > 0 && /^ {2}[A-Z@`]/.test(line));
    const signature = lines.slice(0, end < 0 ? lines.length : end).join("\n");
    const [, name = ""] =
      /^(?:abstract |async )*(?:class|const|function|interface|type|let|var|enum|namespace) ([\w$]+)/
        .exec(signature) ?? [];
    return { name, signature, text: end < 0 ? "" : lines.slice(end).join("\n") };
  });
  const byName = [...Map.groupBy(entries, ({ name }) => name)].filter(([name]) => name !== "");
  const body = byName.map(([name, all]) =>
    `<article id="${name}"><details><summary><code>${name}</code></summary>${
      all.map(({ signature, text }) =>
        `<pre><code>${escape(signature)}</code></pre>${
          text === "" ? "" : `<pre>${escape(text.replaceAll(/^ {2}/gm, ""))}</pre>`
        }`
      ).join("\n")
    }</details></article>`
  );
  return {
    ...{ name: "api.html", title: said.api, language },
    body: `<h1>${said.api}</h1>\n<p>${said.apiLead}</p>\n<div lang="en">${body.join("\n")}</div>`,
  };
}

/** A gallery: its text in Markdown, with its pictures beside it. */
export interface Gallery {
  readonly text: string;
  readonly pictures: ReadonlyMap<string, string>;
}

/** Puts the pictures of the gallery into the site. */
export function addGallery({ pictures }: Gallery, site: Site): void {
  for (const [name, svg] of pictures) site.files.set(`figures/gallery/${name}`, svg);
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
  const headings = kinds.map((kind, at) => ({
    id: `kind-${at + 1}`,
    html: escape(kind.split("\n")[0]),
  }));
  const cases = (kind: string) =>
    kind.split(/^### /m).slice(1).map((one) => {
      const [title] = one.split("\n");
      const [, alt, file] = /!\[([^\]]*)\]\(([^)]+)\)/.exec(one) ?? [];
      const [, code = ""] = /```js\n([\s\S]*?)```/.exec(one) ?? [];
      const own = file?.replace(/-en\.svg$/, `-${language}.svg`) ?? "";
      const svg = pictures.get(own) ?? pictures.get(file) ?? "";
      const shown = pictures.has(own) ? own : file;
      const [, width] = /^<svg [^>]*?\bwidth="(\d+)"/.exec(svg) ?? [];
      const [, height] = /^<svg [^>]*?\bheight="(\d+)"/.exec(svg) ?? [];
      const picture = svg === ""
        ? ""
        : `<div class="scroll" tabindex="0" role="group" aria-label="${
          escape(title)
        }"><img src="../figures/gallery/${shown}" alt="${
          escape(altOf(svg) ?? alt)
        }" width="${width}" height="${height}" loading="lazy"></div>`;
      return `<h3>${escape(title)}</h3>\n${picture}
<details class="code"><summary>${said.code} <span>${
        escape(title)
      }</span></summary><pre tabindex="0"><code>${escape(code)}</code></pre></details>`;
    });
  const body = kinds.map((kind, at) =>
    `<h2 id="kind-${at + 1}">${headings[at].html}</h2>\n${cases(kind).join("\n")}`
  );
  return {
    ...{ name: "gallery.html", title: said.gallery, language, headings },
    body: `<h1>${said.gallery}</h1>\n<p>${said.galleryLead}</p>\n<div lang="en">${
      body.join("\n")
    }</div>`,
  };
}

function altOf(svg: string): string | undefined {
  return /<desc>([^<]*)<\/desc>/.exec(svg)?.[1].replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}
