import { assert, assertEquals } from "@std/assert";
import { audit } from "../../lib/audit/audit.ts";
import { judgeFindings } from "../../lib/audit/judge_findings.ts";
import { loadReport } from "../../lib/load/load_report.ts";

const report = await loadReport();
const judged = judgeFindings(report, audit(report).verdicts);
const byId = new Map(judged.map((verdict) => [verdict.finding.id, verdict]));
const of = (id: string) => {
  const found = byId.get(id);
  assert(found, id);
  return found;
};
const value = (id: string) => report.observations.find((each) => each.id === id)?.value ?? NaN;

const verdicts: Record<string, string> = {
  "population.size": "agrees",
  "population.share": "agrees",
  "network.size": "stated",
  "network.kinds": "in-part",
  "network.change": "base-missing",
  "network.change-cause": "not-for-numbers",
  "network.merger": "stated",
  "service.places": "not-for-numbers",
  "youth-units.size": "agrees",
  "users.size": "contradicts",
  "users.share": "agrees",
  "table1.users": "agrees",
  "table1.visits": "contradicts",
  "table1.loans": "agrees",
  "decline.users-and-visits": "holds",
  "novokuznetsk.e-lending": "not-for-numbers",
  "stock.size": "stated",
  "provision.values": "stated",
  "provision.rural-lower": "holds",
  "provision.norms": "holds",
  "provision.inequality": "not-for-numbers",
  "acquisitions.optimum": "agrees",
  "acquisitions.received": "stated",
  "acquisitions.shortfall": "holds",
  "acquisitions.new-books": "base-missing",
  "acquisitions.municipal-assignment": "not-for-numbers",
  "demand.as-never-before": "not-for-numbers",
  "youth.growth": "base-missing",
  "youth.indicators": "contradicts",
  "belovo-company.growth": "base-missing",
  "preschool.users": "base-missing",
  "law.right-to-service": "not-for-numbers",
  "standard.children-first": "not-for-numbers",
  "standard.conditions": "not-for-numbers",
  "youth.migration": "not-for-numbers",
  "youth.stock-and-reading": "not-for-numbers",
  "volunteers.age": "stated",
  "volunteers.funding": "not-for-numbers",
  "policy.leading-role": "not-for-numbers",
  "anniversaries": "stated",
  "kemerovo.resources": "agrees",
};

for (const [id, verdict] of Object.entries(verdicts)) {
  Deno.test(`"${of(id).finding.statement.en}": ${verdict}`, () => {
    assertEquals(of(id).kind, verdict);
  });
}

Deno.test("only the sentences whose numbers stand in a contradiction contradict the print", () => {
  const found = judged.filter(({ kind }) => kind === "contradicts").map(({ finding }) =>
    finding.id
  );
  assertEquals(found, ["users.size", "table1.visits", "youth.indicators"]);
});

Deno.test("of the kinds of libraries the 4, the 5 and the 3 of Kemerovo are checked, the others are not", () => {
  const printed = (labels: readonly { en: string }[]) =>
    labels.map(({ en }) => en.split(": ").at(-1)).toSorted();
  assertEquals(printed(of("network.kinds").checked), ["3", "4", "5"]);
  assertEquals(of("network.kinds").unchecked.length, 6);
});

Deno.test("demand as never before shows every measure printed, and its caveat tells them truly", () => {
  const { verdicts, decisive, finding } = of("demand.as-never-before");
  assertEquals(verdicts.map(({ claim, kind }) => [claim.result, kind]), [
    ["table1.users.2016", "holds"],
    ["table1.visits.2016", "holds"],
    ["table1.loans.2016", "holds"],
  ]);
  assertEquals(decisive, []);
  assert(finding.caveat.en.includes("loans rose, users and visits fell"));
  assert(value("table1.loans.change") > 0);
  assert(value("table1.users.change") < 0 && value("table1.visits.change") < 0);
});

