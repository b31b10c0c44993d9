import { assertEquals, assertThrows } from "@std/assert";
import { parse } from "@std/csv";
import fc from "fast-check";
import { fieldPositions, parseDelimited } from "../../lib/input/read_delimited.ts";
import { UnreadableFile } from "../../lib/input/read_file.ts";

const text = "Район;2016\r\nАнжеро;1,5\r\n";
const rows = [["Район", "2016"], ["Анжеро", "1,5"]];

function utf16(text: string, isLittle: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at), isLittle);
  return new Uint8Array(view.buffer);
}

/** Letters and ASCII in Windows-1251. */
function windows1251(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => {
    const code = character.charCodeAt(0);
    return code < 128 ? code : code - 0x410 + 0xc0;
  });
}

const encoded: [name: string, bytes: Uint8Array<ArrayBuffer>][] = [
  ["utf-8", new TextEncoder().encode(text)],
  ["utf-8", new TextEncoder().encode("\ufeff" + text)],
  ["utf-16le", utf16("\ufeff" + text, true)],
  ["utf-16be", utf16("\ufeff" + text, false)],
  ["utf-16le", utf16("a;b\r\n1;2\r\n", true)],
  ["windows-1251", windows1251(text)],
];

for (const [name, bytes] of encoded) {
  Deno.test(`a table in ${name} of ${bytes.length} bytes is read`, () => {
    const read = parseDelimited(bytes, "a.csv");
    assertEquals(read.encoding, name);
    assertEquals(read.rows, bytes.length === 20 ? [["a", "b"], ["1", "2"]] : rows);
  });
}

const parted: [text: string, separator: string][] = [
  ["a,b\n1,2\n", ","],
  ["a;b\n1,5;2,5\n", ";"],
  ["a\tb\n1,5\t2,5\n", "\t"],
  ["a|b\n1,5|2,5\n", "|"],
  ["sep=|\na|b\n1,5|2\n", "|"],
  ['"x;y",b\n1,2\n', ","],
];

for (const [text, separator] of parted) {
  Deno.test(`${JSON.stringify(text)} is parted by ${JSON.stringify(separator)}`, () => {
    const read = parseDelimited(new TextEncoder().encode(text), "a.csv");
    assertEquals([read.separator, read.rows.map(({ length }) => length)], [separator, [2, 2]]);
  });
}

Deno.test("blank lines are rows, so that rows are counted as spreadsheets do", () => {
  const read = parseDelimited(new TextEncoder().encode('a,b\n\n"1\n\n2",3\n'), "a.csv");
  assertEquals(read.rows, [["a", "b"], ["", ""], ["1\n\n2", "3"]]);
});

Deno.test("an empty file is refused", () => {
  assertThrows(
    () => parseDelimited(new TextEncoder().encode("\ufeff \n"), "a.csv"),
    UnreadableFile,
    "empty",
  );
});

function fieldPosition(text: string, record: number, field: number) {
  return fieldPositions(text)(record, field);
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

Deno.test("letters that stand alone among Latin ones are Windows-1252, others as is told", () => {
  const bytes = Uint8Array.from("Zone;Exprim\xe9s\nN\xeemes;1,5\n", (one) => one.charCodeAt(0));
  const french = parseDelimited(bytes, "a.csv");
  assertEquals([french.encoding, french.rows[0][1], french.rows[1][0]], [
    ...["windows-1252", "Exprim\u00e9s", "N\u00eemes"],
  ]);
  const polish = parseDelimited(Uint8Array.from([...bytes, 0xb3]), "a.csv", "windows-1250");
  assertEquals(polish.rows.at(-1), ["\u0142"]);
});
