import { assertEquals } from "@std/assert";
import { judgeFindings } from "../../lib/findings/judge_findings.ts";
import type { ClaimKind } from "../../lib/model/claim.ts";
import type { Finding } from "../../lib/model/finding.ts";
import type { Initiative } from "../../lib/model/initiative.ts";
import type { Verdict, VerdictKind } from "../../lib/model/verdict.ts";

function verdict(id: string, kind: VerdictKind, relation: ClaimKind = "sum"): Verdict {
  return { kind, claim: { id, kind: relation } } as Verdict;
}

const initiatives = [
  { id: "a", kind: "blog", system: ["x", "y"], audience: ["youth"] },
  { id: "b", kind: "blog", system: ["x"], audience: ["children"] },
  { id: "c", kind: "quest", system: ["z"], audience: ["youth"] },
] as unknown as Initiative[];

function judged(given: Partial<Finding>, verdicts: readonly Verdict[] = []) {
  const finding = {
    kind: "quantity",
    claims: verdicts.map(({ claim }) => claim.id),
    records: "",
    ...given,
  } as Finding;
  return judgeFindings({ findings: [finding], initiatives }, verdicts)[0];
}

Deno.test("a finding is no better than the worst of the claims that settle it", () => {
  const of = (...kinds: VerdictKind[]) =>
    judged({}, kinds.map((kind, index) => verdict(`c${index}`, kind))).kind;
  assertEquals(of("exact"), "exact");
  assertEquals(of("exact", "within-rounding"), "within-rounding");
  assertEquals(of("within-rounding", "other-rounding"), "other-rounding");
  assertEquals(of("exact", "unsupported"), "unsupported");
  assertEquals(of("unsupported", "inconsistent", "exact"), "inconsistent");
});

Deno.test("no inequality settles a quantity, but it settles a comparison", () => {
  const bound = verdict("c", "exact", "bound");
  assertEquals(judged({}, [bound]).kind, "unsupported");
  assertEquals(judged({}, [bound, verdict("d", "exact")]).decisive.map(({ claim }) => claim.id), [
    "d",
  ]);
  assertEquals(judged({ kind: "comparison" }, [bound]).kind, "exact");
});

Deno.test("no claim settles a cause, a need, an evaluation or a forecast, but one may contradict it", () => {
  for (const kind of ["cause", "need", "evaluation", "forecast"] as const) {
    assertEquals(judged({ kind }, [verdict("c", "exact")]).kind, "unsupported");
    assertEquals(judged({ kind }, [verdict("c", "inconsistent", "bound")]).kind, "inconsistent");
  }
});

Deno.test("a finding that initiatives bear on is qualitative, with the initiatives and their systems", () => {
  const { kind, records, systems } = judged({ kind: "practice", records: "kind=blog" });
  assertEquals([kind, records.map(({ id }) => id), systems], ["qualitative", ["a", "b"], [
    "x",
    "y",
  ]]);
  const both = judged({ kind: "practice", records: "kind=blog|quest audience=youth" });
  assertEquals(both.records.map(({ id }) => id), ["a", "c"]);
  assertEquals(judged({ kind: "practice", records: "kind=club" }).kind, "unsupported");
});

Deno.test("a claim that settles a finding outweighs the examples", () => {
  const { kind, records } = judged({ kind: "trend", records: "kind=blog" }, [
    verdict("c", "within-rounding"),
  ]);
  assertEquals([kind, records.length], ["within-rounding", 2]);
});
