import { assertEquals } from "@std/assert";
import { moduleOfCells } from "../../lib/notebook/module_of_cells.ts";
import { readCells } from "../../lib/notebook/parse_cell.ts";
import { notebookOf } from "./notebook_of.ts";

function moduleOf(cells: Readonly<Record<string, string>>, forTypes = false) {
  return moduleOfCells(readCells(notebookOf(cells)).cells, { forTypes });
}

const cells = {
  one: `const a = 1; // of one\nimport { join } from "node:path"; const b = join("a", "b");`,
  two: `/** As text. */\nexport const c = String(b); export { c };`,
  three: `[a].map((one) => one)`,
  four: `const a = [c].map((one) => { if (one) one.trim(); return one; })`,
};

Deno.test("cells follow each other, imports first; one that declares a name again begins a block", () => {
  assertEquals(moduleOf(cells).text.split("\n"), [
    "// of one",
    `import { join } from "node:path";`,
    "{",
    `const a = 1;  const b = join("a", "b");`,
    ";",
    "/** As text. */",
    "const c = String(b); ",
    ";",
    "[a].map((one) => one)",
    "{",
    "const a = [c].map((one) => { if (one) one.trim(); return one; })",
    "}",
    "}",
    "export {};",
    "",
  ]);
});

Deno.test("a var that a cell declares again is written as let, which a block holds", () => {
  const { text } = moduleOf({ one: `var a = 1;`, two: `var a = "text";\na = "";` }, true);
  assertEquals(text.split("\n").slice(-7, -2), [
    "var a = 1;",
    "{",
    `let a = "text";`,
    `a = "";`,
    "}",
  ]);
});

Deno.test("beside JSX, what would begin an element is written otherwise", () => {
  const { text } = moduleOf({
    one: `const a = <b id="c" />;`,
    two: `const d = <number><unknown>a;\nconst e = <T>(x: T) => x;`,
  });
  assertEquals(text.split("\n").slice(3, 5), [
    "const d = ((a as unknown) as number);",
    "const e = <T,>(x: T) => x;",
  ]);
});

Deno.test("an import of values is one of types, and a constant where it stood; a value that is dropped is compared", () => {
  const { text } = moduleOf({
    one: `import * as e from "f"\nimport { a as b, type C } from "d";\nload();`,
  }, true);
  assertEquals(text.split("\n").slice(-12, -3), [
    `import type * as e from "f"; import * as e$0 from "f";`,
    `import type { a as b, type C } from "d";; import { a as b$1 } from "d";`,
    "{",
    "",
    `const e: typeof e$0 = any$;`,
    "",
    `const b: typeof b$1 = any$;`,
    "",
    `floats$(["one",3,1], (load())) === false;load();`,
  ]);
});

Deno.test("statements that drop a value are compared at every depth, with their comments, but for what is kept", () => {
  const one = `load();\nif (a) load(1);\nconst f = () => {\n  // meant\n  b ? load(2) : c;\n};\n` +
    `a = load(); a += 1;\nawait load();`;
  const { text } = moduleOf({ one }, true);
  const compared = text.matchAll(
    /(\{?)\nfloats\$\(\["one",(\d+),(\d+)\], \(([^]*?)\)\) === false;/g,
  );
  assertEquals([...compared].map(([, ...parts]) => parts), [
    ["", "1", "1", "load()"],
    ["{", "2", "8", "load(1)"],
    ["", "5", "3", "// meant\n  b ? load(2) : c"],
    ["", "8", "1", "await load()"],
  ]);
});

Deno.test("every character of the module stands where the cell has it, and every letter of a cell is there", () => {
  const sources = new Map(Object.entries(cells));
  for (const forTypes of [false, true]) {
    const { text, locate } = moduleOf(cells, forTypes);
    const places = text.split("\n").flatMap((line, row) =>
      [...line].flatMap((character, unit) => {
        const place = locate({ line: row + 1, column: unit + 1 });
        return place && !place.isPromise ? [{ character, ...place }] : [];
      })
    );
    const found = places.map(({ character, cell, line, column }) => {
      assertEquals(sources.get(cell)!.split("\n")[line - 1][column - 1], character);
      return `${cell} ${line}:${column}`;
    });
    const letters = [...sources].flatMap(([cell, source]) =>
      source.replaceAll("export ", "       ").replace("{ c }", "").split("\n").flatMap((
        line,
        row,
      ) => [...line.matchAll(/\w/g)].map(({ index }) => `${cell} ${row + 1}:${index + 1}`))
    );
    assertEquals(letters.filter((letter) => !found.includes(letter)), []);
  }
});

Deno.test("the module runs as the cells do", async () => {
  const text = moduleOf({ ...cells, five: `globalThis.found = [a, b, c];` }).text;
  await import(`data:text/typescript,${encodeURIComponent(text)}`);
  assertEquals(Reflect.get(globalThis, "found"), [["a/b"], "a/b", "a/b"]);
  Reflect.deleteProperty(globalThis, "found");
});
