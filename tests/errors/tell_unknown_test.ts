import { assertEquals, assertThrows } from "@std/assert";
import { tellUnknown } from "../../lib/errors/tell_unknown.ts";
import { UsageError } from "../../lib/errors/usage_error.ts";

const told = () => tellUnknown({ table: () => 1, rows: [2] }, "read the report");

Deno.test("a name that an object does not have is told, with what was probably meant", () => {
  assertThrows(
    () => (told() as unknown as { tabel(): number }).tabel(),
    UsageError,
    'Cannot read the report: expected a name that is there, found "tabel"; did you mean "table", "rows"?',
  );
  assertEquals(told().table(), 1);
});

Deno.test("an object that tells is awaited, copied and written as any other", async () => {
  assertEquals(await Promise.resolve(told()).then(({ rows }) => rows), [2]);
  assertEquals(JSON.stringify(told()), '{"rows":[2]}');
  assertEquals(Object.keys({ ...told() }), ["table", "rows"]);
  assertEquals(Deno.inspect(told()), "Object <{}> { table: [Function: table], rows: [ 2 ] }");
  assertEquals([`${told()}`, "rows" in told(), "tabel" in told()], [
    "[object Object]",
    true,
    false,
  ]);
  assertEquals(Reflect.get(told(), Symbol.for("Jupyter.display")), undefined);
  assertEquals(structuredClone({ ...told(), table: 0 }), { table: 0, rows: [2] });
});
