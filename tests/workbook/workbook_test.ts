import { assertEquals, assertRejects, assertStringIncludes, assertThrows } from "@std/assert";
import {
  codebookRows,
  countBy,
  display,
  filterBy,
  indicatorCard,
  initiativeRows,
  loansPerUser,
  openWorkbook,
  sourceLine,
  Workbook,
} from "report";

const book = await openWorkbook("04_table_1", { edition: "kuzbass-2016", language: "en" });

Deno.test("an id that is not there is refused with ids like it", () => {
  assertThrows(
    () => book.find("stoc"),
    RangeError,
    'Cannot find observation "stoc": did you mean "stock"',
  );
  assertThrows(() => book.find("provision.town"), RangeError, '"provision.rural"');
  assertThrows(() => book.find("table1.user.2016"), RangeError, '"table1.users.2016"');
  assertThrows(() => book.norm("norm.none"), RangeError, "norm.provision-urban");
});

Deno.test("select takes an id as itself, and a beginning as all that follow it", () => {
  assertEquals(book.select("stock").map(({ id }) => id), ["stock"]);
  assertEquals(book.select("acquisitions").map(({ id }) => id), ["acquisitions"]);
  assertEquals(book.select("provision", "stock").map(({ id }) => id), [
    "provision.urban",
    "provision.rural",
    "stock",
  ]);
  assertThrows(() => book.select("absent"), RangeError, "Cannot find observation");
});

Deno.test("a row of a printed table comes by column", () => {
  const { "2015": before, change } = book.row("table1.users");
  assertEquals([before.value, change.value], [268_283, -457]);
});

Deno.test("the verdicts of a workbook are those of its notebook", () => {
  assertEquals(new Set(book.verdicts.map(({ claim }) => claim.topic)), new Set(["table-1"]));
  assertEquals(book.verdicts.length > 0, true);
});

Deno.test("labels, numbers and units follow the language", async () => {
  const russian = await openWorkbook("04_table_1", { language: "ru" });
  const users = russian.find("table1.users.2016");
  assertEquals(russian.indicator(users), "Число пользователей");
  assertEquals(russian.unit(users), "чел.");
  assertEquals(russian.number(users.value), "267\u00a0826");
  assertEquals(book.unit(users), "persons");
});

Deno.test("the span of a rounded measure is its rounding interval, of a count the count", () => {
  assertEquals(book.span(book.find("provision.urban")), { low: 5.15, high: 5.25 });
  assertEquals(book.span(book.find("stock")), { low: 2_424_759, high: 2_424_759 });
  assertEquals(book.span(book.find("programme.prokopyevsk-journey.monuments")).high, Infinity);
});

Deno.test("a caption cites the lines that are drawn on, consecutive ones joined", () => {
  const title = { en: "Title", ru: "Заголовок" };
  const { source, alt } = book.caption("x", book.select("table1.users"), title);
  assertStringIncludes(source, "lines 33–35");
  assertEquals(alt, undefined, "left to what is drawn");
  assertEquals(sourceLine(book.report, [], "ru").includes("строк"), false);
});

Deno.test("what the report prints is shown as printed", () => {
  const text = String(book.printed(book.select("table1.visits"))[display]()["text/plain"]);
  assertStringIncludes(text, "2  188 449");
  assertStringIncludes(text, "- 6 618");
});

Deno.test("a reason is that of the erratum, a dash where there is none", () => {
  assertEquals(book.reason("users.parts"), "–");
  assertEquals(book.reason("youth.users.same"), book.report.errata[2].reason_en);
});

Deno.test("an edition that is not there is refused", async () => {
  await assertRejects(() => openWorkbook("x", { edition: "absent" }), Error, 'edition "absent"');
});

Deno.test("two workbooks of one report do not share a language", () => {
  const other = new Workbook(book.report, book.notebook, "ru");
  assertEquals([book.words.users, other.words.users], ["Users", "Пользователи"]);
});

Deno.test("the parts of a total tell the printed total where they add up to another number", () => {
  const [agreeing] = book.partRows(book.find("table1.loans.2016"));
  assertEquals(agreeing.whole, "Loans");
  const [apart] = book.partRows(book.find("table1.visits.2016"));
  assertEquals(apart.whole, "Visits: sum of parts (printed: 2,188,449)");
});

Deno.test("computed indicators of one kind can be told apart in a table", () => {
  const loans = book.row("table1.loans"), users = book.row("table1.users");
  const years = ["2015", "2016"].map((year) =>
    loansPerUser({ loans: loans[year], users: users[year] })
  );
  const described = book.derivedTable(years).rows.map((row) => row["Computed from"]);
  assertEquals(described, ["Loans, 2015; Users, 2015", "Loans, 2016; Users, 2016"]);
});

Deno.test("the span of a share is in per cent, as it is printed", () => {
  assertEquals(book.span(book.find("population.children-and-youth-share")), {
    low: 37.65,
    high: 37.75,
  });
});

Deno.test("a table of initiatives has in brackets what was inferred, and each text in its language", async () => {
  const russian = await openWorkbook("13_atlas", { language: "ru" });
  const own = filterBy(book.report.initiatives, { id: "kemerovo-we-are-together" });
  const supplied = filterBy(book.report.initiatives, { id: "yurga-friend-campaign" });
  const [told] = initiativeRows(own, book);
  assertEquals([told.Kind, told["For whom"], told.Where], [
    "Project",
    "Families, Children",
    "On site",
  ]);
  const [inferred] = initiativeRows(supplied, book);
  assertEquals([inferred.Kind, inferred["For whom"], inferred.Where, inferred["Outcome as told"]], [
    "Campaign",
    "[General]",
    "[On site]",
    "28 new readers",
  ]);
  const [translated] = initiativeRows(supplied, russian);
  assertEquals([translated["Для кого"], translated["Результат, как сказано"]], [
    "[Все читатели]",
    "28 новых читателей",
  ]);
});

Deno.test("a codebook tells definitions and rules in the language of its headings, and counts what was inferred", () => {
  const { channels, initiatives, sections } = book.report;
  const rows = codebookRows(channels, initiatives, { field: "channel", language: "ru" });
  assertEquals(rows.map((row) => row["Определение"]), channels.map((one) => one.definition_ru));
  const counted = countBy(initiatives, "channel");
  for (const row of rows) {
    const { count, inferred } = counted.find(({ value }) => value === row["Код"])!;
    assertEquals([row["Число"], row["Выведено"]], [count, inferred]);
  }
  const [part] = codebookRows(sections, initiatives, { field: "section", language: "en" });
  assertEquals("Inferred" in part, false, "a section is never inferred");
});

Deno.test("the definition of an indicator is told in the card's language", () => {
  const [population] = book.report.indicators;
  const text = (language: "ru" | "en") =>
    String(indicatorCard(population, language)[display]()["text/markdown"]);
  assertStringIncludes(text("ru"), population.definition_ru);
  assertStringIncludes(text("en"), population.definition_en);
});
