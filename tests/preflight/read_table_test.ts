import { assertEquals } from "@std/assert";
import { readTable } from "../../lib/preflight/read_table.ts";
import { csv, tableOf } from "./printed_table.ts";

/** What a print is read as in a column that has decimals with a comma. */
function readAs(print: string, words?: Parameters<typeof tableOf>[1]): string {
  const { rows } = readTable({
    rows: [["a", "b"], ["x", "1,5"], ["y", "2,5"], ["z", "4,25"], ["w", print]],
  }, words);
  const { read } = rows[3].cells[1];
  return "value" in read ? `${read.form} ${read.value.valueOf()}` : read.form;
}

const prints: [print: string, read: string][] = [
  ["2 188 449", "number 2188449"],
  ["2\u00a0188\u202f449", "number 2188449"],
  ["2  188", "number 2188"],
  ["37,7", "number 37.7"],
  ["37,7 %", "number 37.7"],
  ["−6 618", "number -6618"],
  ["–6", "number -6"],
  ["— 6", "number -6"],
  ["-\u00a06", "number -6"],
  ["+237", "number 237"],
  ["1 234*", "number 1234"],
  ["1 234¹", "number 1234"],
  ["1 234 2)", "number 1234"],
  ["1 234 [1]", "number 1234"],
  ["5–7", "range 5"],
  ["около 300", "about 300"],
  ["", "blank"],
  ["н/д", "not-told"],
  ["нет данных", "not-told"],
  ["…", "not-told"],
  ["x", "not-told"],
  ["–", "nil"],
  ["—", "nil"],
  ["12 экз.", "unread"],
  ["21 88 449", "unread"],
];

for (const [print, read] of prints) {
  Deno.test(`${JSON.stringify(print)} is ${read}`, () => assertEquals(readAs(print), read));
}

Deno.test("codes for missing mean what the user says, with every minus", () => {
  const words = { words: { "-1": "not-told", "-3": "nil" } } as const;
  assertEquals(["-1", "−1", "–3", "-9"].map((print) => readAs(print, words)), [
    "not-told",
    "not-told",
    "nil",
    "number -9",
  ]);
});

Deno.test("what may be a code is said, and how to tell what it means", () => {
  const { notes } = tableOf(csv([["a", "users"], ["x", 500], ["y", -1], ["z", 300], ["w", 120]]));
  assertEquals(
    notes.filter(({ text }) => text.includes("--missing -1=not-told")).map(({ column }) => column),
    ["users"],
  );
});

Deno.test("what cannot be read is told by row and column, and kept", () => {
  const { unread, rows } = tableOf("a;b\nx;1\n\ny;2 шт\nz;3\n");
  assertEquals(unread, [{
    row: 4,
    column: "b",
    text: '"2 шт" is no number: not understood: "шт"',
  }]);
  assertEquals(rows.map(({ cells }) => cells[1].printed), ["1", "2 шт", "3"]);
});

Deno.test("thousands parted by commas are told from decimal commas by the numbers of the table", () => {
  const value = (rows: string[][]) => {
    const { read } = readTable({ rows: [["a", "b"], ...rows] }).rows[0].cells[1];
    return "value" in read ? read.value.valueOf() : read.form;
  };
  assertEquals(value([["x", "1,234"], ["y", "1,234,567"]]), 1234);
  assertEquals(value([["x", "1,234"], ["y", "12.5"]]), 1234);
  assertEquals(value([["x", "1,234"], ["y", "12,5"]]), 1.234);
  assertEquals(value([["x", "1.234"], ["y", "1.234.567"]]), 1234);
  assertEquals(value([["x", "1.234,5"], ["y", "12,5"]]), 1234.5);
});

Deno.test("two header rows are one header, of which the upper reaches to the right", () => {
  const { columns, rows } = tableOf(csv([
    ["Район", "Читатели", "", "Посещения", ""],
    ["", "2016", "2017", "2016", "2017"],
    ["1", "2", "3", "4", "5"],
    ["Анжеро", 10, 20, 30, 40],
    ["Белово", 11, 21, 31, 41],
  ]));
  assertEquals(columns.map(({ name }) => name), [
    "Район",
    "Читатели: 2016",
    "Читатели: 2017",
    "Посещения: 2016",
    "Посещения: 2017",
  ]);
  assertEquals(rows.map(({ name, number }) => [name, number]), [["Анжеро", 4], ["Белово", 5]]);
});

Deno.test("years with marks of notes are headers, and lose the marks", () => {
  const { columns, rows } = tableOf(csv([
    ["Region", "Libraries", "", "Loans (thousands)", ""],
    ["", "2021", "2022[note 2]", "2021*", "2022\u00b9"],
    ["North", 42, 41, "115.8", "106.3"],
    ["South", 85, 94, "n/a", "108.3"],
  ]));
  assertEquals(columns.map(({ name }) => name), [
    "Region",
    "Libraries: 2021",
    "Libraries: 2022",
    "Loans (thousands): 2021",
    "Loans (thousands): 2022",
  ]);
  assertEquals(rows.map(({ name }) => name), ["North", "South"]);
});

Deno.test("a column with a header and nothing below is told", () => {
  const { notes } = tableOf("item,2023,change, %\na,1,2\nb,3,4\n");
  assertEquals(notes.filter(({ column }) => column === "%").length, 1);
});

Deno.test("titles and notes are no data, and told", () => {
  const { notes, rows } = tableOf(
    "Таблица 26;;\nРайон;2016;2017\nАнжеро;1;2\nБелово;3;4\n* без филиалов;;\n",
  );
  assertEquals(notes.filter(({ row }) => row !== undefined).map(({ row }) => row), [1, 5]);
  assertEquals(rows.length, 2);
});

Deno.test("names that stand twice are told apart by their place", () => {
  const { columns, rows } = tableOf("a;n;n\nx;1;2\nx;3;4\ny;5;6\n");
  assertEquals(columns.slice(1).map(({ name }) => name), ["n (column B)", "n (column C)"]);
  assertEquals(new Set(rows.map(({ name }) => name)).size, 3);
});

Deno.test("headers below numbers of columns are told, and how to say so", () => {
  const { notes } = tableOf("0;1;2\nOffice;General;Other\nPolice;12;34\nFire;56;78");
  assertEquals(
    notes.map(({ row, text }) => [row, text]).slice(-1),
    [[2, "no number down to row 3; if these are headers, say --header-rows 2"]],
  );
});

Deno.test("a table may have more rows than a call has arguments", () => {
  const rows = Array.from({ length: 150_000 }, (_, index) => [`r${index}`, "1"]);
  assertEquals(readTable({ rows: [["a", "2020"], ...rows] }).rows.length, 150_000);
});
