import { assertEquals, assertStringIncludes } from "@std/assert";
import { parseNotebook } from "../../lib/notebook/notebook_document.ts";
import { serializeNotebook } from "../../lib/notebook/serialize_notebook.ts";
import { notebookOf } from "../notebook/notebook_of.ts";
import { type ScratchProject, scratchProject } from "./scratch_project.ts";

const notebook = "notebooks/04_table_1.ipynb",
  catalogue = "notebooks/translations/04_table_1.ru.po";

const code = {
  numbers: 'import { md, plural, show, t } from "report";\nconst total = 21, agree = 2;',
  answer: 'md`Of **${total}** relations ${plural(agree, { one: "# holds", other: "# hold" })}.`',
  title: "await show(t`Users grew`);",
};

const translations: Readonly<Record<string, string>> = {
  "# How many hold?": "# Сколько выполняется?",
  "Of **{total}** relations {agree, plural, one {# holds} other {# hold}}.":
    "{agree, plural, one {Выполняется #} few {Выполняются #} many {Выполняется #} other {Выполняется #}} из **{total}**.",
  "Users grew": "Пользователей стало больше",
};

async function write(project: ScratchProject, cells: Readonly<Record<string, string>>) {
  const document = notebookOf(cells);
  const text = { cell_type: "markdown" as const, id: "question", metadata: {} };
  await Deno.writeTextFile(
    `${project.folder}/${notebook}`,
    serializeNotebook({
      ...document,
      cells: [{ ...text, source: "# How many hold?" }, ...document.cells],
    }),
  );
}

async function translate(project: ScratchProject, by: Readonly<Record<string, string>>) {
  const path = `${project.folder}/${catalogue}`;
  const empty = await Deno.readTextFile(path);
  const filled = Object.entries(by).reduce((text, [sentence, translation]) => {
    const joined = text.replaceAll('""\n"', '"').replaceAll('"\n"', "");
    return joined.replace(
      `msgid "${sentence}"\nmsgstr ""`,
      `msgid "${sentence}"\nmsgstr "${translation}"`,
    );
  }, empty);
  await Deno.writeTextFile(path, filled);
}

Deno.test("a catalogue is made by check, and a run in Russian gives the texts that are put there", async () => {
  await using project = await scratchProject({
    "05_collections": { users: 'import { t } from "report";\nt`Users`;' },
  });
  // A cell that cannot be parsed keeps no catalogue from being made.
  await write(project, { ...code, unfinished: "const = " });
  const made = await project.run("check", "--translate", "ru", notebook);
  assertStringIncludes(made.stdout, `Wrote ${catalogue}: put the translations there\n`);
  assertEquals(
    made.stderr.match(/\[cell "\w+"\] 1:\d+: no ru translation of .* \(untranslated\)/g),
    [
      '[cell "question"] 1:1: no ru translation of "# How many hold?" (untranslated)',
      '[cell "answer"] 1:1: no ru translation of "Of **{total}** relations {agree, plural, one {# holds} other {# hold}}." (untranslated)',
      '[cell "title"] 1:12: no ru translation of "Users grew" (untranslated)',
    ],
  );
  await write(project, code);
  await translate(project, translations);
  const only = ["04_table_1", "05_collections", "--language", "ru", "--out", "out"];
  const { stderr } = await project.reproduce(...only);
  const path = `${project.folder}/out/04_table_1.ipynb`;
  const { cells } = parseNotebook(await Deno.readTextFile(path), path);
  assertEquals(cells[0].source, "# Сколько выполняется?");
  const shown = cells.flatMap((cell) => cell.cell_type === "code" ? cell.outputs : [])
    .map((output) => "data" in output ? output.data : {});
  assertEquals(shown[0]["text/markdown"], "Выполняются 2 из **21**.");
  assertStringIncludes(JSON.stringify(shown[1]), "Пользователей стало больше");
  assertEquals(stderr.match(/^.*: нет переводов.*$/gm), [
    'notebooks/05_collections.ipynb: нет переводов на "ru"; текст остаётся как написан',
  ]);
  const again = await project.run("stale", ...only);
  assertEquals(again.code, 0, again.stdout);
  await Deno.writeTextFile(`${project.folder}/${catalogue}`, "");
  const stale = await project.run("stale", "--explain", ...only);
  assertStringIncludes(stale.stdout, "её текст изменился");
});
