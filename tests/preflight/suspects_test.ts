import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { csv, preflightOf } from "./printed_table.ts";

const header = [
  "Library",
  "users 2015",
  "users 2016",
  "users change",
  "visits 2015",
  "visits 2016",
  "visits change",
  "loans 2015",
  "loans 2016",
  "loans change",
];

/** A consistent table of users, visits and loans in two years with their changes, and a row of totals. */
function libraries(rows: readonly (readonly number[])[]): string[][] {
  const lines = rows.map((numbers) =>
    [0, 2, 4].flatMap((at) => [numbers[at], numbers[at + 1], numbers[at + 1] - numbers[at]])
  );
  const total = lines[0].map((_, column) => lines.reduce((sum, line) => sum + line[column], 0));
  return [
    header,
    ...[...lines, total].map((line, at) => [
      at < lines.length ? `Library ${String.fromCharCode(65 + at)}` : "Total",
      ...line.map(String),
    ]),
  ];
}

const base = [1, 2, 3, 4, 5, 6, 7, 8].map((row) =>
  [1, 2, 3, 4, 5, 6].map((column) =>
    10 ** (3 + Math.floor((column - 1) / 2) / 2) * (1 + row) +
    (row * row * 7919 + column * row * 1047 + column * column * 331) % 997
  ).map(Math.round)
);
const consistent = libraries(base);

function withPrint(row: number, column: string, print: (before: string) => string): string[][] {
  const at = header.indexOf(column);
  return consistent.map((line, index) => index === row ? line.with(at, print(line[at])) : line);
}

Deno.test("the table without a slip has no suspect", () => {
  const { relations, violated, suspects } = preflightOf(csv(consistent));
  assertEquals([relations.length, violated.length, suspects.length], [4, 0, 0]);
});

/** The print with the first two neighbouring digits swapped that differ, the very first left alone. */
function swapped(print: string): string {
  const at = [...print].findIndex((digit, place) => place > 1 && digit !== print[place - 1]);
  return print.slice(0, at - 1) + print[at] + print[at - 1] + print.slice(at + 1);
}

const slips: [name: string, slip: string, print: (before: string) => string][] = [
  [
    "two digits swapped",
    "swapped-digits",
    swapped,
  ],
  [
    "another digit",
    "changed-digit",
    (print) => print.slice(0, -2) + (Number(print.at(-2)) + 4) % 10 + print.at(-1),
  ],
  ["one too many", "changed-digit", (print) => String(Number(print) + 1)],
  ["a digit too many", "surplus-digit", (print) => print + "7"],
  ["two digits too many", "surplus-digits", (print) => print + "73"],
  ["a digit dropped", "dropped-digit", (print) => print[0] + print.slice(2)],
];

for (const [name, slip, print] of slips) {
  for (const column of ["users 2016", "visits 2015", "loans 2016"]) {
    Deno.test(`${name} in ${column} is the first suspect`, () => {
      const table = withPrint(3, column, print);
      const [first] = preflightOf(csv(table)).suspects;
      const { cell, consistent: value } = first;
      assertEquals([cell.row.name, cell.column.name], ["Library C", column]);
      assertEquals(value, consistent[3][header.indexOf(column)]);
      if (slip !== "changed-digit") assertEquals(first.slip.replace("doubled", "surplus"), slip);
    });
  }
}

Deno.test("a change with the other sign is the first suspect", () => {
  const [first] =
    preflightOf(csv(withPrint(3, "users change", (print) => String(-Number(print))))).suspects;
  assertEquals([first.cell.row.name, first.cell.column.name, first.slip], [
    "Library C",
    "users change",
    "sign",
  ]);
});

Deno.test("two rows exchanged in a column are the first suspects", () => {
  const at = header.indexOf("visits 2016");
  const table = consistent.with(3, consistent[3].with(at, consistent[4][at])).with(
    4,
    consistent[4].with(at, consistent[3][at]),
  );
  const suspects = preflightOf(csv(table)).suspects.slice(0, 2);
  assertEquals(suspects.map(({ cell, slip }) => [cell.row.name, slip]).toSorted(), [[
    "Library C",
    "exchanged",
  ], ["Library D", "exchanged"]]);
});

Deno.test("the number of a neighbouring cell is told", () => {
  const at = header.indexOf("loans 2015");
  const table = consistent.with(3, consistent[3].with(at, consistent[2][at]));
  const [first] = preflightOf(csv(table)).suspects;
  assertEquals([first.cell.row.name, first.cell.column.name, first.slip], [
    "Library C",
    "loans 2015",
    "neighbour",
  ]);
});

Deno.test("a row shifted by a column is told", () => {
  const line = consistent[3];
  const table = consistent.with(3, [...line.slice(0, 4), "", ...line.slice(4, -1)]);
  const [first] = preflightOf(csv(table)).suspects;
  assertEquals([first.cell.row.name, first.slip], ["Library C", "shifted"]);
});

