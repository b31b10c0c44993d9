import { assertEquals } from "@std/assert";
import { audit, loadReport, type VerdictKind, verdictRows } from "report";

const { verdicts } = audit(await loadReport("kuzbass-2016"));
const rows = new Map(
  verdicts.map((verdict, index) => [verdict.claim.id, verdictRows(verdicts, "en")[index]]),
);

Deno.test("a difference shows what was recomputed and how far the print is from it", () => {
  const row = rows.get("table1.visits.2016.sum");
  assertEquals([row?.Recomputed, row?.Difference, row?.Verdict], [
    "2,187,738",
    "+711",
    "inconsistent",
  ]);
});

Deno.test("a share and a trend are in per cent, a bound has its sign", () => {
  assertEquals(rows.get("population.children-and-youth.share")?.Recomputed, "37.75\u00a0%");
  assertEquals(rows.get("table1.users.trend")?.Recomputed, "\u22120.17\u00a0%");
  assertEquals(rows.get("users.parts")?.Recomputed, "≥ 547,671");
});

Deno.test("a claim without its operands names what it needs", () => {
  assertEquals(rows.get("youth.users.trend")?.Recomputed, "needs youth.users.2015");
});

Deno.test("every verdict has a word in both languages", () => {
  const kinds = new Set<VerdictKind>(verdicts.map(({ kind }) => kind));
  const russian = verdictRows(verdicts, "ru").map((row) => row["Вывод"]);
  assertEquals(new Set(russian).size, kinds.size);
});
