import { assertEquals } from "@std/assert";
import { moduleOfCells, type ModuleOfCellsOptions } from "../../lib/notebook/module_of_cells.ts";
import { readCells } from "../../lib/notebook/read_cells.ts";
import { notebookOf } from "./notebook_of.ts";

function moduleOf(cells: Readonly<Record<string, string>>, options: ModuleOfCellsOptions = {}) {
  return moduleOfCells(readCells(notebookOf(cells)).cells, options);
}

const cells = {
  one: `const a = 1; // of one\nimport { join } from "node:path"; const b = join("a", "b");`,
  two: `/** As text. */\nexport const a = String(b); export { a };`,
  three: `[a].map((one) => { if (one) one.trim(); return one; })`,
};

Deno.test("imports come first, each cell lies in the block of the one above, and all keeps its column", () => {
  assertEquals(moduleOf(cells).text.split("\n"), [
    `${" ".repeat(13)}// of one`,
    `import { join } from "node:path";`,
    "{",
    "const a = 1;          ",
    `${" ".repeat(33)} const b = join("a", "b");`,
    "{",
    "/** As text. */",
    "       const a = String(b);              ",
    "{",
    "[a].map((one) => { if (one) one.trim(); return one; })",
    "}",
    "}",
    "}",
    "export {};",
    "",
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
  const text = moduleOf({ ...cells, four: `globalThis.found = [a, b];` }).text;
  await import(`data:text/typescript,${encodeURIComponent(text)}`);
  assertEquals(Reflect.get(globalThis, "found"), ["a/b", "a/b"]);
  Reflect.deleteProperty(globalThis, "found");
});