/** Regions with numbers of ever more digits and their total below, which no relation of a single row checks. */
const regions = [
  ["Region", "Staff", "Halls", "Users", "Visits", "Loans"],
  ...[1, 2, 3, 4, 5, 6, 7].map((row) => [
    `Region ${"ABCDEFG"[row - 1]}`,
    ...[97, 331, 4093, 7919, 104_729].map((size) => String(3 + row * row * size % (5 * size))),
  ]),
];
const totalled = [
  ...regions,
  [
    "Total",
    ...[1, 2, 3, 4, 5].map((at) =>
      String(regions.slice(1).reduce((sum, row) => sum + Number(row[at]), 0))
    ),
  ],
];

const shifts: [name: string, shift: (row: string[]) => string[]][] = [
  ["to the right", (row) => row.toSpliced(2, 0, "").slice(0, -1)],
  ["to the right past the last column", (row) => row.toSpliced(2, 0, "")],
  ["to the left", (row) => [...row.toSpliced(2, 1), ""]],
];

for (const [name, shift] of shifts) {
  for (const row of [1, 4, totalled.length - 1]) {
    Deno.test(`${totalled[row][0]} shifted ${name} is the one suspect though its total fails in all columns`, () => {
      const { suspects: [first], relations } = preflightOf(
        csv(totalled.with(row, shift(totalled[row]))),
      );
      assertEquals(relations.length, 1);
      assertEquals([first.cell.row.number, first.slip], [row + 1, "shifted"]);
      assert(first.mends.length > 0);
    });
  }
}

Deno.test("no row of a consistent table with totals is shifted, nor one that stands between zeros", () => {
  assertEquals(preflightOf(csv(totalled)).suspects, []);
  const sparse = totalled.with(3, ["Region C", "41522", "0", "98765", "0", "73311"])
    .with(2, ["Region B", "0", "0", "0", "0", "0"]).with(4, ["Region D", "0", "0", "0", "0", "0"]);
  const total = sparse[0].map((_, at) =>
    at === 0 ? "Total" : String(sparse.slice(1, -1).reduce((sum, row) => sum + Number(row[at]), 0))
  );
  const { relations, suspects } = preflightOf(csv(sparse.with(-1, total)));
  assertEquals([relations.map(({ result }) => result), suspects], [["Total"], []]);
});

Deno.test("a column that adds up in other totals is no exception where a digit is doubled in one of two", () => {
  const accounts = [
    ["Item", "2023", "2024"],
    ...[["Cash", "665071", "663611"], ["Stocks", "120333", "98011"], ["Claims", "88120", "91777"]],
    ["Total current", "873524", "853399"],
    ...[["Land", "51230", "51230"], ["Plant", "410877", "398554"], ["Other", "7011", "6920"]],
    ["Total fixed", "469118", "456704"],
  ];
  const { relations, suspects: [first] } = preflightOf(
    csv(accounts.with(1, ["Cash", "6650771", "663611"])),
  );
  assertEquals(relations.map(({ except }) => except), [[], []]);
  assertEquals([first.cell.row.name, first.consistent], ["Cash", "665071"]);
});

Deno.test("no suspect has a number below 0, or with more decimals, than its column prints", () => {
  const rows = [[8.5, 12], [3.1, 40], [2.2, 71], [5.3, 82], [6.1, 19], [9.4, 33]];
  const { violated, suspects } = preflightOf(csv([
    ["Name", "Left", "Right", "Total"],
    ...rows.map((
      [a, b],
      at,
    ) => [`Row ${at}`, a.toFixed(1), b, (a + b - (at === 1 ? 41 : 0)).toFixed(1)]),
  ]));
  assertEquals(violated.map(({ where }) => where), ["Row 1"]);
  assertEquals(
    suspects.map(({ cell, consistent }) => [cell.column.name, consistent]),
    [["Total", "43.1"]],
  );
});

const months = ["April", "May", "June", "July", "August", "September"];
const monthly = [
  [
    "Library",
    ...months.map((month) => `total ${month}`),
    ...months.map((month) => `adults ${month}`),
    ...months.map((month) => `children ${month}`),
    ...months.map((month) => `hours ${month}`),
  ],
  ...[1, 2, 3, 4, 5].map((row) => {
    const adults = months.map((_, at) => 20_000 + 1000 * row + (at * 7919 + row * 31) % 900);
    const children = months.map((_, at) => 9000 + 500 * row + (at * 6151 + row * 17) % 700);
    const hours = months.map((_, at) => 1500 + 10 * row + (at * 37) % 90);
    return [
      `Library ${"ABCDE"[row - 1]}`,
      ...adults.map((one, at) => one + children[at]),
      ...adults,
      ...children,
      ...hours,
    ].map(String);
  }),
];

function withMonthly(
  changes: readonly [column: string, print: (before: string) => string][],
): string[][] {
  const line = [...monthly[2]];
  for (const [column, print] of changes) {
    const at = monthly[0].indexOf(column);
    line[at] = print(line[at]);
  }
  return monthly.with(2, line);
}

Deno.test("two gross slips in one sum stand before any other explanation", () => {
  const { suspects } = preflightOf(
    csv(
      withMonthly([["total June", (print) => print + "0"], [
        "adults June",
        (print) => print + "0",
      ]]),
    ),
  );
  assertEquals(suspects.slice(0, 2).map(({ cell }) => cell.column.name).toSorted(), [
    "adults June",
    "total June",
  ]);
  assertEquals(suspects[0].others.length, 1);
});

