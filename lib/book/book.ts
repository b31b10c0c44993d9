import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { explorerScript } from "../explore/explorer_script.ts";
import { runProgram } from "../input/run_program.ts";
import { scratchFolder } from "../notebook/scratch_folder.ts";
import type { OpenReport } from "../report/label_report.ts";
import { tableScript, tableStyle } from "../tables/table_html.ts";
import { addData, dataPage } from "./data_page.ts";
import type { BookParts } from "./gather.ts";
import { Markup, markup } from "../tables/markup.ts";
import { bookWords, documentHtml, type Page, pageHtml } from "./page.ts";
import { linkTo, notebookPage } from "./notebook_page.ts";
import { apiPage, galleryPage } from "./reference_pages.ts";
import { deadLinks, Site, writeFiles } from "./site.ts";
import { explorerPage, whatIfPage } from "./table_pages.ts";
import {
  claimsPage,
  countsText,
  findingsPage,
  unprintedRanks,
  verdictStyle,
} from "./verdict_pages.ts";

/**
 * Makes the book: every file of a static site, by path.
 *
 * The same parts give the same bytes.
 *
 * @param parts What it is made of.
 * @throws {Error} Naming every link that leads nowhere.
 */
export function makeBook(parts: BookParts): Site["files"] {
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
      const whole = { ...page, scripts: [...page.scripts ?? [], ...explorer] };
      files.set(`${language}/${page.name}`, pageHtml(whole, edition.title[language]));
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
  const list = links.map(({ name, title }) => {
    const [number] = /^\d+/.exec(name) ?? [];
    return markup`<li><span class="number">${number}</span> <a href="${name}">${title}</a></li>`;
  });
  const about = [edition.author?.[language], edition.producer[language], edition.period];
  const body = markup`<h1>${title}</h1>
<p class="lead">${report.findings.length > 0 ? said.lead : said.leadOfData} ${
    list.length > 0 && said.howToRead
  }</p>
<p>${
    said.counted(claims, findings)
  } <a href="findings.html">${said.findings}</a>, <a href="claims.html">${said.claims}</a>${next}.</p>
<h2>${said.notebooks}</h2>
${list.length > 0 ? markup`<ul class="list">${list}</ul>` : markup`<p>${said.noNotebooks}</p>`}
${hasPdf && markup`<p><a href="book.pdf">${said.pdf}</a></p>`}
<p><small>${about.filter((text) => text !== undefined).join(" · ")}</small></p>`;
  return { name: "index.html", title, language, body };
}

/** The page at the root, from which a reader chooses the language. */
function frontPage(reports: readonly OpenReport[]): string {
  const [{ language, edition: { title } }] = reports;
  const links = reports.map(({ language, edition }) =>
    markup`<li lang="${language}"><a hreflang="${language}" href="${language}/index.html">${
      edition.title[language]
    }</a> (${bookWords(language).language})</li>`
  );
  const { text: body } = markup`<div class="columns single"><main><h1>${
    bookWords(language).book
  }</h1><ul class="list">${links}</ul></main></div>`;
  const policy = "default-src 'none'; style-src 'self'; img-src data:";
  const head = '<link rel="icon" href="data:,">\n<link rel="stylesheet" href="book.css">';
  return documentHtml({ language, policy, title: title[language], head, body });
}

/** The path of the PDF of a language. */
function pdfPath(language: string): string {
  return `${language}/book.pdf`;
}

/**
 * Prints the notebooks, findings and claims of each language as one tagged PDF, by Chromium.
 *
 * @param files The site.
 * @param parts What it was made of.
 * @returns The PDFs by path; `undefined` if Chromium is not installed.
 * @throws {Error} With what Chromium says, if it fails.
 */
export async function printBook(
  files: Site["files"],
  parts: BookParts,
): Promise<Map<string, Uint8Array<ArrayBuffer>> | undefined> {
  await using scratch = await scratchFolder("report-pdf");
  const folder = scratch.path;
  const seen = [...files].filter(([path]) => /^figures\/(en|ru)\/|\.css$/.test(path));
  await writeFiles(new Map(seen), folder);
  const printed = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const { language, edition } of parts.reports) {
    const own = parts.notebooks.filter((notebook) => notebook.language === language).map(linkTo);
    const names = [...own.map(({ name }) => name), "findings.html", "claims.html"];
    const texts = names.map((name) => toPrintable(String(files.get(`${language}/${name}`))));
    const path = `${language}/whole.html`, pdf = pdfPath(language);
    const { text } = markup`<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${
      edition.title[language]
    }</title><link rel="stylesheet" href="../book.css"><body><main>${texts}</main>`;
    await writeFiles(new Map([[path, text]]), folder);
    if (!await print(join(folder, path), join(folder, pdf))) return undefined;
    printed.set(pdf, await Deno.readFile(join(folder, pdf)));
  }
  return printed;
}

/** The text of a page as it is printed among others: what is folded is open, but code, and links to other pages lead nowhere. */
function toPrintable(html: string): Markup {
  const [, main = ""] = /<main[^>]*>([^]*)<\/main>/.exec(html) ?? [];
  const text = main.replaceAll("<details>", "<details open>").replaceAll(/ loading="lazy"/g, "")
    .replaceAll(/ id="[^"]*"| href="(?!https?:)[^"]*"/g, "");
  return new Markup(text);
}

/** Whether Chromium is there, which then printed the page. */
async function print(page: string, pdf: string): Promise<boolean> {
  const { success, code, stderr } = await runProgram([
    "chromium",
    "--headless",
    "--disable-gpu",
    "--no-sandbox",
    "--no-first-run",
    `--user-data-dir=${join(dirname(pdf), "profile")}`,
    "--no-pdf-header-footer",
    "--export-tagged-pdf",
    "--generate-pdf-document-outline",
    `--print-to-pdf=${pdf}`,
    pathToFileURL(page).href,
  ]);
  if (!success && code !== 127) throw new Error(`Cannot print the book: ${stderr.trim()}`);
  return success;
}
