import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { judgeLargeTable } from "../../lib/engine/judge_large_table.ts";
import { sampleTable } from "../../lib/engine/sample_table.ts";
import { openDatabase } from "../../lib/engine/open_database.ts";
import { readDelimited } from "../../lib/input/read_delimited.ts";
import { judgeTable } from "../../lib/preflight/judge_table.ts";
import { readTable } from "../../lib/preflight/read_table.ts";
import { readRelations } from "../../lib/preflight/relations_file.ts";
import { TableGrid } from "../../lib/preflight/table.ts";
import { command, runCommand } from "../../lib/cli/command.ts";
import { countryRelations, madeCountry } from "./country.ts";

/** Sizes in libraries, of 30 columns each, and what is measured on each. */
const sizes = [40_000, 400_000];
const inMemory = 10_000;

async function writeCountry(folder: string, libraries: number): Promise<string> {
  const country = madeCountry(libraries);
  const path = join(folder, `country-${libraries}.csv`);
  const file = await Deno.open(path, { write: true, create: true });
  const writer = file.writable.getWriter(), encoder = new TextEncoder();
  let text = country.header.join(",") + "\n";
  for (const row of country.rows()) {
    text += row.join(",") + "\n";
    if (text.length > 1_000_000) {
      await writer.write(encoder.encode(text));
      text = "";
    }
  }
  await writer.write(encoder.encode(text));
  await writer.close();
  return path;
}

async function timed<Value>(act: () => Promise<Value>): Promise<[seconds: number, value: Value]> {
  const start = performance.now();
  const value = await act();
  return [(performance.now() - start) / 1000, value];
}

async function judged(path: string, relations: string) {
  const sample = await sampleTable(path, {});
  return await judgeLargeTable(
    sample,
    await readRelations(relations, new TableGrid(sample.table)),
  );
}

/** What DuckDB takes for the bare scan of the file, and a sum of every column of numbers. */
async function bareScan(path: string): Promise<void> {
  const database = openDatabase();
  try {
    await database.run(
      `SELECT sum(COLUMNS(* EXCLUDE (library, region))) FROM read_csv('${path}')`,
    );
  } finally {
    await database.close();
  }
}

async function measure(): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    const relations = join(folder, "relations.csv");
    await Deno.writeTextFile(relations, countryRelations);
    const times: number[] = [];
    for (const libraries of sizes) {
      const path = await writeCountry(folder, libraries);
      const [bare] = await timed(() => bareScan(path));
      const [seconds, { families, rows, databaseMemory }] = await timed(() =>
        judged(path, relations)
      );
      times.push(seconds);
      assertEquals(rows, libraries);
      const found = new Set(
        families.flatMap(({ violated }) => violated.map(({ cells }) => cells[0].row.number)),
      );
      const slips = new Set(madeCountry(libraries).slips.map(({ row }) => row));
      const instances = families.reduce((sum, { judged }) => sum + judged, 0);
      const memory = Deno.memoryUsage().rss / 2 ** 20;
      console.log(
        `${libraries.toLocaleString("en")} libraries, ${
          instances.toLocaleString("en")
        } relations: ` +
          `${seconds.toFixed(2)} s = ${(seconds / bare).toFixed(1)} x a bare scan and sum; ` +
          `${memory.toFixed(0)} MiB, and DuckDB ${
            (databaseMemory / 2 ** 20).toFixed(0)
          } MiB at most; slips found ${found.intersection(slips).size} of ${slips.size}, ` +
          `invented ${found.difference(slips).size}`,
      );
    }
    const exponent = Math.log(times[1] / times[0]) / Math.log(sizes[1] / sizes[0]);
    console.log(`growth exponent ${exponent.toFixed(2)}`);
    const path = await writeCountry(folder, inMemory);
    const [large] = await timed(() => judged(path, relations));
    const [small] = await timed(async () => {
      const grid = new TableGrid(readTable(await readDelimited(path)));
      return judgeTable(grid, await readRelations(relations, grid));
    });
    console.log(
      `${inMemory.toLocaleString("en")} libraries: in memory ${small.toFixed(2)} s, by DuckDB ` +
        `${large.toFixed(2)} s (${(large / small).toFixed(2)} x)`,
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

await runCommand(
  command("bench:scale")
    .action(measure),
);
