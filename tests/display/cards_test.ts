import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import {
  audit,
  coverage,
  display,
  type Displayable,
  judgeFindings,
  type Language,
  loadReport,
  share,
  type Verdict,
} from "report";
import { richForm } from "../../lib/display/show.ts";

const report = await loadReport("kuzbass-2016");
const { verdicts } = audit(report);
const findings = judgeFindings(report, verdicts);

function verdictOf(id: string): Verdict {
  const found = verdicts.find(({ claim }) => claim.id === id);
  assert(found, id);
  return found;
}

function observationOf(id: string) {
  const found = report.observations.find((row) => row.id === id);
  assert(found, id);
  return found;
}

function cardOf(value: unknown, language: Language): Displayable {
  const form = richForm(value);
  assert(form, "expected a rich form");
  return form(language);
}

function textOf(card: Displayable, type: string = "text/plain"): string {
  return String(card[display]()[type]);
}

/** The value that stands beside a name in the text of a card. */
function field(card: Displayable, name: string): string | undefined {
  const line = textOf(card).split("\n").find((line) => line.startsWith(`  ${name}  `));
  return line?.slice(name.length + 2).trim();
}

Deno.test("a contradiction shows print, recomputation, difference, reason and relation", () => {
  const card = cardOf(verdictOf("table1.visits.2016.sum"), "en");
  assertStringIncludes(textOf(card), "≠ contradicts");
  assertEquals(field(card, "Recomputed"), "2,187,738");
  assertEquals([field(card, "Difference"), field(card, "Apart by")], ["+711", "711"]);
  assertEquals(
    field(card, "Relation"),
    "table1.visits.2016 = table1.visits-services.2016 + table1.visits-events.2016",
  );
  const reason = report.errata.find(({ claim }) => claim === "table1.visits.2016.sum")?.reason.en;
  assertEquals(field(card, "Declared reason"), reason);
});

Deno.test("a verdict within rounding shows both intervals with their ends, in its language", () => {
  const verdict = verdictOf("population.children-and-youth.share");
  const card = cardOf(verdict, "ru");
  assertEquals(field(card, "Значения напечатанного"), "[37,65; 37,75)");
  assertStringIncludes(field(card, "Вычисленные значения") ?? "", "37,74");
  assertEquals(field(card, "Объявленная причина"), undefined);
});

Deno.test("a verdict that lacks a print says what it needs, and shows no interval", () => {
  const card = cardOf(verdictOf("youth.users.trend"), "en");
  assertStringIncludes(textOf(card), "? base missing");
  assertEquals(field(card, "Recomputed"), "not printed: the number of young readers in 2015");
  assertEquals(field(card, "Recomputed values"), undefined);
});

Deno.test("every verdict and every finding of a report has a card in each form and language", () => {
  for (const language of ["en", "ru"] as const) {
    const cards = [
      ...verdicts.map((verdict) => cardOf(verdict, language)),
      ...findings.map((finding) => cardOf(finding, language)),
      ...report.indicators.map((indicator) => cardOf(indicator, language)),
    ];
    for (const card of cards) {
      for (const type of ["text/html", "text/markdown", "text/plain"]) {
        assert(textOf(card, type).length > 50);
        assertEquals(/undefined|NaN|\[object/.test(textOf(card, type)), false, textOf(card, type));
      }
    }
  }
});

Deno.test("a comparison shows the limit by which it holds, and that a limit is ours", () => {
  const card = cardOf(verdictOf("table1.users.trend"), "en");
  assertStringIncludes(textOf(card), "✓ holds: certain");
  assertStringIncludes(field(card, "Limit") ?? "", "is ours");
  assertEquals(field(cardOf(verdictOf("youth-units.sum"), "en"), "Limit"), undefined);
});

Deno.test("a finding tells the claims that decide it, apart from its premises, each with its verdict", () => {
  const decided = findings.find(({ kind }) => kind === "holds");
  const illustrated = findings.find(({ kind, records }) =>
    kind === "not-for-numbers" && records.length > 0
  );
  const premised = findings.find(({ kind, premises }) =>
    kind === "not-for-numbers" && premises.length > 0
  );
  assert(decided && illustrated && premised);
  assertStringIncludes(
    field(cardOf(decided, "en"), "What decides it") ?? "",
    `${decided.decisive[0].claim.statement.en} (holds: certain)`,
  );
  assertStringIncludes(
    field(cardOf(premised, "ru"), "Посылки") ?? "",
    premised.premises[0].claim.statement.ru,
  );
  assertEquals(field(cardOf(illustrated, "en"), "What decides it"), undefined);
  assertStringIncludes(
    field(cardOf(illustrated, "en"), "Examples told") ?? "",
    String(illustrated.records.length),
  );
});

Deno.test("a computed indicator tells its definition, formula, inputs and doubts", () => {
  const card = cardOf(
    coverage({
      users: observationOf("table1.users.2016"),
      residents: observationOf("population.children"),
    }),
    "en",
  );
  assertEquals(field(card, "Value"), "51.53\u00a0%");
  assertEquals(field(card, "Formula"), "100 · users ÷ residents");
  assertStringIncludes(textOf(card), "table1.users.2016 = ");
  assertStringIncludes(field(card, "Doubts") ?? "", "population differs");
  assertEquals(field(cardOf(share({ part: 1, whole: 3 }), "ru"), "Сомнения"), undefined);
});

Deno.test("texts of a card are escaped in HTML and in Markdown", () => {
  const [indicator] = report.indicators;
  const card = cardOf(
    {
      ...indicator,
      label: { ru: "", en: "<b>a*b</b>" },
      definition: { ru: "", en: "<script>x</script> _y_ $5 $6" },
    },
    "en",
  );
  assertStringIncludes(textOf(card, "text/html"), "&lt;script&gt;x&lt;/script&gt;");
  assertEquals(textOf(card, "text/html").includes("<script>"), false);
  assertMatch(textOf(card, "text/html"), /^<div class="tex2jax_ignore mathjax_ignore"/);
  const markdown = textOf(card, "text/markdown");
  assertStringIncludes(markdown, "**&lt;b&gt;a&#42;b&lt;/b&gt;**");
  assertStringIncludes(markdown, "&#95;y&#95; <span>&#36;</span>5 <span>&#36;</span>6");
});
