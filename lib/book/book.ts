import { escape } from "@std/html";
import type { OpenReport } from "../report/label_report.ts";
import { tableScript } from "../tables/table_script.ts";
import { tableStyle } from "../tables/table_html.ts";
import { verdictColors } from "../display/verdict_words.ts";
import { explorerScript } from "../explore/explorer_script.ts";
import { addData, type BookData, dataPage } from "./data_page.ts";
import { findingsPage } from "./findings_page.ts";
import { type BookNotebook, linkTo, notebookPage } from "./notebook_page.ts";
import { documentHtml, type Page, pageHtml } from "./page.ts";
import { pdfPath } from "./pdf.ts";
import { addGallery, apiPage, type Gallery, galleryPage } from "./reference_pages.ts";
import { claimsPage, countsText, explorerPage, whatIfPage } from "./report_pages.ts";
import { deadLinks, Site } from "./site.ts";
import { bookWords } from "./words.ts";

/** All that a book is made of. */
export interface BookParts {
  /** The edition, opened in each language. */
  readonly reports: readonly OpenReport[];
  /** The notebooks in each language, with the outputs of a run. */
  readonly notebooks: readonly BookNotebook[];
  readonly data: BookData;
  readonly gallery: Gallery;
  /** What `deno doc` says of the library. */
  readonly api: string;
  /** The style sheet of the book. */
  readonly style: string;
  /** Scripts, and what pages load when they are asked to run, by path. */
  readonly live: ReadonlyMap<string, string | Uint8Array<ArrayBuffer>>;
}

/**
 * Makes the book: every file of a static site, by path.
 *
 * The same parts give the same bytes.
 *
 * @param parts What it is made of.
 * @throws {Error} Naming every link that leads nowhere.
 */
export function makeBook(parts: BookParts): Map<string, string | Uint8Array<ArrayBuffer>> {
  const { reports, notebooks, data, gallery, api } = parts;
  const site = new Site();
  for (const [path, content] of parts.live) site.files.set(path, content);
  addData(site, data);
  addGallery(gallery, site);
  for (const report of reports) {
    const { language, edition } = report;
    const own = notebooks.filter((notebook) => notebook.language === language);
    const links = own.map(linkTo);
    const pages: Page[] = [
      indexPage(report, own, site.files.has(pdfPath(language))),
      ...own.map((notebook, at) => ({
        ...notebookPage(notebook, site, edition.id),
        before: links[at - 1] ?? { name: "index.html", title: bookWords(language).contents },
        after: links[at + 1] ?? { name: "findings.html", title: bookWords(language).findings },
      })),
      findingsPage(report),
      claimsPage(report, site),
      whatIfPage(report),
      explorerPage(report, site),
      dataPage(report, data),
      galleryPage(gallery, language),
      apiPage(api, language),
    ];
    const title = edition.title[language];
    for (const page of pages) {
      const scripts = page.body.includes("data-report-explorer") ? ["explorer.js"] : [];
      const all = { ...page, scripts: [...new Set([...page.scripts ?? [], ...scripts])] };
      site.files.set(`${language}/${page.name}`, pageHtml(all, title));
    }
  }
  const colors = Object.entries(verdictColors)
    .map(([kind, color]) =>
      `.v-${kind}::before,[data-verdict=${kind}] .verdict::before{background:${color}}`
    );
  site.files.set("book.css", [parts.style, tableStyle, ...colors, site.styles, ""].join("\n"));
  site.files.set("tables.js", `${tableScript}\n`);
  site.files.set("explorer.js", `${explorerScript}\n`);
  site.files.set("index.html", frontPage(reports));
  const dead = deadLinks(site.files);
  if (dead.length > 0) {
    throw new Error(
      `Cannot make the book: expected links to lead somewhere, found\n${dead.join("\n")}`,
    );
  }
  return site.files;
}

function indexPage(
  report: OpenReport,
  notebooks: readonly BookNotebook[],
  hasPdf: boolean,
): Page {
  const { language, edition } = report, said = bookWords(language);
  const counted = said.counted(
    countsText(report.verdicts(), language),
    countsText(report.findings, language),
  );
  const list = notebooks.map(linkTo).map(({ name, title }) =>
    `<li><span class="number">${/^\d+/.exec(name)?.[0] ?? ""}</span> <a href="${name}">${
      escape(title)
    }</a></li>`
  );
  const body = `<h1>${escape(edition.title[language])}</h1>
<p class="lead">${said.lead}</p>
<p>${
    escape(counted)
  } <a href="findings.html">${said.findings}</a>, <a href="claims.html">${said.claims}</a>, <a href="claims.html#print-next">${said.printNext}</a>.</p>
<h2>${said.notebooks}</h2>
<ul class="list">${list.join("\n")}</ul>
${hasPdf ? `<p><a href="book.pdf">${said.pdf}</a></p>\n` : ""}<p><small>${
    escape(
      `${edition.author?.[language] ?? ""} · ${edition.producer[language]} · ${edition.period}`,
    )
  }</small></p>`;
  return { name: "index.html", title: edition.title[language], language, body };
}

/** The page at the root, from which a reader chooses the language. */
function frontPage(reports: readonly OpenReport[]): string {
  const links = reports.map(({ language, edition }) =>
    `<li lang="${language}"><a hreflang="${language}" href="${language}/index.html">${
      escape(edition.title[language])
    }</a> (${bookWords(language).language})</li>`
  );
  const [{ language, edition }] = reports;
  return documentHtml({
    language,
    policy: "default-src 'none'; style-src 'self'; img-src data:",
    title: edition.title[language],
    head: '<link rel="icon" href="data:,">\n<link rel="stylesheet" href="book.css">',
    body: `<div class="columns single"><main><h1>${bookWords(language).book}</h1><ul class="list">${
      links.join("\n")
    }</ul></main></div>`,
  });
}
