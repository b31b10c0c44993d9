import { assertEquals, assertThrows } from "@std/assert";
import { UnreadableFile } from "../../lib/input/read_file.ts";
import { parseDelimited } from "../../lib/input/read_delimited.ts";

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
