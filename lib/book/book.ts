import { explorerScript } from "../explore/explorer_script.ts";
import type { OpenReport } from "../report/label_report.ts";
import { tableScript, tableStyle } from "../tables/table_html.ts";
import { addData, type BookData, dataPage } from "./data_page.ts";
import { bookWords, documentHtml, markup, type Page, pageHtml } from "./page.ts";
import { type BookNotebook, linkTo, notebookPage } from "./notebook_page.ts";
import { apiPage, type Gallery, galleryPage } from "./reference_pages.ts";
import { deadLinks, pdfPath, Site } from "./site.ts";
import { explorerPage, whatIfPage } from "./table_pages.ts";
import {
  claimsPage,
  countsText,
  findingsPage,
  unprintedRanks,
  verdictStyle,
} from "./verdict_pages.ts";

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
  const site = new Site(), { files } = site;
  for (const [path, content] of parts.live) files.set(path, content);
  for (const [name, svg] of gallery.pictures) files.set(`figures/gallery/${name}`, svg);
  addData(site, data);
  for (const report of reports) {
    const { language, edition } = report, said = bookWords(language);
    const own = notebooks.filter((notebook) => notebook.language === language);
    const links = own.map(linkTo);
    const pages: Page[] = [
      indexPage(report, links, files.has(pdfPath(language))),
      ...own.map((notebook, at) => ({
        ...notebookPage(notebook, site, edition.id),
        before: links[at - 1] ?? { name: "index.html", title: said.contents },
        after: links[at + 1] ?? { name: "findings.html", title: said.findings },
      })),
      findingsPage(report),
      claimsPage(report, site),
      whatIfPage(report),
      explorerPage(report, site),
      dataPage(data, language),
      galleryPage(gallery, language),
      apiPage(api, language),
    ];
    for (const page of pages) {
      const explorer = page.body.text.includes("data-report-explorer") ? ["explorer.js"] : [];
      const scripts = [...page.scripts ?? [], ...explorer];
      files.set(
        `${language}/${page.name}`,
        pageHtml({ ...page, scripts }, edition.title[language]),
      );
    }
  }
  files.set("book.css", [parts.style, tableStyle, verdictStyle, site.styles, ""].join("\n"));
  files.set("tables.js", `${tableScript}\n`);
  files.set("explorer.js", `${explorerScript}\n`);
  files.set("index.html", frontPage(reports));
  const dead = deadLinks(files);
  if (dead.length === 0) return files;
  throw new Error(
    `Cannot make the book: expected links to lead somewhere, found\n${dead.join("\n")}`,
  );
}

function indexPage(
  report: OpenReport,
  links: readonly ReturnType<typeof linkTo>[],
  hasPdf: boolean,
): Page {
  const { language, edition } = report, said = bookWords(language), title = edition.title[language];
  const [claims, findings] = [report.verdicts(), report.findings]
    .map((rows) => countsText(rows, language));
  const next = unprintedRanks(report).length > 0 &&
    markup`, <a href="claims.html#print-next">${said.printNext}</a>`;
  const list = links.map(({ name, title }) =>
    markup`<li><span class="number">${
      /^\d+/.exec(name)?.[0]
    }</span> <a href="${name}">${title}</a></li>`
  );
  const about = [edition.author?.[language], edition.producer[language], edition.period];
  return {
    ...{ name: "index.html", title, language },
    body: markup`<h1>${title}</h1>
<p class="lead">${report.findings.length > 0 ? said.lead : said.leadOfData} ${
      list.length > 0 && said.howToRead || ""
    }</p>
<p>${
      said.counted(claims, findings)
    } <a href="findings.html">${said.findings}</a>, <a href="claims.html">${said.claims}</a>${
      next || ""
    }.</p>
<h2>${said.notebooks}</h2>
${list.length > 0 ? markup`<ul class="list">${list}</ul>` : markup`<p>${said.noNotebooks}</p>`}
${hasPdf ? markup`<p><a href="book.pdf">${said.pdf}</a></p>` : ""}
<p><small>${about.filter((text) => text !== undefined).join(" · ")}</small></p>`,
  };
}

/** The page at the root, from which a reader chooses the language. */
function frontPage(reports: readonly OpenReport[]): string {
  const [{ language, edition }] = reports;
  const links = reports.map(({ language, edition }) =>
    markup`<li lang="${language}"><a hreflang="${language}" href="${language}/index.html">${
      edition.title[language]
    }</a> (${bookWords(language).language})</li>`
  );
  return documentHtml({
    language,
    policy: "default-src 'none'; style-src 'self'; img-src data:",
    title: edition.title[language],
    head: '<link rel="icon" href="data:,">\n<link rel="stylesheet" href="book.css">',
    body:
      markup`<div class="columns single"><main><h1>${
        bookWords(language).book
      }</h1><ul class="list">${links}</ul></main></div>`.text,
  });
}