Deno.test("caveats that say that something fell are borne out by the print", () => {
  assert(of("novokuznetsk.e-lending").finding.caveat.en.includes("remote loans"));
  assert(value("table1.loans-remote.change") < 0);
  assert(of("preschool.users").finding.caveat.en.includes("fewer users"));
  assert(value("table1.users.change") < 0);
});

Deno.test("the inequality of rural children rests on two premises that hold, and says what the norm is laid on", () => {
  const { premises, finding } = of("provision.inequality");
  assertEquals(premises.map(({ kind }) => kind), ["holds", "holds"]);
  assert(finding.caveat.en.includes("okrugs") && finding.caveat.en.includes("per child"));
});

const places = new Set(report.systems.map(({ id }) => id));

Deno.test("a finding counts only the initiatives of the doers that it names", () => {
  for (const { finding, records } of judged) {
    const named = /(?:^| )system=(\S+)/.exec(finding.records)?.[1].split("|") ?? [];
    assert(named.every((system) => places.has(system)), finding.id);
    if (named.length === 0) continue;
    for (const { id, system } of records) {
      assert(system.some((one) => named.includes(one)), `${finding.id}: ${id}`);
    }
  }
});

/** Doers and places in a statement, by the first letters of their Russian names. */
const stems: Record<string, RegExp> = {
  belovo: /Белов[аео]/,
  kemerovo: /Кемеров[еоа]|кемеровск/,
  kiselevsk: /Кисел[её]вск/,
  yurga: /Юрг[еи]/,
  "anzhero-sudzhensk": /Анжеро-Судженск/,
  novokuznetsk: /Новокузнецк/,
  "leninsk-kuznetsky": /Ленинск/,
  prokopyevsk: /Прокопьевск[ае]?(?![а-яё])/,
  "prokopyevsky-district": /Прокопьевск(?:ого|ом) район/,
  "topkinsky-district": /Топкинск/,
  "yaysky-district": /Яйск/,
  "guryevsky-district": /[Гг]урьевск/,
  "krapivinsky-district": /Крапивинск/,
};

Deno.test("a finding that names one place alone, and counts initiatives, counts those of that place", () => {
  for (const { finding, records } of judged) {
    const named = Object.entries(stems).filter(([, stem]) => stem.test(finding.statement.ru));
    if (named.length !== 1 || records.length === 0 || finding.id === "museums.created") continue;
    const [[system]] = named;
    assert(finding.records.includes("="), finding.id);
    for (const record of records) {
      assert(record.system.includes(system), `${finding.id}: ${record.id}`);
    }
  }
});

Deno.test("examples are the finding's own: 11 for Topkinsky district, none where none is told", () => {
  const records = (id: string) => of(id).records.map(({ id }) => id);
  assertEquals(records("topkinsky.village-libraries").length, 11);
  for (
    const id of [
      "network.merger",
      "ethnic.fusion",
      "online.state-services",
      "youth.participation",
      "kemerovo.preschool-readers",
    ]
  ) {
    assertEquals(records(id), [], id);
  }
  assertEquals(records("kemerovo.family-campaign"), ["kemerovo-whole-family-campaign"]);
  assertEquals(records("qr.use"), ["yurga-qr-codes"]);
});

Deno.test("what would settle a finding is told in both languages or in neither, and where nothing settles it", () => {
  for (const { finding, kind } of judged) {
    assertEquals(finding.needed.ru === "", finding.needed.en === "", finding.id);
    if (!["agrees", "holds"].includes(kind) && finding.claims.length === 0) {
      assert(finding.needed.en !== "", finding.id);
    }
  }
});

Deno.test("every line that findings of a table name stands in its rows", () => {
  for (const { finding } of judged.filter(({ finding }) => finding.id.startsWith("table1."))) {
    const lines = report.observations.filter(({ id }) => finding.values.includes(id))
      .map(({ line }) => line);
    assert(lines.every((line) => line && finding.lines.includes(line)), finding.id);
  }
});