Deno.test("a cell that only the other periods give away is a suspect, and marked", () => {
  const { suspects, violated } = preflightOf(
    csv(withMonthly([["hours May", (print) => print + "3"]])),
  );
  assertEquals(violated, []);
  assertEquals(suspects.map(({ cell, shownBy, slip }) => [cell.column.name, shownBy, slip]), [[
    "hours May",
    "other periods",
    "surplus-digit",
  ]]);
});

Deno.test("of a row that does not follow a relation no small slip is suspected", () => {
  const { suspects, violated } = preflightOf(
    csv(
      withMonthly(
        months.map((month) => [`total ${month}`, (print) => String(Number(print) + 431)]),
      ),
    ),
  );
  assertEquals([violated.length, suspects.length], [6, 0]);
});

const table = fc.array(
  fc.array(fc.integer({ min: 0, max: 99_999 }), { minLength: 6, maxLength: 6 }),
  { minLength: 2, maxLength: 9 },
);

Deno.test("no relation of a consistent table is inconsistent, whatever its numbers", () => {
  fc.assert(
    fc.property(table, (rows) => {
      assertEquals(
        preflightOf(csv(libraries(rows))).violated.map(({ verdict }) => verdict.claim.id),
        [],
      );
    }),
    { numRuns: 40 },
  );
});

const amount = fc.integer({ min: 3000, max: 90_000_000 }).map((hundredths) => hundredths / 317);
const rounded = fc.array(
  fc.record({
    users: fc.integer({ min: 300, max: 90_000 }),
    before: fc.integer({ min: 300, max: 90_000 }),
    spent: amount,
    earlier: amount,
  }),
  { minLength: 4, maxLength: 12 },
);

Deno.test("no relation of a table that was rounded after it was computed is inconsistent", () => {
  fc.assert(
    fc.property(rounded, (rows) => {
      const total = rows.reduce((all, one) => ({
        users: all.users + one.users,
        before: all.before + one.before,
        spent: all.spent + one.spent,
        earlier: all.earlier + one.earlier,
      }));
      const lines = [...rows, total].map(({ users, before, spent, earlier }, at) => [
        at < rows.length ? `Place ${at} x` : "Total",
        before,
        users,
        (100 * (users / before - 1)).toFixed(1),
        earlier.toFixed(1),
        spent.toFixed(1),
        (spent - earlier).toFixed(1),
        (100 * spent / total.spent).toFixed(1),
      ]);
      const table = [[
        "Place",
        "users 2015",
        "users 2016",
        "growth, %",
        "spent 2015",
        "spent 2016",
        "change",
        "share, %",
      ], ...lines];
      assertEquals(preflightOf(csv(table)).violated.map(({ verdict }) => verdict.claim.id), []);
    }),
    { numRuns: 40, seed: 16 },
  );
});

Deno.test("a number that was changed in a table of large numbers is always among the suspects", () => {
  const place = fc.record({
    row: fc.integer({ min: 1, max: 8 }),
    column: fc.constantFrom("users 2015", "users 2016", "visits 2016", "loans 2015"),
    by: fc.integer({ min: 1, max: 400 }),
  });
  fc.assert(
    fc.property(place, ({ row, column, by }) => {
      const { suspects } = preflightOf(
        csv(withPrint(row, column, (print) => String(Number(print) + by))),
      );
      const rank = suspects.findIndex(({ cell }) =>
        cell.column.name === column && cell.row.name === consistent[row][0]
      );
      assert(rank >= 0 && rank < 3, `place ${rank + 1}`);
    }),
    { numRuns: 40 },
  );
});

Deno.test("a share that no whole number gives is inconsistent, and no cell of it is suspected for want of the part", () => {
  const wholes = [27, 40, 64, 80, 125, 50], parts = ["", 9, 20, 31, 37, 17];
  const { violated, suspects } = preflightOf(csv([
    ["Region", "Libraries", "With a lift", "With a lift, %"],
    ...wholes.map((whole, at) => [
      `R${at}`,
      whole,
      parts[at],
      at === 0 ? "38.0" : (100 * Number(parts[at]) / whole).toFixed(1),
    ]),
  ]));
  assertEquals(violated.map(({ where }) => where), ["R0"]);
  assertEquals(suspects, []);
});

Deno.test("a number that would be consistent is told with the decimal sign of its cell", () => {
  const rows = [[1.5, 2.4], [3.5, 4.1], [2.2, 7.1], [5.3, 8.2], [6.1, 1.9], [9.4, 3.3]];
  const line = ([a, b]: number[], total = a + b) =>
    [a, b, total].map((one) => one.toFixed(1).replace(".", ","));
  const { suspects: [first] } = preflightOf(csv([
    ["Name", "Left", "Right", "Total"],
    ...rows.map((row, at) => [`Row ${at}`, ...line(row, at === 2 ? 3.9 : undefined)]),
  ]));
  assertEquals([first.cell.printed, first.consistent], ["3,9", "9,3"]);
});
