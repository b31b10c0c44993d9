import { assertEquals } from "@std/assert";
import { notebookSentences } from "../../lib/notebook/notebook_sentences.ts";
import { checkTranslations } from "../../lib/notebook/translation_problems.ts";
import { notebookOf } from "./notebook_of.ts";

async function problemsWith(
  catalogues: Readonly<Record<string, string>>,
  cells: Readonly<Record<string, string>> = { title: "t`Users`" },
) {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${folder}/translations`);
    for (const [name, text] of Object.entries(catalogues)) {
      await Deno.writeTextFile(`${folder}/translations/${name}`, text);
    }
    const sentences = notebookSentences(notebookOf(cells));
    const found = await checkTranslations(`${folder}/02_b.ipynb`, sentences);
    return found.map(({ cell, message, code }) => ({
      ...cell && { cell },
      message: message.replaceAll(folder, ""),
      code,
    }));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const users = (translation: string) => `#: title\nmsgid "Users"\nmsgstr "${translation}"\n`;

Deno.test("a notebook without a catalogue, or with a whole one, has no problems", async () => {
  assertEquals(await problemsWith({}), []);
  assertEquals(await problemsWith({ "02_b.ru.po": users("Читатели") }), []);
});

Deno.test("two catalogues that translate a sentence otherwise are found", async () => {
  const both = { "01_a.ru.po": users("Читатели"), "02_b.ru.po": users("Пользователи") };
  assertEquals(await problemsWith(both), [{
    cell: "title",
    message: 'another notebook translates "Users" as "Читатели", not "Пользователи"',
    code: "unlike-translation",
  }]);
});

Deno.test("a translation that is no message, and a file that is no catalogue, are found", async () => {
  const [broken] = await problemsWith({ "02_b.ru.po": users("{") });
  assertEquals([broken.cell, broken.code], ["title", "unfit-translation"]);
  const [malformed] = await problemsWith({ "02_b.ru.po": 'msgid "a"\nfoo "b"\n' });
  assertEquals(malformed.code, "malformed-catalogue");
});

Deno.test("a translation with other holes than its sentence is found", async () => {
  assertEquals(await problemsWith({ "02_b.ru.po": users("Стало {n} больше") }), [{
    cell: "title",
    message: 'the ru translation of "Users": expected the holes of its sentence (none), found {n}',
    code: "unfit-translation",
  }]);
});

Deno.test("a translation whose sentence changed or is gone is found, in the cell that had it", async () => {
  const catalogue = { "02_b.ru.po": users("Читатели") };
  const stale = async (cells: Readonly<Record<string, string>>) =>
    (await problemsWith(catalogue, cells)).filter(({ code }) => code === "stale-translation")
      .map(({ cell, message }) => [cell, message]);
  const message = "the ru translation is of a sentence that";
  assertEquals(await stale({ title: "t`Users fell`" }), [
    ["title", `${message} changed to "Users fell": "Users"`],
  ]);
  assertEquals(await stale({ other: "1" }), [["title", `${message} is gone: "Users"`]]);
});
