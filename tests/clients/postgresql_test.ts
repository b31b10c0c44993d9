import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { openDatabase } from "../../lib/engine/open_database.ts";
import { sampleTable } from "../../lib/engine/sample_table.ts";
import { relationsScript } from "../../lib/engine/relations_script.ts";
import { anyTable, relations } from "../engine/any_table.ts";
import { commandOf } from "./programs.ts";
import { runProgram } from "./run_program.ts";
import { testWith } from "./test_with.ts";

testWith(["postgresql"], {
  name: "PostgreSQL and DuckDB give the same counts for the same script",
  async fn() {
    const folder = await Deno.makeTempDir();
    try {
      const path = join(folder, "table.csv"), numbered = join(folder, "numbered.csv");
      const table = anyTable(2_000, 16), lines = table.trimEnd().split("\n").slice(1);
      await Deno.writeTextFile(path, table);
      await Deno.writeTextFile(
        numbered,
        lines.map((line, index) => `${index + 2};${line}\n`).join(""),
      );
      const sample = await sampleTable(path, { headerRows: 1, decimal: "comma" });
      const script = relationsScript(sample.table, relations);
      const columns = sample.table.columns.map((_, index) => `c${index + 1} text`).join(", ");
      const file = join(folder, "script.sql");
      await Deno.writeTextFile(
        file,
        `CREATE TABLE printed (n bigint, ${columns});\n` +
          `\\copy printed FROM '${numbered}' WITH (FORMAT csv, DELIMITER ';')\n${script}`,
      );
      const psql = ["psql", "-qAt", "-v", "ON_ERROR_STOP=1", "-f", file];
      const printed = await runProgram(commandOf("postgresql"), { args: psql });
      const counts = printed.split("\n").filter((line) => line.includes("|"));
      assertEquals(counts, await countsInDuckDB(sample.source, script));
      assert(counts.length > 3 * relations.length);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

async function countsInDuckDB(source: string, script: string): Promise<string[]> {
  const database = openDatabase();
  try {
    await database.run(
      `CREATE VIEW printed AS SELECT row_number() OVER () + 1 AS n, * FROM ${source}`,
    );
    const [cells, ...queries] = script.trim().split("\n\n");
    await database.run(cells);
    const found = [];
    for (const query of queries) found.push(...await database.run(query));
    return found.map(({ relation, mask, times }) => `${relation}|${mask}|${times}`);
  } finally {
    await database.close();
  }
}
