import { assertEquals } from "@std/assert";
import { csv, preflightOf } from "./printed_table.ts";

type Cells = (string | number)[];

/** Whole numbers that no short sum meets by chance. */
function counts(count: number, seed: number): number[] {
  return Array.from({ length: count }, (_, at) => 137 + ((at + 1) * 7919 * (seed + 3)) % 9001);
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
const comma = (number: number, decimals: number) => number.toFixed(decimals).replace(".", ",");

Deno.test("totals of columns and of rows, with subtotals", () => {
  const [a, b] = [counts(5, 1), counts(5, 2)];
  const row = (name: string, at: readonly number[]): Cells => {
    const left = sum(at.map((one) => a[one])), right = sum(at.map((one) => b[one]));
    return [name, left + right, left, right];
  };
  const { texts, violated } = preflightOf(csv([
    ["Территория", "Всего", "Дети", "Молодёжь"],
    row("Города: итого", [0, 1]),
    row("Анжеро", [0]),
    row("Белово", [1]),
    row("Районы: итого", [2, 3, 4]),
    row("Ижморский", [2]),
    row("Кемеровский", [3]),
    row("Тисульский", [4]),
    row("Всего", [0, 1, 2, 3, 4]),
  ]));
  assertEquals(texts, [
    "Всего = Дети + Молодёжь",
    "Города: итого = Анжеро + Белово",
    "Районы: итого = Ижморский + Кемеровский + Тисульский",
    "Всего = Города: итого + Районы: итого",
  ]);
  assertEquals(violated, []);
});

Deno.test("changes, growth, ratios and shares, each period once, in two header rows", () => {
  const users = counts(8, 1), before = counts(8, 2), loans = counts(8, 3).map((one) => 20 * one);
  const children = users.map((one, at) => Math.floor(one / (2 + at % 3)));
  const { texts, violated } = preflightOf(csv([
    ["Библиотека", "Читатели", "", "", "", "Дети", "Доля детей, %", "Книговыдача", "Читаемость"],
    ["", "2015 г.", "2016 г.", "+/-", "Темп прироста, %", "", "", "", ""],
    ...users.map((one, at): Cells => [
      `Библиотека ${String.fromCharCode(1040 + at)}`,
      before[at],
      one,
      one - before[at],
      comma(100 * (one / before[at] - 1), 1),
      children[at],
      comma(100 * children[at] / one, 1),
      loans[at],
      comma(loans[at] / one, 1),
    ]),
  ]));
  assertEquals(texts, [
    "Читатели: +/- = Читатели: 2016 г. − Читатели: 2015 г.",
    "Читатели: Темп прироста, % = 100 × (Читатели: 2016 г. ÷ Читатели: 2015 г. − 1)",
    "Доля детей, % = 100 × Дети ÷ Читатели: 2016 г.",
    "Читаемость = Книговыдача ÷ Читатели: 2016 г.",
  ]);
  assertEquals(violated, []);
});

const periods: [language: string, periods: string[]][] = [
  ["en months", ["April", "May", "June", "July"]],
  ["ru months", ["январь", "февраль", "март"]],
  ["en quarters", ["Q1 2016", "Q2 2016", "Q3 2016"]],
  ["ru quarters", ["I квартал", "II квартал", "III квартал", "IV квартал"]],
  ["years", ["2015", "2016", "2017"]],
  ["fiscal years", ["2015/16", "2016/17"]],
];

for (const [name, headers] of periods) {
  Deno.test(`a sum that holds in several periods is one relation: ${name}`, () => {
    const rows = counts(6, 4).map((_, row) =>
      headers.map((_, at) => [counts(6, at)[row], counts(6, at + 9)[row]] as const)
    );
    const { texts } = preflightOf(csv([
      [
        "Library",
        ...headers.map((one) => `total ${one}`),
        ...headers.map((one) => `adults ${one}`),
        ...headers.map((one) => `children ${one}`),
      ],
      ...rows.map((row, at): Cells => [
        `Library ${"ABCDEF"[at]}`,
        ...row.map(([a, b]) => a + b),
        ...row.map(([a]) => a),
        ...row.map(([, b]) => b),
      ]),
    ]));
    assertEquals(texts, ["total {period} = adults {period} + children {period}"]);
  });
}

Deno.test("the total of a year is the sum of its months", () => {
  const rows = [1, 2, 3, 4, 5].map((seed) => counts(4, seed));
  const { texts } = preflightOf(csv([
    ["Library", "loans April", "loans May", "loans June", "loans July", "loans total"],
    ...rows.map((row, at): Cells => [`Library ${"ABCDE"[at]}`, ...row, sum(row)]),
  ]));
  assertEquals(texts, ["loans total = loans April + loans May + loans June + loans July"]);
});

Deno.test("what was computed of the printed decimals is checked to the last digit; what was not, within rounding", () => {
  const exact = counts(40, 5).map((one) => one * 0.0137),
    earlier = counts(40, 6).map((one) => one * 0.0119);
  const rounded = (number: number) => Math.round(number * 10) / 10;
  const table = (change: (at: number) => number) =>
    preflightOf(csv([
      ["Place", "spent 2015", "spent 2016", "change"],
      ...exact.map((
        one,
        at,
      ): Cells => [`Place ${at} x`, comma(earlier[at], 1), comma(one, 1), comma(change(at), 1)]),
    ]));
  const printed = table((at) => rounded(exact[at]) - rounded(earlier[at]));
  assertEquals(printed.relations.map(({ computed }) => computed), ["as-printed"]);
  const unrounded = table((at) => exact[at] - earlier[at]);
  assertEquals(unrounded.relations.map(({ computed }) => computed), ["from-unrounded"]);
  assertEquals([printed.violated, unrounded.violated], [[], []]);
  const slips = exact.map((_, slip) =>
    table((at) => rounded(exact[at]) - rounded(earlier[at]) + (at === slip ? 0.1 : 0)).violated
      .length
  );
  assertEquals(slips, exact.map(() => 1));
});

Deno.test("a mean in the row of totals is no sum that fails", () => {
  const users = counts(6, 7), loans = counts(6, 8);
  const { violated, relations } = preflightOf(csv([
    ["Place", "users", "loans", "age"],
    ...users.map((one, at): Cells => [`Place ${"ABCDEF"[at]}`, one, loans[at], 30 + at]),
    ["Total", sum(users), sum(loans), 33],
  ]));
  assertEquals(relations.map(({ each, kind, except }) => [each, kind, except]), [["column", "sum", [
    "age",
  ]]]);
  assertEquals(violated, []);
});

Deno.test("numbers without relations give none", () => {
  const { texts } = preflightOf(csv([
    ["Place", "users", "visits", "loans", "staff"],
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((
      seed,
    ): Cells => [`Place ${"ABCDEFGHI"[seed]}`, ...counts(4, 3 * seed + 1)]),
  ]));
  assertEquals(texts, []);
});

Deno.test("a share of nearly the right base is not drafted", () => {
  const now = counts(12, 2).map((one) => 10_000 + one),
    change = counts(12, 3).map((one) => 40 + one % 300);
  const { texts } = preflightOf(csv([
    ["Place", "users", "change", "% change"],
    ...now.map((one, at): Cells => [
      `Place ${"ABCDEFGHIJKL"[at]}`,
      one,
      change[at],
      (100 * change[at] / (one - change[at])).toFixed(2),
    ]),
  ]));
  assertEquals(texts, []);
});

Deno.test("headers tell thousands: a share of them is in units", () => {
  const users = counts(8, 2), residents = counts(8, 3).map((one) => 20 * one);
  const { texts, violated } = preflightOf(csv([
    ["Район", "Население, тыс. чел.", "Читатели", "Охват, %"],
    ...users.map((one, at): Cells => [
      `Район ${String.fromCharCode(1040 + at)}`,
      comma(residents[at] / 1000, 3),
      one,
      comma(100 * one / residents[at], 1),
    ]),
  ]));
  assertEquals(texts, ["Охват, % = 100 × Читатели ÷ Население, тыс. чел."]);
  assertEquals(violated, []);
});

Deno.test("in a table whose rows are measures, ratios between rows leave the column of changes out", () => {
  const years = [[268_283, 267_826], [2_195_067, 2_188_449]];
  const { texts, violated } = preflightOf(csv([
    ["Показатель", "2015", "2016", "+/−"],
    ...["Пользователи", "Посещения"].map((
      name,
      at,
    ): Cells => [name, ...years[at], years[at][1] - years[at][0]]),
    [
      "Посещаемость",
      ...years[0].map((_, at) => comma(years[1][at] / years[0][at], 4)),
      comma(-0.0108, 4),
    ],
  ]));
  assertEquals(texts, ["+/− = 2016 − 2015", "Посещаемость = Посещения ÷ Пользователи"]);
  assertEquals(violated, []);
});

Deno.test("totals of counts beside a column of decimals are checked to the unit", () => {
  const users = counts(9, 2), residents = counts(9, 3);
  const table = (slip: number) =>
    preflightOf(csv([
      ["Place", "residents, thousand", "users"],
      ...users.map((
        one,
        at,
      ): Cells => [`Place ${"ABCDEFGHI"[at]}`, (residents[at] / 1000).toFixed(1), one]),
      ["Total", (sum(residents) / 1000).toFixed(1), sum(users) + slip],
    ]));
  assertEquals(table(0).violated, []);
  assertEquals(table(1).violated.map(({ where }) => where), ["users"]);
});

Deno.test("a change of large numbers is drafted from three rows", () => {
  const { texts, violated } = preflightOf(csv([
    ["Authority", "Loans 2022", "Loans 2023", "Change"],
    ["Ashford", 120, 121, 1],
    ["Barnet", 390, 388, -2],
    ["Total", 510, 509, -1],
  ]));
  assertEquals(texts, ["Change = Loans 2023 − Loans 2022", "Total = Ashford + Barnet"]);
  assertEquals(violated, []);
});

Deno.test("a change is one difference, also where a number of a year is negative", () => {
  const [before, now] = [counts(6, 2), counts(6, 3)].map((numbers) =>
    numbers.map((one) => one - 4000)
  );
  const { texts } = preflightOf(csv([
    ["Place", "balance 2015", "balance 2016", "изм."],
    ...now.map((one, at): Cells => [`Place ${"ABCDEF"[at]}`, before[at], one, one - before[at]]),
  ]));
  assertEquals(texts, ["изм. = balance 2016 − balance 2015"]);
});

Deno.test("a small change is a difference in spite of a slip, and nothing is the difference of equal numbers", () => {
  const { texts, violated } = preflightOf(
    "Authority,Loans 2022,Loans 2023,Change\nA,120,121,1\nB,390,388,-2\nTotal,510,509,2\n",
  );
  assertEquals(texts, ["Change = Loans 2023 \u2212 Loans 2022", "Total = A + B"]);
  assertEquals(violated.length, 2);
  const same = preflightOf("Place,Halls 2022,Halls 2023,Change\nA,12,12,0\nB,39,39,0\nC,17,17,0\n");
  assertEquals(same.texts, []);
});

Deno.test("what there was, came in and went out makes what there is, and opens the next period", () => {
  const before = counts(6, 1), came = counts(12, 2), gone = counts(12, 3);
  const { texts, violated } = preflightOf(csv([
    [
      "Библиотека",
      ...["2016", "2017"].flatMap((year) => [
        `Фонд на начало ${year} г.`,
        `Поступило в ${year} г.`,
        `Выбыло в ${year} г.`,
        `Фонд на конец ${year} г.`,
      ]),
    ],
    ...before.map((one, at): Cells => {
      const middle = one + came[at] - gone[at];
      const end = middle + came[at + 6] - gone[at + 6];
      return [`Б${at}`, one, came[at], gone[at], middle, middle, came[at + 6], gone[at + 6], end];
    }),
  ]));
  assertEquals(texts, [
    "Фонд на конец {period} = Фонд на начало {period} + Поступило в {period} − Выбыло в {period}",
    "Фонд на начало 2017 г. = Фонд на конец 2016 г.",
  ]);
  assertEquals(violated, []);
});

Deno.test("a balance sheet rolls forward in every column, by the totals of its parts", () => {
  const taxes = counts(4, 1), fees = counts(4, 2), spent = counts(4, 5), open = counts(4, 6);
  const income = taxes.map((one, at) => one + fees[at]);
  const { texts, relations } = preflightOf(csv([
    ["Item", "2021", "2022", "2023", "2024"],
    ["Opening balance", ...open],
    ["Taxes", ...taxes],
    ["Fees", ...fees],
    ["Total income", ...income],
    ["Expenditure", ...spent],
    ["Closing balance", ...open.map((one, at) => one + income[at] - spent[at])],
  ]));
  assertEquals(texts, [
    "Total income = Taxes + Fees",
    "Closing balance = Opening balance + Total income − Expenditure",
  ]);
  assertEquals(relations.map(({ each }) => each), ["column", "column"]);
});

Deno.test("shares that are rounded one by one add up to 100 within rounding", () => {
  const parts = [counts(8, 1), counts(8, 2), counts(8, 3)];
  const wholes = parts[0].map((_, at) => sum(parts.map((part) => part[at])));
  const { texts, relations, violated } = preflightOf(csv([
    ["Region", "Children, %", "Youth, %", "Adults, %"],
    ...wholes.map((whole, at): Cells => [
      `R${at}`,
      ...parts.map((part) => (100 * part[at] / whole).toFixed(1)),
    ]),
  ]));
  assertEquals(texts, ["100 = Children, % + Youth, % + Adults, %"]);
  assertEquals(relations[0].computed, "from-unrounded");
  assertEquals(violated, []);
});

Deno.test("the ratio in a row of totals is that of the totals, and a slip in it is seen", () => {
  const users = counts(6, 1), visits = users.map((one, at) => one * (5 + at) + at);
  const row = (name: string, visited: number, used: number, ratio = visited / used): Cells => [
    name,
    visited,
    used,
    comma(ratio, 1),
  ];
  const table = (ratio?: number) =>
    preflightOf(csv([
      ["Library", "Visits", "Users", "Visits per user"],
      ...users.map((one, at) => row(`L${at}`, visits[at], one)),
      row("Total", sum(visits), sum(users), ratio),
    ]));
  assertEquals(table().texts, [
    "Visits per user = Visits ÷ Users",
    "Total = L0 + L1 + L2 + L3 + L4 + L5",
  ]);
  assertEquals(table().violated, []);
  const [suspect] = table(sum(visits) / sum(users) + 20).suspects;
  assertEquals([suspect.cell.row.name, suspect.cell.column.name], ["Total", "Visits per user"]);
});

Deno.test("one slip in a ratio whose rows lie on one side of the print does not lose the ratio", () => {
  const users = counts(14, 1);
  const visits = users.map((one, at) => Math.round((at === 0 ? 7.08 : 7.03) * one));
  const { texts, violated } = preflightOf(csv([
    ["Library", "Users", "Visits", "Visits per user"],
    ...users.map((one, at): Cells => {
      const ratio = visits[at] / one + (at === 4 ? 1 : 0);
      return [`L${at}`, one, visits[at], comma(ratio, 1)];
    }),
  ]));
  assertEquals(texts, ["Visits per user = Visits ÷ Users"]);
  assertEquals(violated.map(({ where }) => where), ["L4"]);
});

Deno.test("the years of one measure are no roll-forward, however little they change", () => {
  const years = [2000, 2001, 2002, 2003, 2004, 2005];
  const { texts, suspects } = preflightOf(csv([
    ["Область", ...years],
    ...Array.from({ length: 30 }, (_, row): Cells => [
      `Область ${row}`,
      ...years.map((_, at) => comma(5 + row + Math.floor((at * (row % 5)) / 4) / 10, 1)),
    ]),
  ]));
  assertEquals([texts, suspects], [[], []]);
});

Deno.test("a row of small rounded numbers is no sum of its neighbours because it is so in most years", () => {
  const [altai, tyva, khakassia] = [
    "0,7 0,7 0,7 0,8 0,8 0,8 0,8 0,8 0,9 0,9 0,9 0,9 0,9 1 1 1 1 1 1,0",
    "1,1 1,2 1,2 1,2 1,3 1,3 1,3 1,3 1,4 1,4 1,4 1,4 1,5 1,5 1,5 1,5 1,6 1,7 1,7",
    "2 2 2 2 2,0 2 2,1 2,1 2,1 2,1 2 2,0 2,1 2,1 2,1 2,1 2,2 2,3 2,3",
  ].map((row) => row.split(" "));
  const { texts } = preflightOf(csv([
    ["Region", ...altai.map((_, at) => String(2000 + at))],
    ["Altai", ...altai],
    ["Tyva", ...tyva],
    ["Khakassia", ...khakassia],
  ]));
  assertEquals(texts, []);
});

Deno.test("a change of two columns is told once, not as their sum as well", () => {
  const [before, change] = [counts(8, 1), counts(8, 2)];
  const { texts } = preflightOf(csv([
    ["Tax", "fy15", "fy14", "net_change", "pct_budgeted"],
    ...before.map((one, at): Cells => [
      `Tax ${at}`,
      one + change[at],
      one,
      change[at],
      (5 + at * 1.37).toFixed(2),
    ]),
  ]));
  assertEquals(texts, ["net_change = fy15 − fy14"]);
});

Deno.test("a long table without totals is drafted in little time: no run of its rows is tried past a whole", () => {
  const rows = Array.from({ length: 4000 }, (_, at): Cells => [
    `Place ${at}`,
    `${comma(3 + (at * 7919) % 61 / 10, 1)} %`,
    `${comma(4 + (at * 104729) % 83 / 10, 1)} %`,
  ]);
  assertEquals(preflightOf(csv([["Place", "Rate A", "Rate B"], ...rows])).texts, []);
});

Deno.test("a total of many decimals is checked to the last digit in spite of a slip by one", () => {
  const places = Array.from({ length: 8 }, (_, at) => `Place ${at}`);
  const numbers = places.map((_, at) => counts(12, at));
  const totals = numbers[0].map((_, year) => sum(numbers.map((row) => row[year])));
  const tenths = (row: readonly number[]) => row.map((one) => comma(one / 10, 1));
  const { judged } = preflightOf(csv([
    ["Region", ...totals.map((_, at) => String(2000 + at))],
    ["Whole", ...tenths(totals.with(5, totals[5] + 1))],
    ...places.map((name, at): Cells => [name, ...tenths(numbers[at])]),
  ]));
  assertEquals(
    judged.families.map(({ relation, hold, judged }) => [relation.computed, hold, judged]),
    [
      ["as-printed", 11, 12],
    ],
  );
});

Deno.test("of two sums of one result the longer that holds less often is not drafted", () => {
  const [had, left, plan, both] = [1, 2, 3, 4].map((seed) => counts(9, seed));
  const { texts } = preflightOf(csv([
    ["Office", "Planned total", "Month 2018", "Others", "Filled total", "Vacant"],
    ...had.map((one, at): Cells => {
      const others = at % 3 === 0 ? 0 : both[at] % 90;
      return [`Office ${at}`, one + left[at], plan[at], others, one, left[at]];
    }),
  ]));
  assertEquals(texts, ["Planned total = Filled total + Vacant"]);
});

Deno.test("codes in columns tell what a row consists of, however far its parts stand from it", () => {
  const [a, b, c, d, e] = [1, 2, 3, 4, 5].map((seed) => counts(3, seed));
  const add = (...all: number[][]) => all[0].map((_, at) => sum(all.map((one) => one[at])));
  const { texts, violated } = preflightOf(csv([
    ["Name", "Section code", "Item code", "2021", "2022", "2023"],
    ["Budget", "", "", ...add(a, b, c, d, e)],
    ["Schools", "07", "", ...add(a, b, c)],
    ["Teaching", "07", "100", ...add(a, b)],
    ["Wages", "07", "110", ...a],
    ["Books", "07", "120", ...b],
    ["Buildings", "07", "200", ...c],
    ["Repairs", "07", "210", ...c],
    ["Culture", "08", "", ...add(d, e)],
    ["Libraries", "08", "100", ...d],
    ["Theatres", "08", "200", ...e],
  ]));
  assertEquals(texts.toSorted(), [
    "Budget = Schools + Culture",
    "Buildings = Repairs",
    "Culture = Libraries + Theatres",
    "Schools = Teaching + Buildings",
    "Teaching = Wages + Books",
  ]);
  assertEquals(violated, []);
});

const outlines: [name: string, mark: (name: string, code: string, level: number) => string][] = [
  ["numbers before names", (name, code) => `${code} ${name}`],
  ["indents", (name, _, level) => " ".repeat(2 * level) + name],
  ["dashes", (name, _, level) => level === 1 ? `- ${name}` : name],
  ["of which", (name, _, level) => level === 1 ? `of which ${name}` : name],
];

for (const [name, mark] of outlines) {
  Deno.test(`rows that stand between the parts of a total are left out where an outline tells: ${name}`, () => {
    const [a, b, c] = [1, 2, 3].map((seed) => counts(4, seed));
    const { texts } = preflightOf(csv([
      ["Item", "2020", "2021", "2022", "2023"],
      ["Staff", ...a.map((one, at) => one + b[at] + c[at])],
      [mark("Schools", "1.", 0), ...a],
      [mark("with a degree", "1.1.", 1), ...a.map((one) => Math.floor(one / 3))],
      [mark("part-time", "1.2.", 1), ...a.map((one) => Math.floor(one / 5))],
      [mark("Libraries", "2.", 0), ...b],
      [mark("younger", "2.1.", 1), ...b.map((one) => Math.floor(one / 7))],
      [mark("Museums", "3.", 0), ...c],
    ]));
    const parts = [["Schools", "1."], ["Libraries", "2."], ["Museums", "3."]];
    assertEquals(texts, [
      `Staff = ${parts.map(([name, code]) => mark(name, code, 0)).join(" + ")}`,
    ]);
  });
}

Deno.test("two columns that are no neighbours are added up, and every second one with a total's word", () => {
  const [boys, girls, men, women, at] = [1, 2, 3, 4, 5].map((seed) => counts(7, seed));
  const { texts } = preflightOf(csv([
    [
      "School",
      "Enrolled",
      "Area",
      "Boys 1–4",
      "Girls 1–4",
      "Boys 5–9",
      "Girls 5–9",
      "Total boys",
      "Absent",
      "Present",
    ],
    ...boys.map((one, row): Cells => [
      `School ${row}`,
      at[row] + men[row],
      7 * row + 1913,
      one,
      girls[row],
      men[row],
      women[row],
      one + men[row],
      at[row],
      men[row],
    ]),
  ]));
  assertEquals(texts.includes("Total boys = Boys 1–4 + Boys 5–9"), true);
  assertEquals(
    texts.some((text) =>
      /^Enrolled = (Absent \+ (Present|Boys 5–9)|(Present|Boys 5–9) \+ Absent)$/.test(text)
    ),
    true,
  );
});

for (const isNewestFirst of [false, true]) {
  Deno.test(`the next period opens with what this one closed with${isNewestFirst ? ", the newest first" : ""}`, () => {
    const came = counts(5, 2), gone = counts(5, 3).map((one) => Math.floor(one / 2));
    const ends = came.map((_, at) =>
      9000 + sum(came.slice(0, at + 1)) - sum(gone.slice(0, at + 1))
    );
    const starts = [9000, ...ends.slice(0, -1)];
    const row = (name: string, numbers: readonly number[]): Cells => [
      name,
      ...(isNewestFirst ? numbers.toReversed() : numbers),
    ];
    const years = row("Fund", [2019, 2020, 2021, 2022, 2023]);
    const table = (open: readonly number[]) => [
      years,
      row("Opening balance", open),
      row("Income", came),
      row("Spent", gone),
      row("Closing balance", ends),
    ];
    const end = isNewestFirst ? "{after}" : "{before}";
    const { texts, violated } = preflightOf(csv(table(starts)));
    assertEquals(texts, [
      `Opening balance = Closing balance ${end}`,
      "Closing balance = Opening balance + Income − Spent",
    ]);
    assertEquals(violated, []);
    const slip = preflightOf(csv(table(starts.with(3, starts[3] + 100))));
    assertEquals(slip.violated.map(({ where }) => where), ["2022", "2022"]);
    const down = preflightOf(
      csv(years.map((_, column) => table(starts).map((line) => line[column]))),
    );
    assertEquals(down.texts.includes(`Opening balance = Closing balance ${end}`), true);
  });
}

Deno.test("a total has no second sum that holds in fewer columns than the first", () => {
  const months = Array.from({ length: 9 }, (_, at) => at);
  const [taxes, fees, spent] = [1, 2, 4].map((seed) => counts(9, seed));
  const earlier = months.map((at) => at < 6 ? 0 : 40 + at);
  const { texts } = preflightOf(csv([
    ["Item", ...months.map((at) => `Month ${at + 1}`)],
    ["Taxes", ...taxes],
    ["Fees", ...fees],
    ["Earlier years", ...earlier],
    ["Total receipts", ...months.map((at) => taxes[at] + fees[at] + earlier[at])],
    ["Spending", ...spent],
  ]));
  assertEquals(texts, ["Total receipts = Taxes + Fees + Earlier years"]);
});

Deno.test("a total that fails in every column since one row stands a column too far is kept", () => {
  const rows = [1, 2, 3, 4, 5].map((seed) => counts(8, seed));
  const total = rows[0].map((_, at) => sum(rows.map((row) => row[at])));
  const table = (moved: (row: number[]) => Cells) =>
    preflightOf(csv([
      ["Region", ...total.map((_, at) => String(2010 + at))],
      ["Whole", ...total],
      ...rows.map((row, at): Cells => [`Region ${at}`, ...(at === 2 ? moved(row) : row)]),
    ]));
  const text = "Whole = Region 0 + Region 1 + Region 2 + Region 3 + Region 4";
  const right = table((row) => ["", ...row.slice(0, -1)]),
    left = table((row) => [...row.slice(1), ""]);
  assertEquals([right.texts, left.texts], [[text], [text]]);
  assertEquals(right.violated.length, 7);
});

Deno.test("a column of zeros and ones, or of coarse numbers, is no divisor that fits everything", () => {
  const { texts } = preflightOf(csv([
    ["Car", "Miles", "Axle", "Shape", "Weight"],
    ...counts(20, 3).map((one, at): Cells => [
      `Car ${at}`,
      (10 + one % 200 / 10).toFixed(1),
      (3 + one % 17 / 10).toFixed(1),
      at % 2,
      (2 + one % 31 / 10).toFixed(1),
    ]),
  ]));
  assertEquals(texts, []);
});

Deno.test("of many columns the two that give a third are found", () => {
  const columns = Array.from({ length: 60 }, (_, seed) => counts(9, seed));
  const { texts } = preflightOf(csv([
    [
      "Place",
      ...columns.map((_, at) => `Count ${String.fromCharCode(65 + at % 26)}${at}`),
      "Share of A0 in all, %",
    ],
    ...columns[0].map((one, row): Cells => [
      `Place ${row}`,
      ...columns.map((column) => column[row]),
      comma(100 * one / columns[40][row], 2),
    ]),
  ]));
  assertEquals(texts, ["Share of A0 in all, % = 100 × Count A0 ÷ Count O40"]);
});
