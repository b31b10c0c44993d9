import { escape } from "@std/html";
import type { Language } from "../model/label.ts";
import { joinHoles, type Markup, markup, type Part } from "../tables/markup.ts";
import { type Words, words } from "../words/words.ts";

/**
 * A table that scrolls where it is too wide.
 *
 * @param label What it is called for who cannot see it.
 * @param heads The headings of its columns.
 * @param rows Its rows, each a list of cells.
 */
export function tableMarkup(
  label: string,
  { heads, rows }: { readonly heads: readonly Part[]; readonly rows: readonly (readonly Part[])[] },
): Markup {
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="${label}"><table>
<thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${
    rows.map(([first, ...others]) =>
      markup`<tr><th scope="row">${first}</th>${
        others.map((cell) => markup`<td>${cell}</td>`)
      }</tr>`
    )
  }</tbody></table></div>`;
}

/** Names with what is told of each, as a list of definitions; those of which nothing is told are left out. */
export function definitionList(
  fields: readonly (readonly [name: string, told: readonly Part[]])[],
): Markup {
  return markup`<dl>${
    fields.map(([name, told]) => [name, told.filter((one) => String(one ?? "") !== "")] as const)
      .filter(([, told]) => told.length > 0)
      .map(([name, told]) => markup`<dt>${name}<dd>${joinHoles(told, "<br>")}`)
  }</dl>`;
}

/** What the book says where it is made, headings of tables among it. */
export function bookWords(
  language: Language,
): Omit<Words["headings"], keyof Words["book"]> & Words["book"] {
  return { ...words[language].headings, ...words[language].book };
}

/** A page of the book. */
export interface Page {
  /** Its name in the folder of a language, such as `04_table_1.html`. */
  readonly name: string;
  readonly language: Language;
  readonly title: string;
  /** Its text, with its heading. */
  readonly body: Markup;
  /** Its headings of the second rank: what each links to, and what it says. */
  readonly headings?: readonly { readonly id: string; readonly said: Part }[];
  /** Addresses of scripts that it needs besides, from the root. */
  readonly scripts?: readonly string[];
  readonly before?: PageLink;
  readonly after?: PageLink;
  /** What else stands in its head. */
  readonly head?: Markup;
}

/** A page by its name and title. */
export type PageLink = Pick<Page, "name" | "title">;

/** What a page may load: files of the site and nothing else; no script or style that stands in it, and no code made of texts. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
  "frame-src 'self'; img-src 'self' data: blob:; base-uri 'none'; form-action 'none'";

/** The pages that every page leads to, by the word for each. */
const mainPages = {
  contents: "index.html",
  findings: "findings.html",
  claims: "claims.html",
  whatIf: "what-if.html",
  explorer: "explorer.html",
  data: "data.html",
  gallery: "gallery.html",
  api: "api.html",
} as const;

/** A part of a page under a heading of its own. */
export interface Section {
  readonly id: string;
  readonly said: Part;
  readonly content: Part;
}

/** Parts of a page below each other. */
export function sectionsMarkup(sections: readonly Section[]): Markup {
  return markup`${
    sections.map(({ id, said, content }) => markup`<h2 id="${id}">${said}</h2>\n${content}`)
  }`;
}

/**
 * One of the pages that every page leads to, under its name.
 *
 * @param word The word for it.
 * @param page Its language, what stands below its heading, its parts, and what else it has.
 */
export function mainPage(
  word: keyof typeof mainPages,
  { lead, sections = [], ...page }: Partial<Page> & Pick<Page, "language"> & {
    readonly lead: Part;
    readonly sections?: readonly Section[];
  },
): Page {
  const title = bookWords(page.language)[word], name = mainPages[word];
  const parts = sections.length > 0 && markup`\n${sectionsMarkup(sections)}`;
  const body = markup`<h1>${title}</h1>\n${lead}${parts}`;
  return { name, title, body, headings: sections, ...page };
}

/** How a policy names a script or style that stands in a page: by its digest. */
export async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `'sha256-${new Uint8Array(digest).toBase64()}'`;
}

/** A document as HTML, whose head and body are HTML. */
export function documentHtml(
  { language, policy, title, head, body }: Readonly<
    Record<"language" | "policy" | "title" | "head" | "body", string>
  >,
): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
${head}
</head>
<body>
${body}
</body>
</html>
`;
}

/**
 * A page as HTML, which can be read without scripts.
 *
 * @param page What it says.
 * @param title What the whole book is called.
 */
export function pageHtml(page: Page, title: string): string {
  const { name, language, headings = [], scripts = [], before, after } = page;
  const said = bookWords(language), other = language === "en" ? "ru" : "en";
  const links = Object.entries(mainPages).map(([word, to]) => {
    const current = to === name ? markup` aria-current="page"` : "";
    return markup`<li><a href="${to}"${current}>${said[word as keyof typeof mainPages]}</a></li>`;
  });
  const contents = headings.length < 2 ? undefined : markup`
<nav class="toc" aria-labelledby="book-toc"><details><summary id="book-toc">${said.onThisPage}</summary>
<ol>${headings.map(({ id, said }) => markup`<li><a href="#${id}">${said}</a></li>`)}</ol>
</details></nav>`;
  const step = (link: PageLink | undefined, rel: string, label: string) =>
    link && markup`<a rel="${rel}" href="${link.name}"><small>${label}</small> ${link.title}</a>`;
  const steps = before &&
    markup`<nav class="steps" aria-label="${said.previous}, ${said.next}">${
      step(before, "prev", said.previous)
    }${step(after, "next", said.next)}</nav>`;
  return documentHtml({
    language,
    policy,
    title: page.title === title ? title : `${page.title} · ${title}`,
    head: markup`<link rel="icon" href="data:,">
<link rel="stylesheet" href="../book.css">
${
      [language, other].map((one) =>
        markup`<link rel="alternate" hreflang="${one}" href="../${one}/${name}">`
      )
    }
${
      ["tables.js", "book.js", ...scripts].map((path) =>
        markup`<script src="../${path}" defer></script>`
      )
    }${page.head}`.text,
    body: markup`<a class="skip" href="#book-main">${said.skip}</a>
<header class="site"><nav aria-label="${said.pages}"><ul>${links}</ul></nav>
<a class="language" rel="alternate" hreflang="${other}" lang="${other}" href="../${other}/${name}">${
      bookWords(other).language
    }</a></header>
<div class="columns${contents ? "" : " single"}">
${contents}
<main id="book-main" tabindex="-1">
${page.body}
</main>
</div>
${steps}<footer><p>${said.licence}</p></footer>`.text,
  });
}
