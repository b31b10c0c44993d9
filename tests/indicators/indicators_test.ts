import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  acquisitionsNorm,
  againstNorm,
  collectionTurnover,
  coverage,
  type Derived,
  growth,
  loansPerUser,
  renewalRate,
  share,
  stockPerResident,
  stockPerUser,
  visitsPerUser,
} from "../../lib/indicators/indicators.ts";
import { openReport } from "../../lib/report/open_report.ts";
import { loadReport } from "../../lib/load/load_report.ts";
import { decimalString } from "../../lib/numbers/format_number.ts";

const { observations } = await loadReport();

function printed(id: string) {
  const found = observations.find((observation) => observation.id === id);
  assert(found, id);
  return found;
}

function rounded({ value, interval }: Derived): string {
  assert(interval.low && interval.high && interval.low.equals(interval.high));
  assertEquals(value.toFixed(9), interval.low.valueOf().toFixed(9));
  return decimalString(interval.low, 3);
}

const users = printed("table1.users.2016"), loans = printed("table1.loans.2016");
const visits = printed("table1.visits.2016"), stock = printed("stock");
const children = printed("population.children");

const known: [derived: Derived, value: string, unit: string, issues: readonly string[]][] = [
  [loansPerUser({ loans, users }), "21.272", "loans per user", []],
  [visitsPerUser({ visits, users }), "8.171", "visits per user", []],
  [collectionTurnover({ loans, stock }), "2.35", "loans per item", []],
  [stockPerUser({ stock, users }), "9.053", "items per user", []],
  [
    stockPerResident({ stock, residents: children }),
    "4.666",
    "items per resident",
    ['population differs: "children" over "children-up-to-14"'],
  ],
  [renewalRate({ acquisitions: printed("acquisitions"), stock }), "2.888", "%", []],
  [
    coverage({ users: printed("users.children"), residents: children }),
    "70.105",
    "%",
    [],
  ],
  [growth({ from: printed("table1.users.2015"), to: users }), "-0.17", "%", []],
  [share({ part: printed("users.children"), whole: printed("users.all") }), "39.434", "%", []],
];

for (const [derived, value, unit, issues] of known) {
  Deno.test(`${derived.indicator} of the report is ${value} ${unit}`, () => {
    assertEquals(rounded(derived), value);
    assertEquals(derived.unit, unit);
    assertEquals(derived.inputs.length, 2);
    assertEquals(derived.issues.map(({ en }) => en), issues);
  });
}

Deno.test("users and residents of different age bands are doubtful", () => {
  const { issues } = coverage({
    users: printed("youth.users"),
    residents: printed("population.youth"),
  });
  assertEquals(issues.map(({ en }) => en), [
    'population differs: "youth-up-to-30" over "youth-15-29"',
  ]);
});

Deno.test("loans and users of different scopes are doubtful, and the indicator is computed all the same", () => {
  const { value, issues } = loansPerUser({ loans, users: printed("users.children") });
  assertEquals(value.toFixed(2), "15.64");
  assertEquals(issues.map(({ en }) => en), [
    'population differs: "children" over "children-up-to-14"',
    'scope differs: "children-libraries" over "municipal-libraries"',
  ]);
});

Deno.test("values of different years or territories are doubtful, but not of one day and its year", () => {
  assertEquals(
    loansPerUser({ loans, users: printed("table1.users.2015") }).issues.map(({ en }) => en),
    [
      'period differs: "2016" over "2015"',
    ],
  );
  assertEquals(
    share({ part: stock, whole: { ...stock, territory: "yurga" } }).issues.map(({ en }) => en),
    [
      'territory differs: "kuzbass" over "yurga"',
    ],
  );
  assertEquals(
    coverage({ users: { ...users, population: "x" }, residents: { ...children, population: "x" } })
      .issues.map(({ en }) => en),
    [],
  );
});

Deno.test("growth expects two years, but one population, scope and territory", () => {
  const from = printed("table1.loans.2015");
  assertEquals(growth({ from, to: loans }).issues, []);
  const other = { ...from, population: "youth", scope: "youth-services", territory: "yurga" };
  assertEquals(growth({ from: other, to: loans }).issues.map(({ en }) => en), [
    'population differs: "children" over "youth"',
    'scope differs: "children-libraries" over "youth-services"',
    'territory differs: "kuzbass" over "yurga"',
  ]);
});

Deno.test("bare numbers raise no doubts and are no inputs", () => {
  const derived = share({ part: 1, whole: 3 });
  assertEquals([derived.issues, derived.inputs], [[], []]);
  assertEquals(rounded(derived), "33.333");
});

const withoutDenominator: [name: string, compute: () => Derived][] = [
  ["loansPerUser", () => loansPerUser({ loans: 1, users: 0 })],
  ["visitsPerUser", () => visitsPerUser({ visits: 1, users: 0 })],
  ["collectionTurnover", () => collectionTurnover({ loans: 1, stock: 0 })],
  ["stockPerUser", () => stockPerUser({ stock: 1, users: 0 })],
  ["stockPerResident", () => stockPerResident({ stock: 1, residents: 0 })],
  ["renewalRate", () => renewalRate({ acquisitions: 1, stock: 0 })],
  ["coverage", () => coverage({ users: 1, residents: 0 })],
  ["share", () => share({ part: 0, whole: 0 })],
];

