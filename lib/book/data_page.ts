import { parse } from "@std/csv";
import { escape } from "@std/html";
import type { PackageDescriptor, ResourceDescriptor } from "../package/describe_package.ts";
import type { Language } from "../model/label.ts";
import type { OpenReport } from "../report/label_report.ts";
import { excelCsv } from "../tables/table_csv.ts";
import type { Page } from "./page.ts";
import type { Site } from "./site.ts";
import { bookWords } from "./words.ts";

/** What the data of the book are made of. */
export interface BookData {
  readonly descriptor: PackageDescriptor;
  /** The text of each table by its path in the package. */
  readonly tables: ReadonlyMap<string, string>;
  /** The text of `CITATION.cff`. */
  readonly citation: string;
}

/** How many rows of a table are shown, and how many letters of each cell. */
const shownRows = 3, shownLetters = 60;

/** Puts every table into the site, in each form that it is offered in, with the descriptor and how to cite. */
export function addData(site: Site, data: BookData): void {
  const { descriptor, tables, citation } = data;
  for (const { name, path, schema } of descriptor.resources) {
    const csv = tables.get(path) ?? "";
    const rows = parse(csv, { skipFirstRow: true });
    const numbers = schema.fields.filter(({ type }) => type === "integer" || type === "number");
    const records = rows.map((row) => ({
      ...row,
      ...Object.fromEntries(
        numbers.map(({ name }) => [name, row[name] === "" ? null : Number(row[name])]),
      ),
    }));
    site.files.set(`data/${path}`, csv);
    site.files.set(`data/${name}.json`, `${JSON.stringify(records, null, 1)}\n`);
    site.files.set(`data/${name}.excel.csv`, excelCsv(csv, "ru"));
  }
  site.files.set("data/datapackage.json", `${JSON.stringify(descriptor, null, 2)}\n`);
  site.files.set("data/CITATION.cff", citation);
  site.files.set("data/citation.bib", bibtex(descriptor));
}

/**
 * The page of all tables: codebook, first rows, files, and how to cite.
 *
 * @param report The report in the page's language.
 * @param data The tables and their descriptor.
 */
export function dataPage({ language, edition }: OpenReport, data: BookData): Page {
  const said = bookWords(language), { resources } = data.descriptor;
  const body = `<h1>${said.data}</h1>
<p>${said.dataLead}</p>
<p><a href="../data/datapackage.json">${said.package}</a></p>
${resources.map((table) => tableHtml(table, data, language)).join("\n")}
<h2 id="cite">${said.cite}</h2>
<p>${escape(edition.source === undefined ? "" : sourceOf(data.descriptor))}</p>
<pre tabindex="0"><code>${escape(bibtex(data.descriptor))}</code></pre>
<p><a href="../data/CITATION.cff">CITATION.cff</a> · <a href="../data/citation.bib">BibTeX</a></p>`;
  const json = JSON.stringify(datasetOf(data.descriptor, language)).replaceAll("<", "\\u003c");
  const head = `<script type="application/ld+json">${json}</script>\n`;
  return { name: "data.html", title: said.data, language, body, head };
}

function tableHtml(
  { name, title, path, schema }: ResourceDescriptor,
  { tables }: BookData,
  language: Language,
): string {
  const said = bookWords(language);
  const rows = parse(tables.get(path) ?? "", { skipFirstRow: true });
  const files = [[path, "CSV"], [`${name}.json`, "JSON"], [`${name}.excel.csv`, said.excel]];
  const fields = schema.fields.map(({ name, type, description = "" }) =>
    `<tr><th scope="row"><code>${escape(name)}</code></th><td>${type}</td><td lang="en">${
      escape(description)
    }</td></tr>`
  );
  const cut = (text = "") => text.length > shownLetters ? `${text.slice(0, shownLetters)}…` : text;
  const preview = rows.slice(0, shownRows).map((row) =>
    `<tr>${schema.fields.map(({ name }) => `<td>${escape(cut(row[name]))}</td>`).join("")}</tr>`
  );
  const scroll = (label: string) =>
    `<div class="scroll" tabindex="0" role="group" aria-label="${label}: ${name}"><table>`;
  return `<article id="${name}"><h2><span lang="en">${escape(title)}</span></h2>
<p><code>${name}</code> · ${said.rows(rows.length)} · ${
    files.map(([file, label]) => `<a href="../data/${file}" download>${label}</a>`).join(" · ")
  }</p>
<details><summary>${said.codebook}</summary>${scroll(said.codebook)}<thead><tr>${
    [said.column, said.type, said.meaning].map((head) => `<th scope="col">${head}</th>`).join("")
  }</tr></thead><tbody>${fields.join("\n")}</tbody></table></div></details>
<details><summary>${said.preview}</summary>${scroll(said.preview)}<thead><tr>${
    schema.fields.map(({ name }) => `<th scope="col">${escape(name)}</th>`).join("")
  }</tr></thead><tbody>${preview.join("\n")}</tbody></table></div></details>
</article>`;
}

function sourceOf({ sources }: PackageDescriptor): string {
  return sources.map(({ title }) => title).join("; ");
}

/** The data as BibTeX. */
function bibtex(
  { name, title, version, contributors = [], created = "", licenses, sources }: PackageDescriptor,
): string {
  const authors = contributors.map((one) => `{${one.title}}`).join(" and ");
  const fields = [
    ["author", authors],
    ["title", `{${title}}`],
    ["year", created.slice(0, 4)],
    ["version", version],
    [
      "note",
      `Data, ${(licenses ?? []).map((one) => one?.name ?? "").join(", ")}. Source: ${
        sources.map(({ title }) => title).join("; ")
      }`,
    ],
  ].filter(([, text]) => text !== "");
  return `@misc{${name},\n${
    fields.map(([field, text]) => `  ${field} = {${text}}`).join(",\n")
  }\n}\n`;
}

/** The data as search engines for datasets read them. */
function datasetOf(
  { title, description, version, keywords, licenses, contributors = [], created, resources }:
    PackageDescriptor,
  language: Language,
): object {
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: title,
    description,
    version,
    keywords,
    inLanguage: language,
    dateCreated: created,
    license: licenses?.[0]?.path,
    creator: contributors.map((one) => ({ "@type": "Organization", name: one.title })),
    distribution: resources.map(({ path, title, mediatype }) => ({
      "@type": "DataDownload",
      name: title,
      encodingFormat: mediatype,
      contentUrl: `../data/${path}`,
    })),
  };
}
