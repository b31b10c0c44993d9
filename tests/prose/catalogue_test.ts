import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { readCatalogue, updateCatalogue } from "../../lib/prose/catalogue.ts";

const file = { path: "translations/01_a.ru.po", language: "ru" } as const;
const first = updateCatalogue("", [
  { sentence: "Users", cell: "title" },
  { sentence: "{n} rows", cell: "rows" },
  { sentence: "Users", cell: "limits" },
], file);
const translated = first.replace('msgid "Users"\nmsgstr ""', 'msgid "Users"\nmsgstr "Читатели"');

Deno.test("a new catalogue has each sentence once, with the cells that say it", () => {
  assertEquals(readCatalogue(first, file.path), [
    { sentence: "Users", text: "", cells: ["title", "limits"] },
    { sentence: "{n} rows", text: "", cells: ["rows"] },
  ]);
  assertStringIncludes(first, '"Language: ru\\n"');
  assertStringIncludes(first, "#: title\n#: limits\n");
});

Deno.test("a catalogue that is brought up to date keeps translations, and sets aside what is gone", () => {
  const later = updateCatalogue(translated, [{ sentence: "{n} lines", cell: "rows" }], file);
  assertEquals(readCatalogue(later, file.path), [
    { sentence: "{n} lines", text: "", cells: ["rows"] },
  ]);
  assertStringIncludes(later, '#~ msgid "Users"\n#~ msgstr "Читатели"');
  const back = updateCatalogue(later, [{ sentence: "Users", cell: "title" }], file);
  assertEquals(readCatalogue(back, file.path), [
    { sentence: "Users", text: "Читатели", cells: ["title"] },
  ]);
});

Deno.test("bringing up to date what is up to date changes nothing", () => {
  const again = updateCatalogue(translated, [
    { sentence: "Users", cell: "title" },
    { sentence: "{n} rows", cell: "rows" },
    { sentence: "Users", cell: "limits" },
  ], file);
  assertEquals(again, translated);
});

Deno.test("a file that is no catalogue is refused with its line", () => {
  assertThrows(
    () => readCatalogue('msgid "a"\nmsgstr "b"\nfoo "c"\n', file.path),
    Error,
    "translations/01_a.ru.po:3: Invalid key name",
  );
});
