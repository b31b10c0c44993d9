import { assert, assertEquals } from "@std/assert";
import { parse } from "@std/csv";
import { aggregate, loadReport } from "report";
import { listExports } from "../lib/notebook/list_exports.ts";
import { parseNotebook } from "../lib/notebook/notebook_document.ts";

/** The rows of CSV, read without the library. */
function rowsIn(csv: string): Record<string, string>[] {
  const [header, ...rows] = parse(csv);
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]])));
}

/** The rows of a file. */
async function rowsOf(path: string): Promise<Record<string, string>[]> {
  return rowsIn(await Deno.readTextFile(path));
}

/** The tables that a notebook shows, by the names of their files. */
async function tablesOf(notebook: string): Promise<Map<string, Record<string, string>[]>> {
  const path = `notebooks/${notebook}.ipynb`;
  const files = listExports(parseNotebook(await Deno.readTextFile(path), path));
  const tables = files.filter(({ kind }) => kind === "table");
  return new Map(tables.map(({ name, text }) => [name, rowsIn(text)]));
}

/** Every row that a notebook shows in a table with this column. */
async function rowsWith(column: string, notebook: string): Promise<Record<string, string>[]> {
  const tables = await tablesOf(notebook);
  return [...tables.values()].filter(([row]) => column in row).flat();
}

const report = await loadReport();
/** The notebooks but the overview, which shows everything. */
const topical = (await Array.fromAsync(Deno.readDir("notebooks"), ({ name }) => name))
  .filter((name) => /^(?!01_).*\.ipynb$/.test(name)).map((name) => name.replace(".ipynb", ""));
const rows = await rowsOf("data/kuzbass-2016/initiatives.csv");

/** How many rows have each code, counted from the file alone. */
function counted(of: readonly Record<string, string>[], field: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const code of of.flatMap((row) => row[field].split(" ").filter((one) => one !== ""))) {
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

for (const field of ["section", "kind", "audience", "themes", "channel", "platforms"] as const) {
  Deno.test(`the library counts initiatives by ${field} as the file does`, () => {
    const library = new Map(
      aggregate(report.initiatives, { group: field }).map(({ group, value }) => [group, value]),
    );
    library.delete("–");
    assertEquals(library, counted(rows, field));
  });
}

Deno.test("the codebooks of the atlas count as the file does", async () => {
  const fields = {
    sections: "section",
    kinds: "kind",
    audiences: "audience",
    themes: "themes",
    channels: "channel",
    platforms: "platforms",
  };
  const tables = await tablesOf("13_atlas");
  for (const [index, [name, field]] of Object.entries(fields).entries()) {
    const shown = tables.get(`codebook-tables-${index + 1}`) ?? [];
    const counts = counted(rows, field);
    assertEquals(
      shown.map((row) => [row.Code, Number(row.Initiatives)]),
      report[name as "kinds"].map(({ id }) => [id, counts.get(id) ?? 0]),
    );
  }
});

Deno.test("the notebooks of the three parts list every initiative of their part", async () => {
  const parts = [
    ["centre", "10_what_libraries_do", "list-1"],
    ["heritage", "10_what_libraries_do", "list-2"],
    ["online", "11_online", "list"],
  ];
  for (const [section, notebook, table] of parts) {
    const shown = (await tablesOf(notebook)).get(table) ?? [];
    const own = rows.filter((row) => row.section === section);
    assertEquals(shown.map((row) => row.Initiative), own.map((row) => row.name));
  }
});

Deno.test("the systems table of the atlas counts mentions and initiatives as the files do", async () => {
  const shown = (await tablesOf("13_atlas")).get("systems-table") ?? [];
  const mentions = counted(await rowsOf("data/kuzbass-2016/system-mentions.csv"), "system");
  const initiatives = counted(rows, "system");
  assertEquals(shown.length, report.systems.length);
  for (const row of shown) {
    const { id } = report.systems.find(({ label }) => label.en === row["Library system"])!;
    assertEquals(Number(row.Mentions), mentions.get(id) ?? 0);
    assertEquals(Number(row.Initiatives), initiatives.get(id) ?? 0);
  }
});

Deno.test("every finding of the report has a notebook that shows it", async () => {
  const rows = await Promise.all(topical.map((name) => rowsWith("Finding", name)));
  const shown = new Set(rows.flat().map((row) => row.Finding));
  const missing = report.findings.filter(({ statement }) => !shown.has(statement.en));
  assertEquals(missing.map(({ id }) => id), []);
  assert(report.findings.length > 100);
});

Deno.test("every claim has a notebook that shows it", async () => {
  const rows = await Promise.all(topical.map((name) => rowsWith("Claim", name)));
  const shown = new Set(rows.flat().map((row) => row.Claim));
  const missing = report.claims.filter(({ id }) => !shown.has(id));
  assertEquals(missing.map(({ id }) => id), []);
});
