import { assertEquals, assertMatch } from "@std/assert";
import { schemas } from "../../lib/model/edition_tables.ts";
import { changedEdition, withLine } from "../load/changed_edition.ts";
import { runTask } from "./run_task.ts";

Deno.test("validate counts what it found valid", async () => {
  const { code, stdout, stderr } = await runTask(["validate"]);
  assertEquals([code, stderr], [0, ""]);
  const counted = new RegExp(
    `^kuzbass-2016: ${
      Object.keys(schemas).length + 1
    } tables valid, \\d+ observations, \\d+ claims\n$`,
  );
  assertMatch(stdout, counted);
});

Deno.test("validate reports every problem on stderr and ends with 1", async () => {
  await using edition = await changedEdition({
    "territories.csv": withLine("x"),
    "populations.csv": withLine("x"),
  });
  const { folder } = edition;
  const { code, stdout, stderr } = await runTask(["validate", "--edition", folder]);
  assertEquals([code, stdout], [1, ""]);
  assertMatch(
    stderr,
    /: 2 problems\n.*populations\.csv:\d+:2: .*\n.*territories\.csv:\d+:2: .*\n$/,
  );
});
