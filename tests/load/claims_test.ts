import { assertEquals } from "@std/assert";
import { nextLine, problemsOf, withLine } from "./changed_edition.ts";

interface Cells {
  readonly id?: string;
  readonly kind?: string;
  readonly result?: string;
  readonly operands?: string;
  readonly rule?: string;
  readonly line?: string;
  readonly topic?: string;
}

const whole = "population.children-and-youth";
const parts = "population.children population.youth";

/** A row of `claims.csv` that is sound but for the cells given. */
function row(cells: Cells): string {
  const { id = "x", kind = "sum", result = whole, operands = parts } = cells;
  const { rule = "", line = "7", topic = "table-1" } = cells;
  return `${id},${kind},stated,${result},${operands},${rule},${line},${topic},а,a`;
}

/** Where a column of such a row begins. */
function place(cells: Cells, column: keyof Cells): number {
  const names = ["id", "kind", "basis", "result", "operands", "rule", "line", "topic"];
  const before = row(cells).split(",").slice(0, names.indexOf(column));
  return before.map((cell) => cell.length + 1).reduce((sum, length) => sum + length, 1);
}

const cases: [behaviour: string, cells: Cells, column: keyof Cells, messages: string[]][] = [
  ["an unknown operand", { operands: "population.children y" }, "operands", [
    'operands: unknown operand "y"',
  ]],
  ["an unknown result", { result: "y" }, "result", ['result: unknown observation "y"']],
  ["a norm as result", { result: "norm.renewal-rate" }, "result", [
    'result: unknown observation "norm.renewal-rate"',
  ]],
  ["its result among its operands", { operands: whole }, "operands", [
    `operands: "${whole}" is the claim's own result`,
  ]],
  ["operands of another unit", { operands: "stock" }, "operands", [
    'operands: expected unit "persons" of "stock", found "items"',
  ]],
  ["a sum of nothing", { operands: "" }, "operands", [
    'operands: expected codes parted by one space, with at most one / between codes, found ""',
  ]],
  ["operands parted by two spaces", { operands: "stock  stock" }, "operands", [
    'operands: expected codes parted by one space, with at most one / between codes, found "stock  stock"',
  ]],
  ["two slashes", { kind: "share", operands: "a / b / c" }, "operands", [
    'operands: expected codes parted by one space, with at most one / between codes, found "a / b / c"',
  ]],
  ["a slash without numerator", { kind: "share", operands: "/ stock" }, "operands", [
    'operands: expected codes parted by one space, with at most one / between codes, found "/ stock"',
  ]],
  ["a difference of three", { kind: "difference", operands: `${parts} users.all` }, "operands", [
    "operands: expected 2 for difference, found 3",
  ]],
  ["a share without divisor", { kind: "share" }, "operands", [
    "operands: expected / and divisors for share",
  ]],
  ["a sum with a divisor", { operands: "population.children / population.youth" }, "operands", [
    "operands: expected no / for sum",
  ]],
  [
    "a share that is no per cent",
    { kind: "share", operands: "population.children / population.all" },
    "result",
    ['result: expected unit "percent" or another of its kind, found "persons"'],
  ],
  [
    "a share of two units",
    { kind: "share", result: "users.children-and-youth-share", operands: "stock / users.all" },
    "operands",
    ['operands: expected unit "items" of "users.all", found "persons"'],
  ],
  ["an unknown kind", { kind: "quotient" }, "kind", [
    'kind: expected one of "sum"|"difference"|"share"|"shares"|"ratio"|"product"|"growth"|"roll-forward"|"mean"|"mixture"|"same"|"norm"|"bound"|"trend"|"part", found "quotient"',
  ]],
  ["a rule that its kind has not", { rule: "at-most" }, "rule", [
    'rule: expected nothing for sum, found "at-most"',
  ]],
  ["a bound without side", { kind: "bound" }, "rule", [
    'rule: expected at-most, at-least, less-than, more-than for bound, found ""',
  ]],
  [
    "a word that trend-words.csv has not",
    { kind: "trend", operands: "population.children", rule: "huge-increase" },
    "rule",
    [
      'rule: expected increase, decrease, slight-decrease, considerably-lower for trend, found "huge-increase"',
    ],
  ],
  [
    "a norm that is an observation",
    { kind: "norm", operands: "population.children", rule: "within" },
    "operands",
    ["operands: expected a norm of norms.csv"],
  ],
  [
    "a norm without the limit that it is above",
    { kind: "norm", result: "acquisitions", operands: "norm.renewal-rate / stock", rule: "above" },
    "rule",
    ['rule: "above" needs the high limit that "norm.renewal-rate" has not'],
  ],
  [
    "a norm of another unit",
    { kind: "norm", result: "acquisitions", operands: "norm.renewal-rate", rule: "below" },
    "operands",
    ['operands: expected unit "items" of "norm.renewal-rate", found "percent"'],
  ],
  [
    "operands that are printed, but marked as not printed",
    { operands: "?population.children population.youth" },
    "operands",
    ['operands: expected no ? before "population.children", which is printed'],
  ],
  ["a result that is printed, but marked as not printed", { result: `?${whole}` }, "result", [
    `result: expected no ? before "${whole}", which is printed`,
  ]],
  [
    "a relation of what is not printed alone",
    {
      kind: "trend",
      result: "?youth.users.2015",
      operands: "?population.youth.2015",
      rule: "increase",
    },
    "result",
    ["result: expected a printed value; such a statement is a finding"],
  ],
  [
    "what is not printed and unprinted.csv does not name",
    {
      operands: "population.children ?infants",
    },
    "operands",
    ['operands: expected "?infants" in unprinted.csv'],
  ],
  [
    "what is not printed, in another unit",
    {
      operands: "population.children ?youth.loans.2015",
    },
    "operands",
    ['operands: expected unit "persons" of "youth.loans.2015", found "loans"'],
  ],
  ["a line past the end of the source", { line: "219" }, "line", [
    "line: expected at most 218, found 219",
  ]],
  ["a line that is no number", { line: "x" }, "line", [
    'line: expected a line number or nothing, found "x"',
  ]],
  ["a topic that the edition has not", { topic: "nothing" }, "topic", [
    'topic: unknown code "nothing"; expected an id of topics.csv',
  ]],
  ["an id that another claim has", { id: "youth.users.same" }, "id", [
    'id: "youth.users.same" stands twice',
  ]],
  ["an id that an expanded claim has", { id: "table1.users.change" }, "id", [
    'id: "table1.users.change" stands twice',
  ]],
  ["a * that matches nothing", { id: "x.*", result: "y.*", operands: "y.*.z" }, "result", [
    'result: "y.*" matches no observation',
  ]],
  ["a * in its id only", { id: "x.*" }, "id", [
    'id: expected a * for each that the result has, found "x.*"',
  ]],
  ["a * in its operands only", { operands: "population.*" }, "operands", [
    'operands: expected no * where the result has none, found "population.*"',
  ]],
  ["fewer * in its id than in its result", { id: "x.*", result: "*.*" }, "id", [
    'id: expected a * for each that the result has, found "x.*"',
  ]],
  [
    "operands that its * does not find",
    { id: "x.*", result: "youth.*", operands: "youths.*" },
    "operands",
    [
      'operands: unknown operand "youths.users"',
      'operands: unknown operand "youths.visits"',
      'operands: unknown operand "youths.loans"',
    ],
  ],
];

