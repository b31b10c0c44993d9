import { assertEquals } from "@std/assert";
import { moduleOfCells, type ModuleOfCellsOptions } from "../../lib/notebook/module_of_cells.ts";
import { readCells } from "../../lib/notebook/parse_cell.ts";
import { sharedNames } from "../../lib/notebook/shared_names.ts";
import { notebookOf } from "./notebook_of.ts";

function moduleOf(cells: Readonly<Record<string, string>>, options: ModuleOfCellsOptions = {}) {
  const read = readCells(notebookOf(cells)).cells;
  return moduleOfCells(read, { redeclaring: sharedNames(read).redeclaring, ...options });
}

const cells = {
  one: `const a = 1; // of one\nimport { join } from "node:path"; const b = join("a", "b");`,
  two: `/** As text. */\nexport const c = String(b); export { c };`,
  three: `[a].map((one) => one)`,
  four: `const a = [c].map((one) => { if (one) one.trim(); return one; })`,
};

Deno.test("cells follow each other, imports first; one that declares a name again begins a block", () => {
  assertEquals(moduleOf(cells).text.split("\n"), [
    `${" ".repeat(13)}// of one`,
    `import { join } from "node:path";`,
    ";",
    "const a = 1; ",
    `${" ".repeat(33)} const b = join("a", "b");`,
    ";",
    "/** As text. */",
    "       const c = String(b); ",
    ";",
    "[a].map((one) => one)",
    "{",
    "const a = [c].map((one) => { if (one) one.trim(); return one; })",
    "}",
    "export {};",
    "",
  ]);
});

Deno.test("a var that a cell declares again is written as let, which a block holds", () => {
  const { text } = moduleOf({ one: `var a = 1;`, two: `var a = "text";\na.trim();` });
  assertEquals(text.split("\n").slice(1, 4), ["var a = 1;", "{", `let a = "text";`]);
});

Deno.test("beside JSX, what would begin an element is written otherwise", () => {
  const { text } = moduleOf({
    one: `const a = <b id="c" />;`,
    two: `const d = <number><unknown>a;\nconst e = <T>(x: T) => x;`,
  });
  assertEquals(text.split("\n").slice(3, 5), [
    "const d = (       (        a as unknown) as number);",
    "const e = <T,>(x: T) => x;",
  ]);
});

Deno.test("every line that holds code stands where the cell has it, with promises refused or not", () => {
  for (const refusePromises of [false, true]) {
    const { text, lines } = moduleOf(cells, { refusePromises });
    assertEquals(text.split("\n").slice(0, -1), lines.map(({ text }) => text));
    for (const { text, place, promise } of lines) {
      if (!place || promise) continue;
      const line = cells[place.cell as keyof typeof cells].split("\n")[place.line - 1];
      const column = text.search(/\S/);
      if (column < 0) continue;
      assertEquals(line.slice(column).startsWith(text.trim().split("  ")[0]), true, text);
    }
  }
});

Deno.test("the module runs as the cells do", async () => {
  const text = moduleOf({ ...cells, five: `globalThis.found = [a, b, c];` }).text;
  await import(`data:text/typescript,${encodeURIComponent(text)}`);
  assertEquals(Reflect.get(globalThis, "found"), [["a/b"], "a/b", "a/b"]);
  Reflect.deleteProperty(globalThis, "found");
});
