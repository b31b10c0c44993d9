import { parse } from "@std/csv";
import type { Language } from "../model/label.ts";
import type { PackageDescriptor, ResourceDescriptor } from "../package/describe_package.ts";
import { excelCsv } from "../tables/table_csv.ts";
import { joinHoles, Markup, markup, tableMarkup } from "./markup.ts";
import { bookWords, type Page } from "./page.ts";
import type { Site } from "./site.ts";

/** What the data of the book are made of. */
export interface BookData {
  readonly descriptor: PackageDescriptor;
  /** The text of each table by its path in the package. */
  readonly tables: ReadonlyMap<string, string>;
  /** The text of `CITATION.cff`, which cites the edition of the project and no other. */
  readonly citation: string | undefined;
}

/** How many rows of a table are shown, and how many letters of each cell. */
const shownRows = 3, shownLetters = 60;

/** Puts every table into the site, in each form that it is offered in, with the descriptor and how to cite. */
export function addData({ files }: Site, { descriptor, tables, citation }: BookData): void {
  for (const { name, path, schema } of descriptor.resources) {
    const csv = tables.get(path) ?? "";
    const numbers = schema.fields.filter(({ type }) => type === "integer" || type === "number");
    const records = parse(csv, { skipFirstRow: true }).map((row) => ({
      ...row,
      ...Object.fromEntries(
        numbers.map(({ name }) => [name, row[name] === "" ? null : Number(row[name])]),
      ),
    }));
    files.set(`data/${path}`, csv);
    files.set(`data/${name}.json`, `${JSON.stringify(records, null, 1)}\n`);
    files.set(`data/${name}.excel.csv`, excelCsv(csv, "ru"));
  }
  files.set("data/datapackage.json", `${JSON.stringify(descriptor, null, 2)}\n`);
  files.set("data/citation.bib", bibtex(descriptor));
  if (citation !== undefined) files.set("data/CITATION.cff", citation);
}

/**
 * The page of all tables: codebook, first rows, files, and how to cite.
 *
 * @param data The tables and their descriptor.
 * @param language Language of the page.
 */
export function dataPage(data: BookData, language: Language): Page {
  const said = bookWords(language), { descriptor, citation } = data;
  const json = JSON.stringify(datasetOf(descriptor, language)).replaceAll("<", "\\u003c");
  const cff = citation && markup`<a href="../data/CITATION.cff">CITATION.cff</a> · `;
  return {
    ...{ name: "data.html", title: said.data, language },
    head: markup`<script type="application/ld+json">${new Markup(json)}</script>`,
    body: markup`<h1>${said.data}</h1>
<p>${said.dataLead}</p>
<p><a href="../data/datapackage.json">${said.package}</a></p>
${descriptor.resources.map((table) => tableArticle(table, data, language))}
<h2 id="cite">${said.cite}</h2>
<p>${[sourceOf(descriptor), licenceOf(descriptor)].filter(Boolean).join(" · ")}</p>
<pre tabindex="0"><code>${bibtex(descriptor)}</code></pre>
<p>${cff}<a href="../data/citation.bib">BibTeX</a></p>`,
  };
}

function tableArticle(
  { name, title, path, schema: { fields } }: ResourceDescriptor,
  { tables }: BookData,
  language: Language,
): Markup {
  const said = bookWords(language);
  const rows = parse(tables.get(path) ?? "", { skipFirstRow: true });
  const files = [[path, "CSV"], [`${name}.json`, "JSON"], [`${name}.excel.csv`, said.excel]];
  const cut = (text = "") => text.length > shownLetters ? `${text.slice(0, shownLetters)}…` : text;
  const codebook = tableMarkup(`${said.codebook}: ${name}`, {
    heads: [said.column, said.type, said.meaning],
    rows: fields.map(({ name, type, description = "" }) => [
      ...[markup`<code>${name}</code>`, type, markup`<span lang="en">${description}</span>`],
    ]),
  });
  const preview = tableMarkup(`${said.preview}: ${name}`, {
    heads: fields.map(({ name }) => name),
    rows: rows.slice(0, shownRows).map((row) => fields.map(({ name }) => cut(row[name]))),
  });
  const links = files.map(([file, label]) =>
    markup`<a href="../data/${file}" download>${label}</a>`
  );
  return markup`<article id="${name}"><h2><span lang="en">${title}</span></h2>
<p>${joinHoles([markup`<code>${name}</code>`, said.rows(rows.length), ...links], " · ")}</p>
<details><summary>${said.codebook}</summary>${codebook}</details>
<details><summary>${said.preview}</summary>${preview}</details>
</article>`;
}

function sourceOf({ sources }: PackageDescriptor): string {
  return sources.map(({ title }) => title).join("; ");
}

function licenceOf({ licenses = [] }: PackageDescriptor): string {
  return licenses.flatMap((one) => one?.title ?? one?.name ?? []).join(", ");
}

/** The data as BibTeX. */
function bibtex(descriptor: PackageDescriptor): string {
  const { name, title, version, contributors = [], created = "" } = descriptor;
  const licence = licenceOf(descriptor);
  const fields = [
    ["author", contributors.map((one) => `{${one.title}}`).join(" and ")],
    ["title", `{${title}}`],
    ["year", created.slice(0, 4)],
    ["version", version],
    ["note", `Data${licence && `, ${licence}`}. Source: ${sourceOf(descriptor)}`],
  ].filter(([, text]) => text !== "").map(([field, text]) => `  ${field} = {${text}}`);
  return `@misc{${name},\n${fields.join(",\n")}\n}\n`;
}

/** The data as search engines for datasets read them. */
function datasetOf(descriptor: PackageDescriptor, language: Language): object {
  const { title, description, version, keywords, licenses, created } = descriptor;
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    ...{ name: title, description, version, keywords },
    inLanguage: language,
    dateCreated: created,
    license: licenses?.[0]?.path,
    creator: descriptor.contributors?.map(({ title }) => ({
      "@type": "Organization",
      name: title,
    })),
    distribution: descriptor.resources.map(({ path, title, mediatype }) => ({
      "@type": "DataDownload",
      name: title,
      encodingFormat: mediatype,
      contentUrl: `../data/${path}`,
    })),
  };
}
