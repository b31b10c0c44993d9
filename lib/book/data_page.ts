import { parse } from "@std/csv";
import { scriptJson } from "../explore/explore.ts";
import type { Language } from "../model/label.ts";
import type { PackageDescriptor, ResourceDescriptor } from "../package/describe_package.ts";
import { excelCsv } from "../tables/table_csv.ts";
import { joinHoles, Markup, markup } from "../tables/markup.ts";
import type { BookParts } from "./gather.ts";
import { bookWords, mainPage, type Page, tableMarkup } from "./page.ts";
import type { Site } from "./site.ts";

type BookData = BookParts["data"];

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
 * What the descriptor says in English, in a language; what has no translation stays as it is.
 *
 * @param text A title, or what a column means.
 * @param translations Translations into Russian.
 */
export function translate(
  text: string,
  { translations, language }: Pick<BookData, "translations"> & { readonly language: Language },
): string {
  const hole = /\{\w+\}/g;
  if (language === "en") return text;
  if (translations.has(text)) return translations.get(text) ?? "";
  for (const [sentence, translated] of translations) {
    const holes: readonly string[] = sentence.match(hole) ?? [];
    const pattern = `^${sentence.split(hole).map(RegExp.escape).join("(.+)")}$`;
    const [, ...found] = holes.length > 0 && new RegExp(pattern).exec(text) || [];
    if (found.length === 0) continue;
    const said = found.map((part) => translate(part, { translations, language }));
    return translated.replaceAll(hole, (name) => said[holes.indexOf(name)]);
  }
  return text;
}

/**
 * The page of all tables: codebook, first rows, files, and how to cite.
 *
 * @param data The tables and their descriptor.
 * @param language Language of the page.
 */
export function dataPage(data: BookData, language: Language): Page {
  const said = bookWords(language), { citation } = data;
  const tell = (text: string) => translate(text, { ...data, language });
  const descriptor = {
    ...data.descriptor,
    title: tell(data.descriptor.title),
    description: tell(data.descriptor.description),
    resources: data.descriptor.resources.map((one) => ({ ...one, title: tell(one.title) })),
  };
  const json = new Markup(scriptJson(datasetOf(descriptor, language)));
  const cff = citation && markup`<a href="../data/CITATION.cff">CITATION.cff</a> · `;
  const lead = markup`<p>${said.dataLead}</p>
<p><a href="../data/datapackage.json">${said.package}</a></p>
${descriptor.resources.map((table) => tableArticle(table, { ...data, language }))}
<h2 id="cite">${said.cite}</h2>
<p>${[sourceOf(descriptor), licenceOf(descriptor)].filter(Boolean).join(" · ")}</p>
<pre tabindex="0"><code>${bibtex(data.descriptor)}</code></pre>
<p>${cff}<a href="../data/citation.bib">BibTeX</a></p>`;
  const head = markup`<script type="application/ld+json">${json}</script>`;
  return mainPage("data", { language, lead, head });
}

function tableArticle(
  { name, title, path, schema: { fields } }: ResourceDescriptor,
  told: BookData & { readonly language: Language },
): Markup {
  const { tables, language } = told, said = bookWords(language);
  const rows = parse(tables.get(path) ?? "", { skipFirstRow: true });
  const files = [[path, "CSV"], [`${name}.json`, "JSON"], [`${name}.excel.csv`, said.excel]];
  const cut = (text = "") => text.length > shownLetters ? `${text.slice(0, shownLetters)}…` : text;
  const codebook = tableMarkup(`${said.codebook}: ${name}`, {
    heads: [said.column, said.type, said.meaning],
    rows: fields.map(({ name, type, description = "" }) => [
      markup`<code>${name}</code>`,
      ...[type, description].map((text) => translate(text, told)),
    ]),
  });
  const preview = tableMarkup(`${said.preview}: ${name}`, {
    heads: fields.map(({ name }) => name),
    rows: rows.slice(0, shownRows).map((row) => fields.map(({ name }) => cut(row[name]))),
  });
  const links = files.map(([file, label]) =>
    markup`<a href="../data/${file}" download>${label}</a>`
  );
  return markup`<article id="${name}"><h2>${title}</h2>
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
  const fields = Object.entries({
    author: contributors.map((one) => `{${one.title}}`).join(" and "),
    title: `{${title}}`,
    year: created.slice(0, 4),
    version,
    note: `Data${licence && `, ${licence}`}. Source: ${sourceOf(descriptor)}`,
  }).filter(([, text]) => text !== "").map(([field, text]) => `  ${field} = {${text}}`);
  return `@misc{${name},\n${fields.join(",\n")}\n}\n`;
}

/** The data as search engines for datasets read them. */
function datasetOf(descriptor: PackageDescriptor, language: Language): object {
  const { title: name, description, version, keywords, licenses, created } = descriptor;
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name,
    description,
    version,
    keywords,
    inLanguage: language,
    dateCreated: created,
    license: licenses?.[0]?.path,
    creator: descriptor.contributors?.map(({ title: name }) => ({ "@type": "Organization", name })),
    distribution: descriptor.resources.map(({ path, title, mediatype }) => ({
      "@type": "DataDownload",
      name: title,
      encodingFormat: mediatype,
      contentUrl: `../data/${path}`,
    })),
  };
}
