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

Deno.test("rows are named by years where nothing to the right tells each apart, and by names where they do", () => {
  const named = (text: string) => {
    const { rows, columns, label } = tableOf(text);
    return [
      label,
      columns.filter(({ isMeasure }) => isMeasure).length,
      ...rows.map(({ name }) => name),
    ];
  };
  assertEquals(named("Year;Head;Pupils\n1970;A. Lee;158\n1971;A. Lee;420\n1972*;B. Orr;892\n"), [
    ...[0, 1, "1970", "1971", "1972*"],
  ]);
  assertEquals(named("Built;Library;Loans\n1970;North;158\n1971;South;420\n"), [
    1,
    2,
    "North",
    "South",
  ]);
  assertEquals(named("Year;Loans\n2020;158\n2020;420\n2021;5\n"), [
    ...[0, 1, "2020 (row 2)", "2020 (row 3)", "2021"],
  ]);
});

Deno.test("an empty column before the table is passed over, and one with a header is told", () => {
  const { rows, notes } = tableOf(";Year;Profit;Loss\n;2023;10;\n;2024;12;\n");
  assertEquals(rows.map(({ name }) => name), ["2023", "2024"]);
  assertEquals(notes.flatMap(({ column }) => column ?? []), ["Loss"]);
});

Deno.test("a unit over the last column is a note of the table, and a header's own colon is no second one", () => {
  const { columns, notes } = tableOf(
    "Taxes in 2023;;\n;;billion\n;2023:;2022:\n;Federal;Federal\nAll;10,5;9,1\nVAT;3,0;2,9\n",
  );
  assertEquals(columns.slice(1).map(({ name }) => name), ["2023: Federal", "2022: Federal"]);
  assertEquals(notes.flatMap(({ row }) => row ?? []), [1, 2]);
});

const accounts = [
  "Item,January,February,March,April",
  'Taxes,"$1,200.5","1,310.0","1,150.2",980.4',
  "Refunds,(45.0),(12.5),3.1,$(8)",
  "Fees,12.0,15.5,18.1,11.0",
  'Rents,310.0,295.5 (2),301.1,"($1,020.0)"',
];

Deno.test("numbers in parentheses are negative where some cannot be marks of notes, and it is said", () => {
  const { rows, notes, unread } = tableOf(accounts.join("\n"));
  const values = rows.map(({ cells }) =>
    cells.slice(1).map(({ read }) => "value" in read ? read.value.valueOf() : read.form)
  );
  assertEquals(values, [
    [1200.5, 1310, 1150.2, 980.4],
    [-45, -12.5, 3.1, -8],
    [12, 15.5, 18.1, 11],
    [310, 295.5, 301.1, -1020],
  ]);
  assertEquals(unread, []);
  assertEquals(notes.map(({ text }) => text), [
    "decimal sign: dot; thousands parted by commas and spaces; numbers in parentheses are negative; $ beside amounts",
  ]);
});

const enclosed: [why: string, lines: string[]][] = [
  ["they may be marks of notes", [
    "Place,2015,2016",
    "A,120,(1)",
    "B,340,(2)",
    "C,510,380",
    "D,99,12",
  ]],
  ["every second row holds the errors of the one above", [
    "Model,Slope,Constant",
    "First,1.234,0.551",
    ",(0.210),(0.101)",
    "Second,2.345,0.601",
    ",(0.310),(0.222)",
  ]],
];

for (const [why, lines] of enclosed) {
  Deno.test(`numbers in parentheses are not read where ${why}`, () => {
    const { unread } = tableOf(lines.join("\n"));
    assertEquals(unread.length, lines.join().split("(").length - 1);
  });
}

Deno.test("columns of codes and of years measure nothing; rows are named by words, with their indent", () => {
  const { columns, rows } = tableOf([
    "Год;Код раздела;Наименование;Сумма",
    "2020;01;Всего;310,5",
    "2020;0101;  Всего;110,5",
    "2020;0102;  Прочее;200,0",
  ].join("\n"));
  assertEquals(columns.map(({ isMeasure }) => isMeasure), [false, false, false, true]);
  assertEquals(rows.map(({ name, indent }) => [name, indent]), [
    ["Всего (row 2)", 0],
    ["Всего (row 3)", 2],
    ["Прочее", 2],
  ]);
});

Deno.test("a table may have more rows than a call has arguments", () => {
  const rows = Array.from({ length: 150_000 }, (_, index) => [`r${index}`, "1"]);
  assertEquals(readTable({ rows: [["a", "2020"], ...rows] }).rows.length, 150_000);
});

Deno.test("a column that counts by tens, as the codes of a form's lines, measures nothing", () => {
  const lines = ["Income", "Fees", "Grants", "Costs", "Rest"].map((name, at) =>
    `${name};${10 * (at + 1)};${7 * at + 5}`
  );
  const { columns } = tableOf(["Item;;2020", ...lines].join("\n"));
  assertEquals(columns.map(({ isMeasure }) => isMeasure), [false, false, true]);
});

Deno.test("a number with a sign that its column has not is told, and its column stays one of numbers", () => {
  const shares = ["50", "25", "10", "15"].map((
    share,
    at,
  ) => [`P${at}`, `${2 * Number(share)}`, `${share} %`]);
  const rows = [["Party", "Votes", "Share"], ...shares, ["All", "200", "100 %"]];
  assertEquals(
    tableOf(rows.join("\n").replaceAll(",", ";")).notes.flatMap(({ row }) => row ?? []),
    [],
  );
  const exchanged = rows.with(2, ["P1", "25 %", "50"]);
  const { notes, columns } = tableOf(exchanged.join("\n").replaceAll(",", ";"));
  assertEquals(notes.flatMap(({ row, column }) => row ? [[row, column]] : []), [[3, "Votes"]]);
  assertEquals(columns.map(({ isMeasure }) => isMeasure), [false, true, true]);
});
