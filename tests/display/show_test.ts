import { assertEquals } from "@std/assert";
import { md, show, table } from "report";

async function printedBy(run: () => Promise<void>): Promise<unknown[]> {
  const printed: unknown[] = [];
  const original = console.log;
  console.log = (...values) => printed.push(...values);
  try {
    await run();
  } finally {
    console.log = original;
  }
  return printed;
}

Deno.test("outside a notebook, show prints the text form", async () => {
  assertEquals(await printedBy(() => show(md`**9** of \`10\``)), ["9 of 10"]);
  const [text] = await printedBy(() =>
    show(table([{ a: 1 }], { name: "t", title: "T", source: "S", language: "en" }))
  );
  assertEquals(text, "T\n\na\n─\n1\n\nS");
});

Deno.test("outside a notebook, show prints any other value as it is", async () => {
  assertEquals(await printedBy(() => show({ a: 1 })), [{ a: 1 }]);
  assertEquals(await printedBy(() => show(null)), [null]);
});
