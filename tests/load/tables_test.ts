import { assertEquals } from "@std/assert";
import { lineOf, nextLine, problemsOf, replaced, withLine } from "./changed_edition.ts";

Deno.test("a missing column is named at the end of the header; cells of other columns are checked on", async () => {
  const problems = await problemsOf({
    "errata.csv": "claim,difference,reason_ru\nyouth.users.same,x,а\n",
  });
  assertEquals(problems, [
    'errata.csv:1:27: expected a column "reason_en", found none',
    'errata.csv:2:18: difference: expected a number such as -3.5 or 5/3, or nothing, found "x"',
  ]);
});

Deno.test("a column of another name is named where it stands, with the names that are expected", async () => {
  const problems = await problemsOf({ "errata.csv": replaced("claim,", "assertion,") });
  assertEquals(problems, [
    'errata.csv:1:1: unknown column "assertion"; expected claim, difference, reason_ru, reason_en',
    'errata.csv:1:41: expected a column "claim", found none',
  ]);
});

Deno.test("a column that stands twice is named where it stands again", async () => {
  const problems = await problemsOf({
    "errata.csv": "claim,difference,reason_ru,reason_en,claim\nyouth.users.same,235,а,a,b\n",
  });
  assertEquals(problems[0], 'errata.csv:1:38: column "claim" stands twice');
  assertEquals(problems.length, 1);
});

Deno.test("columns may stand in any order", async () => {
  const problems = await problemsOf({
    "errata.csv": "reason_en,claim,reason_ru,difference\na,youth.users.same,а,235\nb,nothing,б,\n",
  });
  assertEquals(problems, [
    'errata.csv:3:3: claim: unknown code "nothing"; expected an id of claims.csv',
  ]);
});

Deno.test("a row with too few fields is named at its end, one with too many at the first of them", async () => {
  const line = nextLine("territories.csv");
  assertEquals(
    await problemsOf({ "territories.csv": withLine("a,group,А,A\nb,group,Б,B,,,x") }),
    [
      `territories.csv:${line}:12: expected 6 fields, found 4`,
      `territories.csv:${line + 1}:15: expected 6 fields, found 7`,
    ],
  );
});

Deno.test("a row may leave out its last field where that may be empty, and no other", async () => {
  const rows = "a,group,А,A,kuzbass\nb,group,Б,B,nowhere";
  const line = nextLine("territories.csv");
  assertEquals(await problemsOf({ "territories.csv": withLine(rows) }), [
    `territories.csv:${
      line + 1
    }:13: part_of: unknown code "nowhere"; expected an id of territories.csv`,
  ]);
  const reason = nextLine("not-initiatives.csv");
  assertEquals(await problemsOf({ "not-initiatives.csv": withLine("5,О деле") }), [
    `not-initiatives.csv:${reason}:9: expected 3 fields, found 2`,
  ]);
});

Deno.test("an official code is eight digits or nothing", async () => {
  const line = nextLine("territories.csv");
  assertEquals(await problemsOf({ "territories.csv": withLine("a,group,А,A,kuzbass,3270100") }), [
    `territories.csv:${line}:21: oktmo: expected eight digits or nothing, found "3270100"`,
  ]);
});

Deno.test("a row too short is named at its end also where the file ends without a line feed", async () => {
  const line = nextLine("territories.csv");
  assertEquals(await problemsOf({ "territories.csv": (text) => `${text}a,group` }), [
    `territories.csv:${line}:8: expected 6 fields, found 2`,
  ]);
});

Deno.test("blank lines are no rows, but a line with an empty quoted field is one", async () => {
  const line = nextLine("territories.csv");
  assertEquals(await problemsOf({ "territories.csv": withLine('\n\n""\n  ') }), [
    `territories.csv:${line + 2}:3: expected 6 fields, found 1`,
    `territories.csv:${line + 3}:3: expected 6 fields, found 1`,
  ]);
});

Deno.test("places are right after quoted commas, quotes and line feeds", async () => {
  const line = nextLine("territories.csv");
  const row = 'a,group,"А, ""Б""\nВ",A,nowhere';
  assertEquals(await problemsOf({ "territories.csv": withLine(row) }), [
    `territories.csv:${
      line + 1
    }:6: part_of: unknown code "nowhere"; expected an id of territories.csv`,
  ]);
});

Deno.test("an id that stands twice is named where it stands again, also in a row with other problems", async () => {
  const line = nextLine("territories.csv");
  assertEquals(
    await problemsOf({
      "territories.csv": withLine("kuzbass,The country,А,A,\nbelovo,urban-okrug,Б,B,kuzbass"),
    }),
    [
      `territories.csv:${line}:1: id: "kuzbass" stands twice`,
      `territories.csv:${line}:9: kind: expected a code such as "table1.users", found "The country"`,
      `territories.csv:${line + 1}:1: id: "belovo" stands twice`,
    ],
  );
  assertEquals(
    await problemsOf({ "errata.csv": withLine("youth.users.same,235,а,a") }),
    [`errata.csv:${nextLine("errata.csv")}:1: claim: "youth.users.same" stands twice`],
  );
});

