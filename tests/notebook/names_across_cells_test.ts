import { assertEquals } from "@std/assert";
import { startKernel } from "../../lib/notebook/kernel/start_kernel.ts";
import { namesAcrossCells } from "../../lib/notebook/names_across_cells.ts";
import { readCells } from "../../lib/notebook/read_cells.ts";
import { notebookOf } from "./notebook_of.ts";

function findingsOf(cells: Readonly<Record<string, string>>): string[] {
  return namesAcrossCells(readCells(notebookOf(cells)).cells).map((
    { cell, line, column, message, code },
  ) => `${cell} ${line}:${column} ${code}: ${message}`);
}

const declarations: Readonly<Record<string, (name: string) => string>> = {
  const: (name) => `const ${name} = 1;`,
  let: (name) => `let ${name} = 1;`,
  var: (name) => `var ${name} = 1;`,
  using: (name) => `using ${name} = { [Symbol.dispose]() {} };`,
  class: (name) => `class ${name} {}`,
  function: (name) => `function ${name}() {}`,
  enum: (name) => `enum ${name} { A }`,
  namespace: (name) => `namespace ${name} { export const a = 1; }`,
  import: (name) => `import { join as ${name} } from "node:path";`,
  type: (name) => `type ${name} = 1;`,
};

const pairs = Object.keys(declarations).flatMap((first) =>
  Object.keys(declarations).map((second) => ({ first, second }))
);

Deno.test("the kernel refuses a second declaration exactly where check says so", async () => {
  await using kernel = await startKernel({ folder: Deno.cwd() });
  const found: string[] = [], refused: string[] = [];
  for (const { first, second } of pairs) {
    const name = `${first}_${second}`;
    const cells = { one: declarations[first](name), two: declarations[second](name) };
    await kernel.execute(cells.one);
    const reply = await kernel.execute(cells.two);
    if (reply.status === "error" && reply.name === "SyntaxError") refused.push(name);
    if (findingsOf(cells).some((one) => one.includes("the kernel refuses"))) found.push(name);
  }
  assertEquals(found, refused);
  kernel.kill();
});

Deno.test("a redeclaration that the kernel refuses is placed and said", () => {
  assertEquals(findingsOf({ one: `const a = 1;`, two: `1;\nlet a = 2;`, three: `a` }), [
    `two 2:5 redeclared: "a" is a const of cell "one", and the kernel refuses a let of that name: choose another`,
  ]);
});

Deno.test("a redeclaration is accepted unless a function of an earlier cell reads the name", () => {
  assertEquals(
    findingsOf({
      one: `const rows = [1], total = 2;`,
      two:
        `rows.map((row) => row / total);\nfunction again(n: number): number { return again(n); }`,
      three: `const total = 3, rows = [total];\nfunction again() {}`,
    }),
    [],
  );
  assertEquals(
    findingsOf({
      one: `const total = 2;`,
      two: `const share = (part: number) => part / total;`,
      three: `const total = share(3);`,
    }),
    [
      `three 1:7 replaced: "total" is a const of cell "one", which a function of cell "two" reads; from here on it would read this one: choose another name`,
    ],
  );
});

Deno.test("an import counts from its line on, and once", () => {
  assertEquals(
    findingsOf({
      one: `join("a");\nconst later = () => join("b");`,
      two: `join("c");\nimport { join } from "node:path";\nlater();`,
      three: `import { join } from "node:path/posix";\nconst basename = 1;`,
      four: `import { basename } from "node:path";\nimport type { ParsedPath } from "node:path";`,
      five: `let parsed: ParsedPath;`,
    }),
    [
      `one 1:1 used-before-cell: "join" is used above cell "two", which declares it: move that cell up, or this one down`,
      `one 2:21 used-before-cell: "join" is used above cell "two", which declares it: move that cell up, or this one down`,
      `two 1:1 used-before-import: "join" is used above the line that imports it`,
      `three 1:10 repeated-import: "join" is an import of cell "two", of another thing, which this one replaces: choose another name`,
      `four 1:10 replaced: "basename" is a const of cell "three", which this import replaces: choose another name`,
    ],
  );
});

Deno.test("names of scopes within a cell, of properties and of types are nobody else's", () => {
  assertEquals(
    findingsOf({
      one: `const a = { join: 1 };\n{ const join = 2; console.log(join, a.join); }`,
      two: `type K = "join";\nconst f = ({ join }: { join: K }) => join;`,
      three: `import { join } from "node:path";\n(function a() {})();`,
      four: `class Row {}\nconst first = (rows: Row[]) => rows[0];`,
      five: `class Row { a = 1; }`,
    }),
    [],
  );
});
