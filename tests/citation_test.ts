import { assertEquals } from "@std/assert";
import { parse } from "@std/yaml";
import { loadReport } from "report";

/** What this test reads of a file in the Citation File Format 1.2.0. */
interface Citation {
  readonly "cff-version": string;
  readonly message: string;
  readonly title: string;
  readonly version: string;
  readonly "date-released": Date;
  readonly authors: readonly { readonly name: string }[];
  readonly license: string;
  readonly references: readonly {
    readonly title: string;
    readonly authors: readonly {
      readonly "family-names": string;
      readonly "given-names": string;
    }[];
    readonly institution: { readonly name: string };
    readonly languages: readonly string[];
  }[];
}

const citation = parse(await Deno.readTextFile("CITATION.cff")) as Citation;
const { edition } = await loadReport();

Deno.test("CITATION.cff names this project as README, LICENSE and the data do", async () => {
  const readme = await Deno.readTextFile("README.md");
  const license = await Deno.readTextFile("LICENSE");
  assertEquals(citation["cff-version"], "1.2.0");
  assertEquals(citation.title, /^# (.+)$/m.exec(readme)?.[1]);
  assertEquals(citation.version, edition.version);
  assertEquals(citation["date-released"].toISOString().slice(0, 10), edition.created?.slice(0, 10));
  assertEquals(`${citation.license} License`, license.split("\n")[0]);
  const [holder] = citation.authors;
  assertEquals(holder.name, `${/\(c\) \d+ (.+)$/m.exec(license)?.[1]}`);
  assertEquals(edition.contributors?.map(({ title }) => title), [holder.name]);
});

Deno.test("CITATION.cff refers to the publication as edition.json does", () => {
  const [{ title, authors, institution, languages }] = citation.references;
  const [author] = authors;
  assertEquals(title, edition.title.ru);
  assertEquals(`${author["family-names"]} ${author["given-names"]}`, edition.author?.ru);
  assertEquals(institution.name, edition.producer.ru);
  assertEquals(languages, [edition.language]);
});
