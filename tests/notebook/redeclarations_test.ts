import { assertEquals } from "@std/assert";
import { startKernel } from "../../lib/notebook/kernel/start_kernel.ts";
import { redeclarations } from "../../lib/notebook/redeclarations.ts";
import { readCells } from "../../lib/notebook/parse_cell.ts";
import { notebookOf } from "./notebook_of.ts";

function problemsOf(cells: Readonly<Record<string, string>>): string[] {
  return redeclarations(readCells(notebookOf(cells)).cells).map((
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
    if (problemsOf(cells).some((one) => one.includes("the kernel refuses"))) found.push(name);
  }
  assertEquals(found, refused);
  kernel.process.kill();
});

Deno.test("a redeclaration that the kernel refuses is placed and said", () => {
  assertEquals(problemsOf({ one: `const a = 1;`, two: `1;\nlet a = 2;`, three: `a` }), [
    `two 2:5 redeclared: "a" is a const of cell "one", and the kernel refuses a let of that name: choose another`,
  ]);
});

Deno.test("a redeclaration that the kernel accepts is said, too, but not that of a type", () => {
  assertEquals(
    problemsOf({
      one: `const rows = [1], total = 2;\nclass Row {}`,
      two: `const share = (part: number) => part / total;\ntype Part = number;`,
      three: `const { total, other: [rows] } = share(3);\ntype Part = string;\ntype Row = Part;`,
    }),
    [
      `three 1:9 replaced: "total" is a const of cell "one", which this one replaces: choose another name`,
      `three 1:24 replaced: "rows" is a const of cell "one", which this one replaces: choose another name`,
    ],
  );
});

Deno.test("an import again is of the same thing", () => {
  assertEquals(
    problemsOf({
      one: `import { join } from "node:path";`,
      two: `import { join } from "node:path";`,
      three: `import { join } from "node:path/posix";\nconst basename = 1;`,
      four: `import { basename } from "node:path";\nimport type { ParsedPath } from "node:path";`,
      five: `let parsed: ParsedPath;`,
    }),
    [
      `three 1:10 replaced: "join" is an import of cell "two", which this one replaces: choose another name`,
      `four 1:10 replaced: "basename" is a const of cell "three", which this one replaces: choose another name`,
    ],
  );
});

Deno.test("names of scopes within a cell, of properties and of types are nobody else's", () => {
  assertEquals(
    problemsOf({
      one: `const a = { join: 1 };\n{ const join = 2; console.log(join, a.join); }`,
      two: `type K = "join";\nconst f = ({ join }: { join: K }) => join;`,
      three: `import { join } from "node:path";\n(function a() {})();`,
      four: `let first: Row[], rows: typeof row;`,
      five: `class Row { rows = 1; }\nconst row = 1;`,
    }),
    [],
  );
});
