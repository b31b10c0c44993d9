import { assert, assertEquals } from "@std/assert";
import { loadReport } from "../../lib/load/load_report.ts";
import type { Report } from "../../lib/model/report.ts";
import { compareReports } from "../../lib/report/compare_reports.ts";
import { labelReport } from "../../lib/report/label_report.ts";

const [kuzbass, kursk] = await Promise.all(["kuzbass-2016", "kursk-2017"].map(loadReport));

/** The same report of the next year. */
function nextYear(report: Report, change: Partial<Report> = {}): Report {
  const next = (period: string) => period.replaceAll(/\d{4}/g, (year) => String(Number(year) + 1));
  const observations = report.observations.map((row) => ({
    ...row,
    period: next(row.period),
    value: row.value + 10,
  }));
  const edition = { ...report.edition, id: "next" };
  return { ...report, edition, observations, ...change };
}

function compare(first: Report, second: Report) {
  return compareReports(labelReport(first, "en"), labelReport(second, "en"));
}

Deno.test("a report of the next year is compared number by number: levels grow, one period is a difference", () => {
  const { rows, only } = compare(kuzbass, nextYear(kuzbass));
  assertEquals(only.filter(({ edition }) => edition === "kuzbass-2016"), []);
  const users = Object.fromEntries(rows.map((row) => [row.first.id, row]));
  const of2016 = users["table1.users.2016"], of2015 = users["table1.users.2015"];
  assertEquals([of2016.kind, of2016.second[0].period, of2016.difference], [
    "difference",
    "2016",
    268283 + 10 - 267826,
  ]);
  assertEquals([of2015.kind, of2015.second[0].period], ["growth", "2017"]);
  assertEquals(of2015.ratio, (267826 + 10) / 268283);
  assertEquals(users["table1.users.change"].kind, "difference");
  assertEquals(users["table1.users.change"].ratio, null);
});

Deno.test("a change of definition, age band, scope or unit is named and never growth", () => {
  const changes: [kind: string, change: Partial<Report>][] = [
    ["definition", {
      indicators: kuzbass.indicators.map((row) => ({ ...row, definition: { ru: "", en: "" } })),
    }],
    ["population", {
      populations: kuzbass.populations.map((row) => ({ ...row, age_band: "-17" })),
    }],
    ["scope", {
      scopes: kuzbass.scopes.map((row) => ({ ...row, definition: { ru: "Иные", en: "Others" } })),
    }],
  ];
  for (const [kind, change] of changes) {
    const { rows } = compare(kuzbass, nextYear(kuzbass, change));
    assertEquals(
      new Set(rows.flatMap(({ breaks }) => breaks.map((one) => one.kind))),
      new Set([kind]),
    );
    assert(rows.every((row) => row.difference === null && row.ratio === null && row.kind === null));
  }
  const { observations } = nextYear(kuzbass);
  const inThousands = observations.map((row) => ({ ...row, unit: "thousands" }));
  const indicators = kuzbass.indicators.map((row) => ({
    ...row,
    unit: "thousands",
    unitLabel: { ru: "тыс.", en: "thousands" },
  }));
  const { rows } = compare(kuzbass, nextYear(kuzbass, { observations: inThousands, indicators }));
  assert(rows.every(({ breaks }) => breaks.some(({ kind }) => kind === "unit")));
});

Deno.test("numbers of another region stand beside all that come near, and what only one has is listed", () => {
  const { rows, only } = compare(kuzbass, kursk);
  const users = rows.find(({ first }) => first.id === "table1.users.2016");
  assertEquals(users?.second.map(({ period }) => period), Array(18).fill("2016"));
  assertEquals(users?.breaks.find(({ kind }) => kind === "scope"), {
    kind: "scope",
    label: "counted over",
    first: "Children's libraries",
    second: "18 different ones",
  });
  assert(rows.every(({ kind }) => kind === null));
  const names = (edition: string) =>
    only.filter((one) => one.edition === edition).map(({ indicator }) => indicator);
  assertEquals(names("kursk-2017"), ["visits-per-user", "loans-per-user", "staff", "computers"]);
  assert(names("kuzbass-2016").includes("stock"));
});

Deno.test("whole areas are compared in one period, parts of them and other periods are not", () => {
  const whole = (report: Report, id: string, period: string): Report => ({
    ...report,
    edition: { ...report.edition, id },
    observations: kuzbass.observations.filter((row) => row.id.startsWith("population."))
      .map((row) => ({ ...row, territory: id, period })),
    territories: [{
      ...kuzbass.territories[0],
      id,
      label: { ru: id, en: id },
    }],
    populations: kuzbass.populations,
    indicators: kuzbass.indicators,
    scopes: kuzbass.scopes,
  });
  const kinds = (other: Report) =>
    new Set(
      compare(whole(kuzbass, "north", "2016"), other).rows.map((row) =>
        row.kind ?? row.breaks.map(({ kind }) => kind).join()
      ),
    );
  assertEquals(kinds(whole(kuzbass, "south", "2016")), new Set(["difference"]));
  assertEquals(kinds(whole(kuzbass, "south", "2017")), new Set(["period"]));
  const parts = whole(kuzbass, "south", "2016");
  const [top] = parts.territories;
  const two = { ...parts, territories: [top, { ...top, id: "west" }] };
  assertEquals(kinds(two), new Set(["territory"]));
});