Deno.test("a code with capitals, spaces or dots at its ends is refused", async () => {
  const line = nextLine("populations.csv");
  assertEquals(
    await problemsOf({ "populations.csv": withLine("A b,А,A,,\n.x,А,A,,") }),
    [
      `populations.csv:${line}:1: id: expected a code such as "table1.users", found "A b"`,
      `populations.csv:${line + 1}:1: id: expected a code such as "table1.users", found ".x"`,
    ],
  );
});

Deno.test("a text that is empty or has a space at an end is refused", async () => {
  const line = nextLine("populations.csv");
  assertEquals(await problemsOf({ "populations.csv": withLine("x,,A ,-,") }), [
    `populations.csv:${line}:3: label_ru: expected a text without spaces at its ends, found ""`,
    `populations.csv:${line}:4: label_en: expected a text without spaces at its ends, found "A "`,
  ]);
});

Deno.test("a territory that is part of itself is named, over any number of steps", async () => {
  const line = nextLine("territories.csv");
  const rows = ["self,group,А,A,self", "a,group,А,A,c", "b,group,Б,B,a", "c,group,В,C,b"];
  assertEquals(await problemsOf({ "territories.csv": withLine(rows.join("\n")) }), [
    `territories.csv:${line}:16: part_of: "self" is a part of itself: self, self`,
    `territories.csv:${line + 3}:13: part_of: "c" is a part of itself: c, b, a, c`,
  ]);
});

Deno.test("a trend word with limits that leave nothing or everything is refused", async () => {
  const line = nextLine("trend-words.csv");
  const rows = [
    "a,increase,20,5,а,a,a",
    "b,none,,,б,b,b",
    "c,none,1,5,в,c,c",
    "d,decrease,-1,,г,d,d",
  ];
  assertEquals(await problemsOf({ "trend-words.csv": withLine(rows.join("\n")) }), [
    `trend-words.csv:${line}:15: max_percent: expected more than 0 and than min_percent, found "5"`,
    `trend-words.csv:${line + 1}:9: max_percent: expected a limit for direction none, found ""`,
    `trend-words.csv:${line + 2}:8: min_percent: expected nothing for direction none, found "1"`,
    `trend-words.csv:${line + 3}:12: min_percent: expected 0 or more, found "-1"`,
  ]);
});

Deno.test("norms are held against their print, their indicator, the source and the observations", async () => {
  const line = nextLine("norms.csv");
  const norm = (id: string, limits: string, unit: string, printed: string, at = 90) =>
    `${id},stock-per-resident,${limits},${unit},а,a,б,b,${printed},${at}`;
  const rows = [
    norm("a", "5,7", "items-per-resident", "5-8"),
    norm("b", "7,5", "items-per-resident", "7-5"),
    norm("c", ",", "items-per-resident", "5"),
    norm("d", "5,7", "percent", "от 5 до 7", 999),
    norm("stock", "5,", "items-per-resident", "не менее 5%"),
    norm("e", "5,x", "items-per-resident", "5"),
  ];
  assertEquals(await problemsOf({ "norms.csv": withLine(rows.join("\n")) }), [
    `norms.csv:${line}:53: printed: expected the limits 5 and 7, found "5-8"`,
    `norms.csv:${line + 1}:24: high: expected no less than the low limit, found "5"`,
    `norms.csv:${line + 2}:22: low: expected a low or a high limit, found ""`,
    `norms.csv:${
      line + 3
    }:26: unit: expected "items-per-resident" as in indicators.csv, found "percent"`,
    `norms.csv:${line + 3}:52: line: expected at most 218, found 999`,
    `norms.csv:${line + 4}:1: id: "stock" stands in observations.csv too`,
    `norms.csv:${line + 5}:24: high: expected a decimal number or nothing, found "x"`,
  ]);
});

Deno.test("an erratum of a claim that does not exist is refused, so that it cannot wait for one", async () => {
  const line = nextLine("errata.csv");
  assertEquals(
    await problemsOf({ "errata.csv": withLine("table1.visits.2016.sun,711,а,a") }),
    [
      `errata.csv:${line}:1: claim: unknown code "table1.visits.2016.sun"; expected an id of claims.csv`,
    ],
  );
});

Deno.test("errata are not held against claims of which a row cannot be read", async () => {
  const line = lineOf("claims.csv", "youth.users.same,");
  assertEquals(
    await problemsOf({
      "claims.csv": replaced("youth.users.same,same,", "youth.users.same,equal,"),
    }),
    [
      `claims.csv:${line}:18: kind: expected one of "sum"|"difference"|"share"|"shares"|"ratio"|"product"|"growth"|"roll-forward"|"mean"|"mixture"|"same"|"norm"|"bound"|"trend"|"part", found "equal"`,
    ],
  );
});
