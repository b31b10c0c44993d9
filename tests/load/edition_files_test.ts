import { assertEquals } from "@std/assert";
import { parse } from "@std/csv";
import fc from "fast-check";
import { parseCsv } from "../../lib/load/edition_files.ts";

/** The records, or what is said of a text that is no CSV. */
function readBy(read: (text: string) => unknown, text: string): unknown {
  try {
    return read(text);
  } catch (error) {
    return String(error);
  }
}

Deno.test("any text gives the records, or the error, that @std/csv gives", () => {
  const part = fc.constantFrom("a", " ", ",", "\n", "\n\n", '"', '""', '"b, c"', '"d\ne"', "й");
  const texts = fc.array(part).map((parts) => parts.join(""));
  fc.assert(fc.property(texts, (text) => {
    assertEquals(readBy(parseCsv, text), readBy(parse, text));
  }));
});
