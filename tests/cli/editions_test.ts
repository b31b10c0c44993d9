import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { serializeNotebook } from "../../lib/notebook/serialize_notebook.ts";
import { notebookOf } from "../notebook/notebook_of.ts";
import { type ScratchProject, scratchProject } from "./scratch_project.ts";

/** A general notebook: its first cell declares parameters. */
async function general(project: ScratchProject, name: string): Promise<void> {
  const notebook = notebookOf({
    parameters: `const edition = "kuzbass-2016", least = 0;`,
    open: `import { openReport, show } from "report";\nconst report = await openReport(edition);`,
    rows: `await show(report.observations.filter(({ value }) => value > least).slice(0, 2));`,
  });
  notebook.cells[0].metadata = { tags: ["parameters"] };
  await Deno.writeTextFile(
    `${project.folder}/notebooks/${name}.ipynb`,
    serializeNotebook(notebook),
  );
}

Deno.test("a run of another edition writes beside that edition's outputs, and over no other's; what opens both goes stale with either", async () => {
  const both = `import { openReport } from "report";
    const [one, other] = await Promise.all([openReport(), openReport("kursk-2017")]);
    [one.edition.id, other.edition.id]`;
  await using project = await scratchProject({ "05_both": { both } });
  const { folder } = project;
  await general(project, "04_any");
  const before = await project.files();
  const { code, stderr } = await project.reproduce("--edition", "kursk-2017");
  assertEquals(code, 0, stderr);
  assertMatch(stderr, /^1 notebook ran; /m);
  const after = await project.files();
  assertEquals(Object.fromEntries(Object.keys(before).map((name) => [name, after[name]])), before);
  const beside = "editions/kursk-2017/04_any.ipynb";
  assertEquals(Object.keys(after).filter((name) => !(name in before)).toSorted(), [
    beside,
    "editions/kursk-2017/tables/04_any/rows.csv",
  ]);
  assertStringIncludes(String(after[beside]), 'const edition = \\"kursk-2017\\", least = 0;');
  assertStringIncludes(String(after[beside]), '"data/kursk-2017"');

  const explained = async (...args: string[]) =>
    (await project.run("stale", "--explain", ...args)).stdout;
  const stale = (...args: string[]) => explained("04_any", ...args);
  assertEquals(await stale("-p", "edition", "kursk-2017"), "");
  assertStringIncludes(await stale(), "it keeps no record of a run");
  const table = `${folder}/data/kursk-2017/tables/table26.json`;
  await Deno.writeTextFile(table, `${await Deno.readTextFile(table)}\n`);
  assertEquals(
    await stale("--edition", "kursk-2017"),
    "notebooks/04_any.ipynb\n  dataset data/kursk-2017/tables/table26.json changed\n",
  );

  assertEquals((await project.reproduce("01_overview", "05_both")).code, 0);
  const staleOfBoth = () => explained("01_overview", "05_both");
  assertEquals(await staleOfBoth(), "");
  for (const edition of ["kuzbass-2016", "kursk-2017"]) {
    const path = `${folder}/data/${edition}/edition.json`;
    const text = await Deno.readTextFile(path);
    await Deno.writeTextFile(path, `${text}\n`);
    // One that opens none never is.
    assertEquals(
      await staleOfBoth(),
      `notebooks/05_both.ipynb\n  dataset data/${edition}/edition.json changed\n`,
    );
    await Deno.writeTextFile(path, text);
  }
});

Deno.test("other parameters go to a folder that is named; what a notebook cannot take is told before the run", async () => {
  await using project = await scratchProject({});
  await general(project, "04_any");
  const before = await project.files();
  const refused: [args: string[], said: string][] = [
    [["04_any", "-p", "least", "5"], "this one has least; name a folder for it"],
    [["04_any", "-p", "lest", "5"], 'did you mean "least", "edition"?'],
    [["04_any", "-p", "least", "5", "-p", "least", "6"], 'expected one value of "least"'],
    [
      ["04_any", "-p", "least", "few", "--out", "out"],
      'expected for "least" a number, found "few"',
    ],
    [["-p", "least", "5", "--out", "out"], "01_overview.ipynb: expected a parameter"],
    [["04_any", "-p", "least"], "expected a name and a value"],
    [["01_overview", "--edition", "kursk-2017"], 'expected a parameter "edition", found no code'],
    [["--edition", "kursk-2017", "-p", "edition", "x"], 'found "kursk-2017" and "x"'],
    [["--edition", "kursk"], 'did you mean "kursk-2017"'],
  ];
  for (const [args, said] of refused) {
    const { code, stderr } = await project.reproduce(...args);
    assertEquals(code, 1);
    assertStringIncludes(stderr, said);
  }
  const path = "../project/data/kursk-2017/";
  const ran = await project.reproduce(
    ...["04_any", "--parameter", "least=1000", "--edition", path, "--out", "out"],
  );
  assertEquals(ran.code, 0, ran.stderr);
  assertEquals(await project.files(), before);
  const written = await Deno.readTextFile(`${project.folder}/out/04_any.ipynb`);
  assertStringIncludes(written, 'const edition = \\"kursk-2017\\", least = 1000;');
});

/** Those that `deno task test:long` tries besides are last. */
const generalNotebooks = ["01_overview", "07_what_holds", "08_implied", "09_protection"]
  .slice(0, Deno.args.includes("--all") ? 4 : 2);
const ranAll = new RegExp(`^${generalNotebooks.length} notebooks ran; `, "m");

Deno.test("general notebooks run on an edition of tables alone, and on one that has just been made", async () => {
  await using project = await scratchProject({});
  const { folder } = project;
  for (const name of generalNotebooks) {
    await Deno.copyFile(`notebooks/${name}.ipynb`, `${folder}/notebooks/${name}.ipynb`);
  }
  const kursk = await project.reproduce("--edition", "kursk-2017");
  assertEquals(kursk.code, 0, kursk.stderr);
  assertMatch(kursk.stderr, ranAll);
  await Deno.writeTextFile(
    `${folder}/libraries.csv`,
    "Authority,Loans 2022,Loans 2023,Change\nAshford,120,121,1\nBarnet,390,388,-2\nTotal,510,509,2\n",
  );
  const made = await project.run("new-edition", "english", "--table", "libraries.csv");
  assertEquals(made.code, 0, made.stderr);
  const english = await project.reproduce("--edition", "english");
  assertMatch(english.stderr, ranAll);
  assertMatch(english.stderr, /^Undeclared contradiction "libraries.total.change/m);
  const files = await project.files();
  const holds = (edition: string) => String(files[`editions/${edition}/07_what_holds.ipynb`]);
  assertStringIncludes(holds("kursk-2017"), "No numbers clash.");
  assertStringIncludes(holds("kursk-2017"), "No rows.");
  assertStringIncludes(
    String(files["editions/english/figures/07_what_holds/repair-sizes.svg"]),
    "1 smallest repair changes printed numbers by 3",
  );
});
