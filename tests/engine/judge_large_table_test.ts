import { assert, assertEquals, assertRejects } from "@std/assert";
import { judgeLargeTable } from "../../lib/engine/judge_large_table.ts";
import { sampleTable } from "../../lib/engine/sample_table.ts";
import { parseDelimited } from "../../lib/input/read_delimited.ts";
import { type JudgedTable, judgeTable } from "../../lib/preflight/judge_table.ts";
import { readTable } from "../../lib/preflight/read_table.ts";
import { TableGrid } from "../../lib/preflight/table.ts";
import { type TableRelation } from "../../lib/preflight/table_relation.ts";
import { UsageError } from "../../lib/errors/usage_error.ts";
import { anyTable, relations } from "./any_table.ts";

function countsOf({ families }: Pick<JudgedTable, "families">) {
  return families.map(({ hold, judged, missing }) => ({ hold, judged, missing }));
}

function violatedRows({ families }: Pick<JudgedTable, "families">) {
  return families.map(({ violated }) => violated.map(({ cells }) => cells[0].row.number));
}

/** A row whose numbers are beyond 18 digits where they are multiplied, so that the engine computes with larger ones. */
const huge = `Library 1501;${"999999999999999;".repeat(3)};;;;;;\n`;

for (const [numbers, more, rows] of [["any", "", 1_500], ["the largest", huge, 1_501]] as const) {
  Deno.test(`DuckDB and the audit in memory agree, row for row, on rows of ${numbers} numbers`, async () => {
    const path = await Deno.makeTempFile({ suffix: ".csv" });
    try {
      await Deno.writeTextFile(path, anyTable(1_500, 5) + more);
      const sample = await sampleTable(path, { headerRows: 1, decimal: "comma" });
      const large = await judgeLargeTable(sample, relations);
      const table = readTable(
        parseDelimited(await Deno.readFile(path), path),
        { headerRows: 1, decimal: "comma" },
      );
      const small = judgeTable(new TableGrid(table), relations);
      assertEquals(large.rows, rows);
      assertEquals(countsOf(large), countsOf(small));
      assertEquals(violatedRows(large), violatedRows(small));
      assert(
        countsOf(small).every(({ hold, judged, missing }) =>
          hold > 150 && judged > hold && missing > 0
        ),
      );
    } finally {
      await Deno.remove(path);
    }
  });
}

/** A table judged by DuckDB. */
async function judgedLarge(text: string, relations: readonly TableRelation[]) {
  const path = await Deno.makeTempFile({ suffix: ".csv" });
  try {
    await Deno.writeTextFile(path, text);
    return await judgeLargeTable(await sampleTable(path, {}), relations);
  } finally {
    await Deno.remove(path);
  }
}

const total: TableRelation = {
  ...{ each: "row", kind: "sum", result: "all", operands: ["children", "adults"], divisors: [] },
  ...{ unit: "", computed: "as-printed", blank: "not-told", except: [] },
};
const small = "library,children,adults,all\nNorth,10,20,30\nSouth,1,2,4\nEast,around 5,6,11\n";

Deno.test("a row that holds other than plain numbers is judged exactly", async () => {
  const { families: [family], rows, unjudged } = await judgedLarge(small, [total]);
  assertEquals([rows, unjudged, family.hold, family.judged], [3, 0, 2, 3]);
  assertEquals(family.violated.map(({ where }) => where), ["South"]);
});

Deno.test("rows that a relation excepts do not count", async () => {
  const { families: [family] } = await judgedLarge(small, [{ ...total, except: ["South"] }]);
  assertEquals([family.hold, family.judged], [2, 2]);
});

Deno.test("a blank operand that is nil was not rounded", async () => {
  const relation: TableRelation = {
    ...{ ...total, operands: ["children", "youths", "adults"] },
    ...{ computed: "from-unrounded", blank: "nil" },
  };
  const text = "library,children,youths,adults,all\nNorth,10,20,,31\nSouth,10,20,,32\n";
  const { families: [family] } = await judgedLarge(text, [relation]);
  assertEquals([family.hold, family.judged], [1, 2]);
});

Deno.test("a relation between rows is refused, for it needs all of the table", async () => {
  await assertRejects(
    () => judgedLarge(small, [{ ...total, each: "column" }]),
    UsageError,
    "expected relations between columns",
  );
});
