import { assertEquals } from "@std/assert";

const { tasks }: { tasks: Record<string, string> } = JSON.parse(
  await Deno.readTextFile("deno.json"),
);

Deno.test("every task that takes an edition may read one outside of the project", () => {
  const takeEdition = ["reproduce", "verify", "verify-source", "validate", "describe"];
  assertEquals(takeEdition.filter((name) => !/ --allow-read(?= |$)/.test(tasks[name])), []);
});

Deno.test("no task has every permission", () => {
  const all = Object.entries(tasks).filter(([, line]) => /(^| )(-A|--allow-all)( |$)/.test(line));
  assertEquals(all, []);
});