for (const [name, compute] of withoutDenominator) {
  Deno.test(`${name} refuses a denominator of 0 and says which indicator it is`, () => {
    const { message } = assertThrows(compute, RangeError);
    assertEquals(message, `Cannot compute ${name}: expected a denominator other than 0, found 0`);
  });
}

for (const from of [0, -100]) {
  Deno.test(`growth refuses to start from ${from}`, () => {
    const { message } = assertThrows(() => growth({ from, to: -50 }), RangeError);
    assertEquals(message, `Cannot compute growth: expected a first value above 0, found ${from}`);
  });
}

Deno.test("an indicator of numbers in thousands is that of the numbers", () => {
  const thousands = { ...printed("users.all"), value: 924, unit: "thousand-persons" };
  const children = { ...printed("users.children"), value: 231_000 };
  assertEquals(share({ part: children, whole: thousands }).value, 25);
});

Deno.test("an indicator of what is printed as a range says so", () => {
  const range = { ...printed("users.all"), form: "range", printed: "5–7", spread: 2 } as const;
  const [{ en: issue }] = coverage({ users: range, residents: 100 }).issues;
  assertEquals(issue, 'no one number: "5–7" of "users.all"');
});

Deno.test("a share above 100 % raises a doubt", () => {
  const { issues } = share({ part: printed("users.all"), whole: printed("users.children") });
  assertEquals(issues.map(({ en }) => en), ["the part is larger than the whole"]);
});

Deno.test("acquisitionsNorm of the report rounds to the printed optimum", () => {
  const optimum = acquisitionsNorm(loans, 0.038);
  assertEquals(Math.round(optimum), printed("acquisitions.optimum").value);
});

Deno.test("againstNorm says below, within or above, and what is missing to the low end", () => {
  const norm = { low: 5, high: 7 };
  assertEquals(againstNorm(4, norm), { position: "below", shortfall: 1, percentOfLow: 80 });
  assertEquals(againstNorm(5, norm), { position: "within", shortfall: 0, percentOfLow: 100 });
  assertEquals(againstNorm(7, norm).position, "within");
  assertEquals(againstNorm(7.1, norm), { position: "above", shortfall: 0, percentOfLow: 142 });
});

Deno.test("againstNorm refuses what has no limit at all, such as a misspelt one", () => {
  const { message } = assertThrows(() => againstNorm(3, { lo: 7 } as never), RangeError);
  assertEquals(
    message,
    'Cannot compute againstNorm: expected a norm with low or high, found {"lo":7}',
  );
});

Deno.test("againstNorm takes a missing limit for none", () => {
  assertEquals(againstNorm(99, { low: 5, high: null }).position, "within");
  assertEquals(againstNorm(1, { low: null, high: 7 }), {
    position: "within",
    shortfall: 0,
    percentOfLow: null,
  });
});

Deno.test("an observation that is not there is named as the part it was to be", () => {
  const absent = ([] as { id: string; value: number }[]).find(({ id }) => id === "x")!;
  const { message } = assertThrows(
    () => loansPerUser({ loans: 1, users: absent as unknown as number }),
    RangeError,
  );
  assertEquals(
    message,
    "Cannot compute loansPerUser: expected an observation or a number as users, found undefined",
  );
});

const refused: [told: string, compute: () => unknown][] = [
  [
    'Cannot compute loansPerUser: expected loans, found "table1.users.2016", which is users; ' +
    'expected users, found "table1.loans.2016", which is loans; are they swapped?',
    () => loansPerUser({ loans: users, users: loans }),
  ],
  [
    'Cannot compute stockPerResident: expected stock, found "population.children", which is ' +
    'population; expected residents, found "stock", which is stock; are they swapped?',
    () => stockPerResident({ stock: children, residents: stock }),
  ],
  [
    'Cannot compute visitsPerUser: expected visits, found "table1.loans.2016", which is loans',
    () => visitsPerUser({ visits: loans, users }),
  ],
  [
    'Cannot compute coverage: expected users, found "users.children-and-youth-share", which is users-share',
    () => coverage({ users: printed("users.children-and-youth-share"), residents: children }),
  ],
  [
    "Cannot compute share: expected part and whole in one unit, found loans and persons",
    () => share({ part: loans, whole: users }),
  ],
  [
    "Cannot compute growth: expected to and from in one unit, found loans and persons",
    () => growth({ from: users, to: loans }),
  ],
];

for (const [told, compute] of refused) {
  Deno.test(told, () => assertEquals(assertThrows(compute, RangeError).message, told));
}

Deno.test("an observation of a kind that no edition of ours has is taken for what it is given as", () => {
  const guests = { ...users, indicator: "guests" };
  assertEquals(rounded(loansPerUser({ loans, users: guests })), "21.272");
  const remote = printed("table1.loans-remote.2016");
  assertEquals(loansPerUser({ loans: remote, users }).inputs, [remote, users]);
});

Deno.test("doubts name what differs by the labels of a report's rows, in its language", async () => {
  const { observations } = await openReport(undefined, { language: "ru" });
  const row = (id: string) => observations.find((one) => one.id === id)!;
  const { issues } = coverage({ users: row("users.youth"), residents: row("population.children") });
  assertEquals(issues.map(({ ru }) => ru), [
    `люди разные: «${row("users.youth").populationLabel}» к «${
      row("population.children").populationLabel
    }»`,
  ]);
  assertEquals(/[a-z]/i.test(issues[0].ru), false);
});
