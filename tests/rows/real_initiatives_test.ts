import { assert, assertEquals } from "@std/assert";
import { aggregate, filterRows, type Initiative, isTold, loadReport } from "report";

const report = await loadReport("kuzbass-2016");
const { initiatives } = report;
const byId = new Map(initiatives.map((row) => [row.id, row]));

/** The fields of a row that are given, as the data have them. */
function fieldsOf(id: string, fields: Partial<Initiative>): Partial<Initiative> {
  const row = byId.get(id);
  assert(row, `there is no initiative "${id}"`);
  return Object.fromEntries(
    Object.keys(fields).map((field) => [field, row[field as keyof Initiative]]),
  );
}

Deno.test("meetings with writers are a row for each of the five systems that line 180 names, Tayga's among them", () => {
  const meetings = filterRows(initiatives, { name: "встречи с поэтами и писателями Кузбасса" });
  assertEquals(meetings.map(({ line, system, territory }) => [line, system, territory]), [
    [180, ["kemerovsky-district"], "kemerovsky-district"],
    [180, ["tayga"], "tayga"],
    [180, ["leninsk-kuznetsky-district"], "leninsk-kuznetsky-district"],
    [180, ["topkinsky-district"], "topkinsky-district"],
    [180, ["yaysky-district"], "yaysky-district"],
  ]);
  assertEquals(initiatives.filter(({ system }) => system.length > 1), []);
});

Deno.test("the report tells of 33 of 34 municipalities, and passes over Novokuznetsky District", () => {
  const places = report.territories.filter(({ kind }) => /^(urban|municipal)-/.test(kind));
  const told = new Set(initiatives.map(({ territory }) => territory));
  assertEquals([places.length, places.filter(({ id }) => told.has(id)).length], [34, 33]);
  assertEquals(places.filter(({ id }) => !told.has(id)).map(({ id }) => id), [
    "novokuznetsky-district",
  ]);
});

Deno.test("every municipality has a tile, and what is on no tile is told of the whole region", () => {
  const tiles = new Set(report.tiles.map(({ territory }) => territory));
  const onNone = initiatives.filter(({ territory }) => !tiles.has(territory));
  assertEquals(tiles.size, 34);
  assertEquals(onNone.map(({ id, territory }) => [id, territory]), [
    ["regional-travelling-exhibitions", "kuzbass"],
  ]);
});

const added: [id: string, Partial<Initiative>][] = [
  ["mariinsky-parents-joint-events", {
    line: 14,
    section: "network",
    system: ["mariinsky-district"],
    audience: ["parents"],
    year: "",
  }],
  ["yurga-social-partnership", {
    line: 85,
    system: ["yurga"],
    audience: ["preschool", "children"],
  }],
  ["kiselevsk-literary-quests-and-parties", {
    line: 130,
    system: ["kiselevsk"],
    kind: "event-series",
  }],
  ["prokopyevsk-site-promotion", { line: 153, system: ["prokopyevsk"], audience: ["children"] }],
  ["kaltan-blogs", { line: 158, system: ["kaltan"], kind: "blog", platforms: ["blog"] }],
];

for (const [id, fields] of added) {
  Deno.test(`an initiative that both codings passed over stands in the data: ${id}`, () => {
    assertEquals(fieldsOf(id, fields), fields);
    assertEquals(report.codings.some((coding) => coding.id === id), false);
  });
}

Deno.test("names stand in the nominative and in full, with the form that the line prints", () => {
  const arbats = { name: "Яйские Арбаты", printed: "Яйских Арбатах", line: 142 };
  assertEquals(fieldsOf("yaysky-arbats", arbats), arbats);
  const kiselev = { name: "Киселевские чтения", printed: "VI Киселевские", line: 183 };
  assertEquals(fieldsOf("kemerovo-kiselev-readings", kiselev), kiselev);
  const siblings = filterRows(initiatives, { kind: "readings" }).map(({ name }) => name);
  assertEquals(siblings, [
    "Киселевские чтения",
    "Бересневские чтения",
    "Кольчугинская осень",
    "Сауловские чтения",
    "Торбоковские чтения",
  ]);
});

Deno.test("a Library Night gives its quest only, as rule r6 says", () => {
  const told = filterRows(initiatives, { line: "134" });
  assertEquals(told.map(({ id, part_of }) => [id, part_of]), [["krapivinsky-live-quest", ""]]);
});

Deno.test("every code is counted told or inferred, and the codes that the rules supply are many", () => {
  for (const field of ["channel", "audience", "year", "kind", "themes", "system"] as const) {
    const inferred = initiatives.filter((row) => !isTold(row, field)).length;
    assertEquals(inferred, initiatives.filter((row) => row.inferred.includes(field)).length);
    assert(inferred > 0 && inferred < initiatives.length, field);
  }
  const inferred = initiatives.filter((row) => !isTold(row, "channel")).length;
  const channels = aggregate(initiatives, { group: "channel" });
  assertEquals(
    channels.flatMap(({ rows }) => rows).filter((row) => !isTold(row, "channel")).length,
    inferred,
  );
});

Deno.test("Kemerovo's hundred years lie ahead, and the town of Tayga has one name", () => {
  const city = report.scopes.find(({ id }) => id === "kemerovo-city")!;
  assert(/ahead/.test(city.definition_en) && /впереди/.test(city.definition_ru));
  const tayga = report.territories.find(({ id }) => id === "tayga")!;
  assertEquals(tayga.label_en, "Tayga");
  const texts = JSON.stringify([report.scopes, report.systems, report.territories, initiatives]);
  assertEquals(/taiga/i.test(texts), false);
});

Deno.test("codes of territories are of the region, and of its okrugs or districts by their kind", () => {
  const codes = new Map(report.territories.map(({ id, oktmo }) => [id, oktmo]));
  assertEquals(["kuzbass", "kemerovo", "tayga", "yashkinsky-district"].map((id) => codes.get(id)), [
    "32000000",
    "32701000",
    "32740000",
    "32646000",
  ]);
  for (const { id, kind, oktmo } of report.territories) {
    if (oktmo === "" || kind === "region" || kind === "group") continue;
    assertEquals(oktmo.slice(0, 3), kind === "urban-okrug" ? "327" : "326", id);
  }
  const filled = [...codes.values()].filter((code) => code !== "");
  assertEquals(new Set(filled).size, filled.length);
});

Deno.test("codings keep what the two coders made, the folded row and the rejected ones too", () => {
  const ids = new Set(report.codings.map(({ id }) => id));
  assert(ids.has("meetings-with-kuzbass-writers") && ids.has("topkinsky-folk-art-exhibitions"));
  assertEquals(report.codings.length, 365);
  assertEquals(byId.has("meetings-with-kuzbass-writers"), false);
});
