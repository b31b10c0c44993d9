import { assertEquals, assertStringIncludes } from "@std/assert";
import { audit, judgeFindings, loadReport } from "report";
import {
  findingLook,
  lineRanges,
  verdictLook,
  verdictText,
} from "../../lib/display/verdict_look.ts";
import { verdictHows, verdictKinds } from "../../lib/model/verdict.ts";

const report = await loadReport("kuzbass-2016");
const { verdicts } = audit(report);
const rows = new Map(verdicts.map((verdict) => {
  const cells = Object.entries(verdictLook.row!(verdict, "en"));
  const texts = cells.map(([name, cell]) => [name, Object(cell).text ?? cell]);
  return [verdict.claim.id, Object.fromEntries(texts) as Record<string, string>];
}));

Deno.test("a difference shows what was recomputed and how far the print is from it", () => {
  const row = rows.get("table1.visits.2016.sum");
  assertEquals([row?.recomputed, row?.difference, row?.verdict], [
    "2,187,738",
    "+711",
    "contradicts",
  ]);
});

Deno.test("a share and a trend are in per cent, a bound has its sign", () => {
  assertEquals(rows.get("population.children-and-youth.share")?.recomputed, "37.748\u00a0%");
  assertEquals(rows.get("table1.users.trend")?.recomputed, "\u22120.17\u00a0%");
  assertEquals(rows.get("users.parts")?.recomputed, "≥ 547,671");
});

Deno.test("a claim without its operands names what it needs", () => {
  assertEquals(
    rows.get("youth.users.trend")?.recomputed,
    "not printed: the number of young readers in 2015",
  );
});

Deno.test("a verdict says how it agrees or holds, and a comparison by which limit", () => {
  const texts = (id: string) => [rows.get(id)?.verdict, rows.get(id)?.limit];
  assertEquals(texts("users.parts"), ["holds: certain", "a printed value of 547,671 or more"]);
  assertEquals(texts("population.children-and-youth.share"), ["agrees: within rounding", "–"]);
});

Deno.test("every verdict and every way has words of its own in both languages", () => {
  for (const language of ["en", "ru"] as const) {
    const kinds = verdictKinds.map((kind) => verdictText({ kind, how: null }, language));
    const ways = verdictHows.map((how) => verdictText({ kind: "agrees", how }, language));
    assertEquals(new Set([...kinds, ...ways]).size, verdictKinds.length + verdictHows.length);
  }
});

Deno.test("one example of one system is told in the singular", () => {
  const judged = judgeFindings(report, verdicts)[0];
  const [record] = report.initiatives;
  const basis = (count: number, systems: readonly string[]) =>
    findingLook.row!({ ...judged, records: Array(count).fill(record), systems }, "en").evidence;
  assertStringIncludes(String(basis(2, ["a"])), "Examples told: 2 (1 library system)");
  assertStringIncludes(String(basis(2, ["a", "b"])), "Examples told: 2 (2 library systems)");
});

Deno.test("what was printed and recomputed sorts by its number, not by its text", () => {
  const verdict = verdicts.find(({ claim }) => claim.id === "table1.visits.2016.sum")!;
  const { printed, recomputed, difference } = verdictLook.row!(verdict, "en");
  assertEquals(
    [printed, recomputed, difference].map((cell) => Object(cell).value),
    [2188449, 2187738, 711],
  );
});

Deno.test("lines in a row are a range from three on, others stand alone", () => {
  assertEquals(lineRanges([7]), "7");
  assertEquals(lineRanges([5, 6]), "5, 6");
  assertEquals(lineRanges([32, 33, 34, 35, 37, 38, 39, 43]), "32–35, 37–39, 43");
  assertEquals(lineRanges([]), "");
});
