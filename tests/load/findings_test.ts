import { assertEquals } from "@std/assert";
import { nextLine, problemsOf, replaced, withLine } from "./changed_edition.ts";

const line = nextLine("findings.csv");

async function problemsOfRow(row: string): Promise<string[]> {
  const found = await problemsOf({ "findings.csv": withLine(row) });
  return found.map((problem) => problem.replace(`findings.csv:${line}:`, ""));
}

Deno.test("a finding is refused for an unknown claim, kind or topic, and for a line past the end", async () => {
  assertEquals(await problemsOfRow("x,20,trend,,nobody,,,,надо,more,table-1,а,a"), [
    '13: claims: unknown code "nobody"; expected an id of claims.csv',
  ]);
  assertEquals((await problemsOfRow("x,20,rumour,,,,,,надо,more,table-1,а,a")).length, 1);
  assertEquals((await problemsOfRow("x,20 999,trend,,,,,,надо,more,nowhere,а,a")).length, 2);
});

Deno.test("a finding that no claim decides must say what a test would need", async () => {
  assertEquals(await problemsOfRow("x,20,trend,,,,,,,,table-1,а,a"), [
    '18: needed_en: expected what a test would need, where there are neither values nor claims, found ""',
  ]);
});

Deno.test("a finding is refused for unknown values, lines out of order, and a caveat in one language", async () => {
  assertEquals(await problemsOfRow("x,20,trend,nothing,,,,,надо,more,table-1,а,a"), [
    '12: values: unknown code "nothing"; expected an id of observations.csv',
  ]);
  assertEquals(await problemsOfRow("x,20 7,trend,users.all,,,,,надо,more,table-1,а,a"), [
    '3: lines: expected each line once, ascending, found "20 7"',
  ]);
  assertEquals(await problemsOfRow("x,20,trend,users.all,,,но,,надо,more,table-1,а,a"), [
    '27: caveat_en: expected a text in every language or in none, found ""',
  ]);
});

Deno.test("a finding is refused for a value of another line, and for a need in one language", async () => {
  assertEquals(await problemsOfRow("x,21,quantity,users.all,,,,,,,table-1,а,a"), [
    '15: values: "users.all" stands on line 20; expected one of the finding\'s lines',
  ]);
  assertEquals(await problemsOfRow("x,20,quantity,users.all,,,,,,more,table-1,а,a"), [
    '29: needed_ru: expected a text in every language or in none, found ""',
  ]);
});

Deno.test("conditions are refused for unknown fields and codes, and for another form", async () => {
  assertEquals(await problemsOfRow("x,20,trend,,,colour=red,,,надо,more,table-1,а,a"), [
    '14: records: expected one of id, section, system, territory, kind, audience, themes, channel, platforms, part_of, found "colour"',
  ]);
  assertEquals(await problemsOfRow("x,20,trend,,,kind=blog|ufo,,,надо,more,table-1,а,a"), [
    '14: records: kind: unknown code "ufo"; expected an id of kinds.csv',
  ]);
  assertEquals((await problemsOfRow("x,20,trend,,,blogs,,,надо,more,table-1,а,a")).length, 1);
});

Deno.test("an initiative is refused for unknown codes of a list, of inferred fields, and for being its own part", async () => {
  const at = nextLine("initiatives.csv");
  const row =
    "x,20,centre,Имя,,no,nobody,,kemerovo,project,youth,reading ufo,on-site,,2016,,,x,mood,A name,Имя";
  assertEquals(await problemsOf({ "initiatives.csv": withLine(row) }), [
    `initiatives.csv:${at}:21: system: unknown code "nobody"; expected an id of systems.csv`,
    `initiatives.csv:${at}:52: themes: unknown code "ufo"; expected an id of themes.csv`,
    `initiatives.csv:${at}:80: part_of: "x" is a part of itself: x, x`,
    `initiatives.csv:${at}:82: inferred: expected system, territory, kind, audience, themes, channel, year, found "mood"`,
  ]);
});

Deno.test("a printed form is refused where the name has none of its own, or is that form", async () => {
  const at = nextLine("initiatives.csv");
  const row = (named: string, printed: string) =>
    `x,20,centre,Имя,${printed},${named},yurga,,yurga,project,youth,reading,on-site,,2016,,,,,A name,Имя`;
  const refused = (printed: string) => [
    `initiatives.csv:${at}:17: printed: expected another form of a proper name, or nothing, found "${printed}"`,
  ];
  assertEquals(
    await problemsOf({ "initiatives.csv": withLine(row("no", "Имени")) }),
    refused("Имени"),
  );
  assertEquals(
    await problemsOf({ "initiatives.csv": withLine(row("yes", "Имя")) }),
    refused("Имя"),
  );
});

Deno.test("a reason that is no code of its vocabulary is refused", async () => {
  const at = nextLine("not-initiatives.csv");
  assertEquals(await problemsOf({ "not-initiatives.csv": withLine("20,Имя,ufo") }), [
    `not-initiatives.csv:${at}:8: reason: unknown code "ufo"; expected an id of reasons.csv`,
  ]);
});

Deno.test("a single code of an initiative that its vocabulary has not is refused", async () => {
  const found = await problemsOf({ "kinds.csv": replaced("\nblog,", "\nweblog,") });
  assertEquals(found.some((one) => one.includes('kind: unknown code "blog"')), true);
});

Deno.test("a mention of two systems by one name on one line is refused", async () => {
  const found = await problemsOf({
    "system-mentions.csv": withLine("yurga,12,МБУ «ЦБС ТГО»"),
  });
  assertEquals(found, [
    `system-mentions.csv:${
      nextLine("system-mentions.csv")
    }:7: line, printed: "12, МБУ «ЦБС ТГО»" stands twice`,
  ]);
});

Deno.test("an initiative outside of its system's territory is refused, unless a branch is named", async () => {
  const at = nextLine("initiatives.csv");
  const row = (branch: string) =>
    `x,20,centre,Имя,,no,yurga,${branch},kemerovo,project,youth,reading,on-site,,2016,,,,,A name,Имя`;
  assertEquals(await problemsOf({ "initiatives.csv": withLine(row("")) }), [
    `initiatives.csv:${at}:28: territory: expected "yurga" as of "yurga", found "kemerovo"; name the branch if it lies elsewhere`,
  ]);
  const named = await problemsOf({
    "initiatives.csv": withLine(row("филиал")),
    "tiles.csv": withLine("yurga,0,1"),
  });
  assertEquals(named.length, 1);
});
