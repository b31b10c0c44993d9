import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { compileCell, lineIn } from "../../lib/book/browser/compile_cell.ts";

/** The values of cells that are run one after the other. */
async function valuesOf(...sources: readonly string[]): Promise<unknown[]> {
  const scope = Object.create(null);
  const module = (name: string) => ({ name, default: `default of ${name}`, "a-b": 1 });
  const values: unknown[] = [];
  for (const [at, source] of sources.entries()) {
    values.push(await compileCell(source, `cell-${at}`)(scope, module));
  }
  return values;
}

Deno.test("the last expression of a cell is its value, types go, and cells share their names", async () => {
  assertEquals(
    await valuesOf(
      "const a: number = 1;\nlet { b, ...rest }: any = { b: 2, c: 3 };",
      "a + b + rest.c;",
      "function twice(x: number): number { return 2 * x }\nclass Box<T> { constructor(readonly x: T) {} }",
      "const [first, , third = 5] = [twice(a)];",
      "new Box(first).x + third",
      "if (a) a",
      "await Promise.resolve({ a })",
    ),
    [undefined, 6, undefined, undefined, 7, undefined, { a: 1 }],
  );
});

Deno.test("a variable that one cell changes has changed for the functions of another", async () => {
  assertEquals(
    await valuesOf(
      "let n = 0; const now = () => n;",
      "n += 2;",
      "n++;\nnow()",
      "let n = 9;",
      "n",
      "now()",
    ),
    [undefined, 2, 3, undefined, 9, 3],
  );
  await assertRejects(() => valuesOf("const n = 0;", "n = 1;"), TypeError);
});

Deno.test("imports take what modules have, also for later cells", async () => {
  assertEquals(
    await valuesOf(
      'import { name, type Unknown } from "one";\nimport * as all from "two";\nimport d from "three";\nimport type { X } from "four";',
      "[name, all.name, d]",
    ),
    [undefined, ["one", "two", "default of three"]],
  );
});

Deno.test("the line of an error is that of the cell", async () => {
  const failed = async (source: string) => {
    try {
      await valuesOf(source);
    } catch (error) {
      return lineIn(error, "cell-0");
    }
  };
  assertEquals(await failed("throw new Error('now')"), 1);
  assertEquals(
    await failed('import {\n  name,\n} from "one";\n\nconst a: number[] = [];\na.missing();'),
    6,
  );
  assertEquals(await failed("const a = 1;\nconst b = ;"), 2);
  assertEquals(await failed("const a = 1;\nundefined_name"), 2);
});

Deno.test("what is no code is a syntax error with its place", () => {
  assertThrows(() => compileCell("const a = 1;\n}", "x"), SyntaxError, "(2:");
});
