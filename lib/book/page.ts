import { escape } from "@std/html";
import type { Language } from "../model/label.ts";
import { bookWords } from "./words.ts";

/** A page of the book. */
export interface Page {
  /** Its name in the folder of a language, such as `04_table_1.html`. */
  readonly name: string;
  readonly language: Language;
  readonly title: string;
  /** Its text, as HTML, with its heading. */
  readonly body: string;
  /** Its headings of the second rank: what each links to, and what it says, as HTML. */
  readonly headings?: readonly { readonly id: string; readonly html: string }[];
  /** Addresses of scripts that it needs besides, from the root. */
  readonly scripts?: readonly string[];
  readonly before?: PageLink;
  readonly after?: PageLink;
  /** What else stands in its head, as HTML. */
  readonly head?: string;
}

/** A page by its name and title. */
export type PageLink = Pick<Page, "name" | "title">;

/** What a page may load: files of the site and nothing else; no script or style that stands in it, and no code made of texts. */
const policy = [
  "default-src 'none'",
  ...["script-src", "style-src", "connect-src", "frame-src"].map((what) => `${what} 'self'`),
  "img-src 'self' data: blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The pages that every page leads to. */
function mainPages(language: Language): PageLink[] {
  const words = bookWords(language);
  return [
    { name: "index.html", title: words.contents },
    { name: "findings.html", title: words.findings },
    { name: "claims.html", title: words.claims },
    { name: "what-if.html", title: words.whatIf },
    { name: "explorer.html", title: words.explorer },
    { name: "data.html", title: words.data },
    { name: "gallery.html", title: words.gallery },
    { name: "api.html", title: words.api },
  ];
}

/** What every page of HTML begins and ends with. */
export interface HtmlDocument {
  readonly language: string;
  /** The Content-Security-Policy. */
  readonly policy: string;
  /** The title, as text. */
  readonly title: string;
  /** What else stands in the head, each on a line of its own. */
  readonly head: string;
  readonly body: string;
}

/** A document as HTML. */
export function documentHtml({ language, policy, title, head, body }: HtmlDocument): string {
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
  const { name, language, body, headings = [], scripts = [], before, after, head = "" } = page;
  const words = bookWords(language);
  const links = mainPages(language).map((link) =>
    `<li><a href="${link.name}"${link.name === name ? ' aria-current="page"' : ""}>${
      escape(link.title)
    }</a></li>`
  );
  const contents = headings.length < 2 ? "" : [
    `<nav class="toc" aria-labelledby="book-toc"><details><summary id="book-toc">${words.onThisPage}</summary><ol>`,
    ...headings.map(({ id, html }) => `<li><a href="#${escape(id)}">${html}</a></li>`),
    "</ol></details></nav>",
  ].join("\n");
  const step = (link: PageLink | undefined, rel: string, label: string) =>
    link === undefined
      ? ""
      : `<a rel="${rel}" href="${link.name}"><small>${label}</small> ${escape(link.title)}</a>`;
  const steps = before === undefined && after === undefined ? "" : [
    `<nav class="steps" aria-label="${words.previous}, ${words.next}">`,
    step(before, "prev", words.previous),
    step(after, "next", words.next),
    "</nav>\n",
  ].join("");
  return documentHtml({
    language,
    policy,
    title: page.title === title ? title : `${page.title} · ${title}`,
    head: [
      '<link rel="icon" href="data:,">',
      '<link rel="stylesheet" href="../book.css">',
      ...(["en", "ru"] as const).map((other) =>
        `<link rel="alternate" hreflang="${other}" href="../${other}/${name}">`
      ),
      ...["tables.js", "book.js", ...scripts].map((script) =>
        `<script src="../${script}" defer></script>`
      ),
      head,
    ].join("\n").trimEnd(),
    body: `<a class="skip" href="#book-main">${words.skip}</a>
<header class="site"><nav aria-label="${words.pages}"><ul>${links.join("")}</ul></nav>${
      languageSwitch(name, language)
    }</header>
<div class="columns${contents === "" ? " single" : ""}">
${contents}
<main id="book-main" tabindex="-1">
${body}
</main>
</div>
${steps}<footer><p>${words.licence}</p></footer>`,
  });
}

function languageSwitch(name: string, language: Language): string {
  const other = language === "en" ? "ru" : "en";
  return `<a class="language" rel="alternate" hreflang="${other}" lang="${other}" href="../${other}/${name}">${
    bookWords(other).language
  }</a>`;
}
