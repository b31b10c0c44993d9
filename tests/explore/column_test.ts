import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { packRows, unpackRows } from "../../lib/explore/column.ts";

Deno.test("packed rows come back as they were", () => {
  const text = fc.string({ minLength: 1 });
  const row = fc.record({
    text: fc.option(text),
    number: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
    list: fc.uniqueArray(text),
  });
  fc.assert(fc.property(fc.array(row, { minLength: 1 }), (rows) => {
    assertEquals(unpackRows(packRows(rows, ["text", "number", "list"])), rows);
  }));
});