for (const [behaviour, cells, column, messages] of cases) {
  Deno.test(`a claim is refused for ${behaviour}`, async () => {
    const line = nextLine("claims.csv");
    assertEquals(
      await problemsOf({ "claims.csv": withLine(row(cells)) }),
      messages.map((message) => `claims.csv:${line}:${place(cells, column)}: ${message}`),
    );
  });
}

const zero = "zero,users,all,residents,kuzbass,2016,0,persons,number,0,7";

Deno.test("a claim is refused for a division by zero", async () => {
  const cells = {
    kind: "share",
    result: "users.children-and-youth-share",
    operands: "zero / zero",
  };
  const line = nextLine("claims.csv");
  assertEquals(
    await problemsOf({
      "observations.csv": withLine(zero),
      "claims.csv": withLine(row(cells)),
    }),
    [
      `observations.csv:${
        nextLine("observations.csv")
      }:1: id: no numeral of numerals.csv carries "zero"`,
      `claims.csv:${line}:${place(cells, "operands")}: operands: the divisors add up to 0`,
    ],
  );
});

Deno.test("a claim is refused for a growth from less than zero, as for a trend", async () => {
  const cells = {
    kind: "growth",
    result: "programme.belovo-company.users",
    operands: "loss / loss loss",
  };
  const line = nextLine("claims.csv");
  assertEquals(
    (await problemsOf({
      "observations.csv": withLine("loss,users,all,residents,kuzbass,2016,-3,persons,number,-3,7"),
      "claims.csv": withLine(row(cells)),
    })).filter((problem) => problem.startsWith("claims")),
    [
      `claims.csv:${line}:${
        place(cells, "operands")
      }: operands: expected a first value above 0 for growth, found "loss loss"`,
    ],
  );
});

Deno.test("a claim is refused for a trend from zero", async () => {
  const cells = { kind: "trend", operands: "zero", rule: "increase" };
  const line = nextLine("claims.csv");
  assertEquals(
    await problemsOf({
      "observations.csv": withLine(zero),
      "claims.csv": withLine(row(cells)),
    }),
    [
      `observations.csv:${
        nextLine("observations.csv")
      }:1: id: no numeral of numerals.csv carries "zero"`,
      `claims.csv:${line}:${
        place(cells, "operands")
      }: operands: expected a first value above 0 for trend, found "zero"`,
    ],
  );
});

Deno.test("a value that is not printed is refused for another unit, and where no claim needs it", async () => {
  const at = nextLine("unprinted.csv");
  assertEquals(await problemsOf({ "unprinted.csv": withLine("nobody,ells,а,a") }), [
    `unprinted.csv:${at}:1: id: no claim of claims.csv needs "nobody"`,
    `unprinted.csv:${at}:8: unit: expected a unit of indicators.csv, found "ells"`,
  ]);
});
