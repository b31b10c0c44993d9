import { assertEquals } from "@std/assert";
import { lineOf, nextLine, problemsOf, replaced, withLine } from "./changed_edition.ts";

const line = nextLine("numerals.csv");

async function problemsOfRow(row: string): Promise<string[]> {
  const found = await problemsOf({ "numerals.csv": withLine(row) });
  return found.map((problem) => problem.replace(`numerals.csv:${line}:`, ""));
}

Deno.test("a numeral is refused if it is none, or not the value that it prints", async () => {
  assertEquals(await problemsOfRow("1,0,много,3,other,"), [
    '5: printed: expected a numeral, found "много"',
  ]);
  assertEquals(await problemsOfRow("1,0,три,4,other,"), [
    '9: value: expected 3 as printed "три", found 4',
  ]);
  assertEquals(await problemsOfRow("1,0,XIV,41,other,"), [
    '9: value: expected 14 as printed "XIV", found 41',
  ]);
});

Deno.test("a numeral is refused for an class that is no code, a line past the end and an overlap", async () => {
  assertEquals(await problemsOfRow("1,0,3,3,Money,"), [
    '9: class: expected a code such as "table1.users", found "Money"',
  ]);
  assertEquals(await problemsOfRow("999,0,3,3,other,"), [
    "1: line: expected at most 218, found 999",
  ]);
  assertEquals(await problemsOfRow("10,97,1,1,other,"), ['4: offset: "1" overlaps "81"']);
});

Deno.test("a numeral is refused if what it names is unknown, elsewhere, or another number", async () => {
  assertEquals(await problemsOfRow("1,0,3,3,other,nobody"), [
    '15: ref: unknown code "nobody"; expected an observation, norm or claim',
  ]);
  assertEquals(await problemsOfRow("1,0,81,81,network,network.children-libraries"), [
    '1: line: expected 10 as of "network.children-libraries", found 1',
  ]);
  assertEquals(await problemsOfRow("10,0,82,82,network,network.children-libraries"), [
    '9: value: expected 81 as of "network.children-libraries", found 82',
  ]);
});

Deno.test("an observation and a norm that no numeral carries are refused", async () => {
  const uncarried = (text: string) =>
    text.replace("indicator,stock\n", "indicator,\n").replaceAll("norm.provision-rural", "");
  assertEquals(await problemsOf({ "numerals.csv": uncarried }), [
    `observations.csv:${
      lineOf("observations.csv", "stock,")
    }:1: id: no numeral of numerals.csv carries "stock"`,
    `norms.csv:${
      lineOf("norms.csv", "norm.provision-rural,")
    }:1: id: no numeral of numerals.csv carries "norm.provision-rural"`,
  ]);
});

Deno.test("a row that has problems of its own is not held against the numerals, others are", async () => {
  const found = await problemsOf({
    "observations.csv": replaced("stock,stock,children", "stock,nothing,children"),
    "numerals.csv": withLine("1,0,много,3,other,nobody"),
  });
  assertEquals(found.slice(1), [
    `numerals.csv:${line}:5: printed: expected a numeral, found "много"`,
    `numerals.csv:${line}:19: ref: unknown code "nobody"; expected an observation, norm or claim`,
  ]);
});
