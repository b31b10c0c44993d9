import { assertEquals } from "@std/assert";
import { nextLine, problemsOf, withLine } from "./changed_edition.ts";

interface Cells {
  readonly id?: string;
  readonly kind?: string;
  readonly result?: string;
  readonly operands?: string;
  readonly rule?: string;
  readonly unit?: string;
  readonly topic?: string;
}

const columns = ["id", "kind", "result", "operands", "rule", "unit", "topic"] as const;

/** A row of `inferences.csv` that is sound but for the cells given. */
function row(cells: Cells): string {
  const { id = "x", kind = "sum", result = "users.all", operands = "users.children ?x" } = cells;
  const { rule = "", unit = "persons", topic = "table-1" } = cells;
  return `${id},${kind},${result},${operands},${rule},${unit},${topic},а,a`;
}

function place(cells: Cells, column: typeof columns[number]): number {
  const before = row(cells).split(",").slice(0, columns.indexOf(column));
  return before.map((cell) => cell.length + 1).reduce((sum, length) => sum + length, 1);
}

const cases: [behaviour: string, cells: Cells, column: typeof columns[number], message: string][] =
  [
    [
      "no unknown",
      { operands: "users.children users.youth" },
      "operands",
      "expected ?x once, and no other ?",
    ],
    ["two unknowns", { operands: "?y ?x" }, "operands", "expected ?x once, and no other ?"],
    [
      "an unknown of another name",
      { operands: "users.children ?y" },
      "operands",
      "expected ?x once, and no other ?",
    ],
    [
      "an unknown that stands twice",
      { operands: "?x ?x" },
      "operands",
      "expected ?x once, and no other ?",
    ],
    ["an unknown operand", { operands: "nobody ?x" }, "operands", 'unknown operand "nobody"'],
    [
      "a unit that no indicator has",
      {
        unit: "heads",
        result: "population.children-and-youth-share",
        kind: "share",
        operands: "users.children / ?x",
      },
      "unit",
      'expected a unit of indicators.csv, found "heads"',
    ],
    [
      "a unit that does not fit",
      { unit: "items" },
      "operands",
      'expected unit "persons" of "x", found "items"',
    ],
    [
      "a topic that the edition has not",
      { topic: "nothing" },
      "topic",
      'unknown code "nothing"; expected an id of topics.csv',
    ],
    [
      "an unknown kind of mixture",
      {
        kind: "mixture",
        result: "provision.urban",
        operands: "provision.urban provision.rural ?x",
        rule: "by-weight",
        unit: "percent",
      },
      "rule",
      'expected by-divisor, by-numerator for mixture, found "by-weight"',
    ],
  ];

for (const [behaviour, cells, column, message] of cases) {
  Deno.test(`an inference is refused for ${behaviour}`, async () => {
    const line = nextLine("inferences.csv");
    const problems = await problemsOf({ "inferences.csv": withLine(row(cells)) });
    const wanted = `inferences.csv:${line}:${place(cells, column)}: ${column}: ${message}`;
    assertEquals(
      problems.map((problem) => problem.startsWith(wanted)).includes(true),
      true,
      problems.join("\n"),
    );
  });
}

Deno.test("an inference is refused for an id that is printed", async () => {
  const line = nextLine("inferences.csv");
  const cells = { id: "users.youth", operands: "users.children ?users.youth" };
  assertEquals(await problemsOf({ "inferences.csv": withLine(row(cells)) }), [
    `inferences.csv:${line}:1: id: "users.youth" is printed: it stands in another table too`,
  ]);
});

Deno.test("inferences that rest on each other are refused at the one above", async () => {
  const line = nextLine("inferences.csv");
  const circle = [
    row({ id: "x", operands: "y ?x" }),
    row({ id: "y", operands: "x ?y" }),
  ].join("\n");
  assertEquals(await problemsOf({ "inferences.csv": withLine(circle) }), [
    `inferences.csv:${line}:17: operands: "y" is inferred below; put it above, and let no two rest on each other`,
  ]);
});
