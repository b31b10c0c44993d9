import { assertEquals, assertRejects } from "@std/assert";
import { query } from "../../lib/engine/open_database.ts";
import { UsageError } from "../../lib/errors/usage_error.ts";

Deno.test("a table is asked where it lies, and only the answer comes back", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/loans.csv`;
  const lines = Array.from({ length: 1_000 }, (_, n) => `${n % 3},${n}`);
  await Deno.writeTextFile(path, ["region,loans", ...lines].join("\n"));
  const rows = await query(
    `SELECT region, count(*) AS libraries, sum(loans) AS loans, median(loans) AS middle
     FROM '${path}' GROUP BY region ORDER BY region;`,
  );
  assertEquals(rows[0], { region: 0, libraries: 334, loans: 166833, middle: 499.5 });
  assertEquals(rows.length, 3);
  assertEquals(await query("SELECT 9007199254740993 AS many, 1.25 AS decimal, NULL AS none"), [
    { many: "9007199254740993", decimal: 1.25, none: null },
  ]);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("what is no SQL, and more rows than anybody looks at, are told", async () => {
  await assertRejects(() => query("SELEC 1"), UsageError, "Cannot query: Parser Error");
  await assertRejects(
    () => query("SELECT * FROM range(20000)"),
    UsageError,
    "expected at most 10,000 rows, found 20,000",
  );
});
