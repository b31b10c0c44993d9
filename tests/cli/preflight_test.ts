import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { runTask } from "./run_task.ts";

const table = [
  "Район;Читатели;;Изменение",
  ";2016;2017;",
  "Анжеро;1 204;1 331;+127",
  "Белово;2 310;2 298;−12",
  "Гурьевск;н/д;1 710;…",
  "Юрга;3 415;3 514;+89",
  "Тайга;1 911 шт;1 902;−9",
  "Мариинск;1 633;1 780;+147",
].join("\r\n");

async function inFolder(check: (path: string, folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${folder}/table.csv`, table);
    await check(`${folder}/table.csv`, folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("preflight drafts, judges, names the suspects, and says what it could not read", () =>
  inFolder(async (path) => {
    const { code, stdout, stderr } = await runTask(["preflight", path]);
    assertEquals([code, stderr], [0, ""]);
    assertStringIncludes(stdout, "1 cell could not be read:\n  row 7, Читатели: 2016");
    assertStringIncludes(stdout, "3 of 4     hold  Изменение = Читатели: 2017 − Читатели: 2016");
    assertStringIncludes(stdout, "printed +89; consistent if 99; another digit");
  }));

Deno.test("of a table that gives no relation it is told how to go on", () =>
  inFolder(async (_, folder) => {
    const path = `${folder}/lone.csv`;
    await Deno.writeTextFile(path, "Place,Users\nAnzhero,1200\nBelovo,2210\nYurga,3105\n");
    const { code, stdout } = await runTask(["preflight", path]);
    assertEquals(code, 0);
    assertStringIncludes(stdout, "\n0 relations drafted");
    assertStringIncludes(stdout, "give them with --relations FILE.\n");
  }));

Deno.test("a suspect in a row without a name is told by the row once", () =>
  inFolder(async (_, folder) => {
    const path = `${folder}/unnamed.csv`;
    await Deno.writeTextFile(
      path,
      "Men,Women,Total\n1200,1300,2500\n2210,1190,3400\n3105,2001,5106\n4407,3300,7707\n5120,2130,7205\n",
    );
    assertStringIncludes((await runTask(["preflight", path])).stdout, "1. row 6, Total\n");
  }));

Deno.test("preflight writes the relations, reads them when they were edited, and points at mistakes in them", () =>
  inFolder(async (path, folder) => {
    const file = `${folder}/relations.csv`;
    const run = () => runTask(["preflight", path, "--relations", file, "--json"]);
    const first = JSON.parse((await run()).stdout);
    assertEquals(
      first.relations.map(({ kind, hold, of }: Record<string, unknown>) => [kind, hold, of]),
      [["difference", 3, 4]],
    );
    const written = await Deno.readTextFile(file);
    const again = JSON.parse((await run()).stdout);
    assertEquals(again, first);
    await Deno.writeTextFile(file, "\ufeff" + written.replaceAll(",not-told,,", ",not-told,Юрга,"));
    assertEquals(JSON.parse((await run()).stdout).suspects, []);
    await Deno.writeTextFile(
      file,
      written.replace("row,difference", "rows,difference").replace(
        "Читатели: 2016",
        "Читатели: 2015",
      ).replace(",not-told,,", ",not-told,Юрта,"),
    );
    const { code, stdout, stderr } = await run();
    assertEquals([code, stdout], [1, ""]);
    assertStringIncludes(stderr, "Cannot read the relations: 3 problems");
    assertStringIncludes(stderr, "relations.csv:2:1: expected each to be row, column");
    assertStringIncludes(
      stderr,
      'relations.csv:2:27: the table has no column of numbers "Читатели: 2015"',
    );
    assertStringIncludes(stderr, 'did you mean "Читатели: 2016"');
    assertStringIncludes(stderr, 'the table has no row "Юрта"; did you mean "Юрга"');
  }));

Deno.test("preflight says why a file is no table", async () => {
  const missing = await runTask(["preflight", "nowhere.csv"]);
  assertEquals(missing.code, 1);
  assertStringIncludes(
    missing.stderr,
    "Cannot read the file: 1 problem\nnowhere.csv: no such file",
  );
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(`${folder}/words.csv`, "a b\n1 x\n");
  const words = await runTask(["preflight", `${folder}/words.csv`]);
  assertEquals([words.code, words.stdout], [1, ""]);
  assertStringIncludes(words.stderr, "words.csv: expected a column of numbers, found none; fields");
  await Deno.writeFile(`${folder}/book.xlsx`, Uint8Array.from([80, 75, 3, 4, 0, 0, 0, 0, 5, 6]));
  const book = await runTask(["preflight", `${folder}/book.xlsx`]);
  assertStringIncludes(book.stderr, "found bytes of another kind; save a sheet as CSV");
  await Deno.remove(folder, { recursive: true });
  const encoding = await runTask(["preflight", "README.md", "--encoding", "latin-9000"]);
  assertStringIncludes(
    encoding.stderr,
    '--encoding: expected the name of an encoding such as windows-1250, found "latin-9000"',
  );
  const codes = await runTask(["preflight", "README.md", "--missing=-1=gone"]);
  assertEquals(codes.code, 1);
  assert(codes.stderr.startsWith("Cannot read --missing: expected such as -1=not-told"));
});
