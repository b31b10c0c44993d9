import { assert, assertEquals } from "@std/assert";
import { dirname } from "node:path";
import { audit } from "../lib/audit/audit.ts";
import { richForm } from "../lib/display/show.ts";
import { readDelimited } from "../lib/input/read_delimited.ts";
import { loadReport } from "../lib/load/load_report.ts";
import { display } from "../lib/model/displayable.ts";
import { editionFile, PrintedTable } from "../lib/model/edition.ts";
import { judgeTable } from "../lib/preflight/judge_table.ts";
import { readTable } from "../lib/preflight/read_table.ts";
import { readRelations } from "../lib/preflight/relations_file.ts";
import { TableGrid } from "../lib/preflight/table.ts";

const readme = await Deno.readTextFile("README.md");
const picture = /!\[[^\]]*\]\((tests\/figures\/gallery\/readme\.svg)\)/.exec(readme)?.[1] ?? "";

Deno.test("README is short, and shows what its cell draws", async () => {
  assert(readme.split("\n").length <= 150);
  const [, cell = ""] = /```ts\n([^`]*Plot\.plot[^`]*)```/.exec(readme) ?? [];
  const module = cell.replace("\nPlot.plot(", "\nexport default Plot.plot(");
  const { default: drawn } = await import(
    `data:application/typescript,${encodeURIComponent(module)}`
  );
  const svg = String(richForm(drawn)?.("en")[display]()["image/svg+xml"]);
  if (Deno.env.has("UPDATE_SNAPSHOTS")) await Deno.writeTextFile(picture, svg);
  assertEquals(svg, await Deno.readTextFile(picture));
});

const manual = await Deno.readTextFile("data/README.md");

Deno.test("data/README.md makes an edition in two languages that is valid, and finds what it declares", async () => {
  const folder = await Deno.makeTempDir();
  const written = manual.matchAll(/^`budget-2024\/([\w./]+)`\n\n```\w+\n(.*?)^```$/gms);
  for (const [, path, content] of written) {
    await Deno.mkdir(dirname(`${folder}/${path}`), { recursive: true });
    await Deno.writeTextFile(`${folder}/${path}`, content);
  }
  const report = await loadReport(folder);
  const { verdicts, undeclared, stale } = audit(report);
  assertEquals([undeclared, stale], [[], []]);
  const { agrees, holds, contradicts, ...others } = countBy(verdicts.map(({ kind }) => kind));
  assertEquals([agrees, holds, contradicts, others], [4, 1, 1, { "base-missing": 2 }]);
  assertEquals(Object(report.edition.title).de, "Haushalt der Stadt");
  await Deno.remove(folder, { recursive: true });
});

Deno.test("data/README.md explains every key of edition.json and of a printed table", () => {
  const explained = new Set(manual.match(/(?<=`)\w+(?=`)/g));
  const { relations, columns, indicators } = PrintedTable.shape;
  const keys = [
    ...Object.keys(editionFile.shape),
    ...Object.keys(editionFile.shape.numberFormat.shape)
      .filter((key) => !["decimal", "group", "minus", "plus"].includes(key)),
    ...Object.keys(PrintedTable.shape),
    ...Object.keys(relations._zod.def.innerType._zod.def.element.shape),
    ...Object.keys(columns._zod.def.valueType.shape),
    ...Object.keys(indicators._zod.def.innerType._zod.def.valueType.shape),
  ];
  assertEquals(keys.filter((key) => !explained.has(key)), []);
});

Deno.test("the relations that data/README.md writes by hand are read, and found to hold or not", async () => {
  const [table, relations] = ["budget-2024/tables/budget", "relations"].map((name) =>
    manual.split(`\`${name}.csv\`\n\n\`\`\`csv\n`)[1].split("```")[0]
  );
  const path = await Deno.makeTempFile({ suffix: ".csv" });
  await Deno.writeTextFile(path, table);
  const grid = new TableGrid(readTable(await readDelimited(path)));
  await Deno.writeTextFile(path, relations);
  const { families } = judgeTable(grid, await readRelations(path, grid));
  assertEquals(families.map(({ relation: { result }, hold, judged }) => [result, hold, judged]), [
    ["change", 2, 3],
    ["Total", 1, 1],
  ]);
  await Deno.remove(path);
});

function countBy(names: readonly string[]): Record<string, number> {
  const groups = Map.groupBy(names, (name) => name);
  return Object.fromEntries([...groups].map(([name, alike]) => [name, alike.length]));
}
