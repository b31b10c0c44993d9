import { assertEquals } from "@std/assert";
import { parse } from "@std/csv";
import fc from "fast-check";
import { FieldPositions } from "../../lib/input/field_position.ts";

function fieldPosition(text: string, record: number, field: number) {
  return new FieldPositions(text).of(record, field);
}

Deno.test("fieldPosition points at each field of a plain text", () => {
  const text = "a,bb,c\n1,,3\n";
  assertEquals(fieldPosition(text, 0, 1), { line: 1, column: 3 });
  assertEquals(fieldPosition(text, 0, 2), { line: 1, column: 6 });
  assertEquals(fieldPosition(text, 1, 0), { line: 2, column: 1 });
  assertEquals(fieldPosition(text, 1, 1), { line: 2, column: 3 });
  assertEquals(fieldPosition(text, 1, 2), { line: 2, column: 4 });
});

Deno.test("fieldPosition passes over commas, quotes and line feeds within quotes", () => {
  const text = 'a,b\n"x, ""y""\n,z",2\n3,4';
  assertEquals(fieldPosition(text, 1, 0), { line: 2, column: 1 });
  assertEquals(fieldPosition(text, 1, 1), { line: 3, column: 5 });
  assertEquals(fieldPosition(text, 2, 1), { line: 4, column: 3 });
});

Deno.test("fieldPosition counts no blank line as a record, but one within quotes as text", () => {
  assertEquals(fieldPosition("\n\na,b\n\n1,2", 1, 1), { line: 5, column: 3 });
  assertEquals(fieldPosition('a,b\n"\n\n",2', 1, 1), { line: 4, column: 3 });
});

Deno.test("fieldPosition points at the end of a record that has fewer fields", () => {
  assertEquals(fieldPosition("a,b\n1\n", 0, 2), { line: 1, column: 4 });
  assertEquals(fieldPosition("a,b\n1\n", 1, 1), { line: 2, column: 2 });
  assertEquals(fieldPosition("a,b", 0, 2), { line: 1, column: 4 });
  assertEquals(fieldPosition("a,b\n1,", 1, 1), { line: 2, column: 3 });
});

Deno.test("fieldPosition finds every field of every table that is written with quotes", () => {
  const cell = fc.string({ unit: fc.constantFrom(",", '"', "\n", " ", "a", "б", "1") });
  const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 });
  fc.assert(fc.property(table, (rows) => {
    let text = "";
    const places = rows.map((row) =>
      row.map((content, field) => {
        const lines = text.split("\n");
        const place = { line: lines.length, column: lines[lines.length - 1].length + 1 };
        text += `"${content.replaceAll('"', '""')}"${field === 2 ? "\n" : ","}`;
        return place;
      })
    );
    assertEquals(parse(text), rows);
    for (const [record, row] of places.entries()) {
      for (const [field, place] of row.entries()) {
        assertEquals(fieldPosition(text, record, field), place);
      }
    }
  }));
});
