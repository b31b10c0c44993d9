import { assert, assertEquals } from "@std/assert";
import { translate } from "../../lib/book/data_page.ts";
import { loadTables } from "../../lib/load/load_report.ts";
import { derivedTables } from "../../lib/package/derived_tables.ts";
import { describeEdition } from "../../lib/package/describe_package.ts";
import { readCatalogue } from "../../lib/prose/catalogue.ts";

const path = "lib/book/codebook.ru.po";
const catalogue = readCatalogue(await Deno.readTextFile(path), path);
const translations = new Map(catalogue.map(({ sentence, text }) => [sentence, text]));
const inRussian = (text: string) => translate(text, { translations, language: "ru" });

const packages = await Promise.all(
  ["kuzbass-2016", "kursk-2017"].map(async (name) =>
    describeEdition(name, await loadTables(name)).descriptor
  ),
);
const resources = packages.flatMap(({ resources }) => resources);
const told = [
  ...packages.map(({ description }) => description),
  ...resources.map(({ title }) => title),
  ...derivedTables.map(({ schema }) => schema.title),
  ...resources.flatMap(({ schema }) =>
    schema.fields.flatMap(({ type, description = "" }) => [type, description])
  ),
].filter((text) => text !== "");

Deno.test("titles of tables, types and meanings of columns have a Russian translation", () => {
  const lacking = told.filter((text) => translate(text, { translations, language: "ru" }) === text);
  assertEquals([...new Set(lacking)], []);
  assert(told.every((text) => translate(text, { translations, language: "en" }) === text));
});

Deno.test("the catalogue of codebooks has no sentence that no table says", () => {
  const used = new Set(told.flatMap((text) => [text, text.replace(/ \((en|ru)\)$/, "")]));
  const idle = catalogue.map(({ sentence }) => sentence)
    .filter((sentence) => !/\{\w+\}/.test(sentence) && !used.has(sentence));
  assertEquals(idle, []);
});

Deno.test("what fills a sentence's hole is translated too, or stays as it is", () => {
  assertEquals(inRussian("Name (en)"), "Название (по-английски)");
  assertEquals(inRussian("table1, as printed"), "table1: как напечатано");
  assertEquals(
    inRussian("initiatives.csv, column themes: one item of the list a row"),
    "initiatives.csv, столбец themes: по одному элементу списка в строке",
  );
  assertEquals(inRussian("Nothing of ours"), "Nothing of ours");
});
