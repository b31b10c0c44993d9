import { assertEquals } from "@std/assert";
import { judgeFindings, unlistedContradictions } from "../../lib/audit/judge_findings.ts";
import { comparisonKinds, type RelationKind } from "../../lib/model/relation.ts";
import type { Finding } from "../../lib/model/claim.ts";
import { findingKinds } from "../../lib/model/claim_tables.ts";
import type { TableRows } from "../../lib/model/report.ts";
import type { Verdict, VerdictHow } from "../../lib/model/verdict.ts";
import { claim, indicator, observation } from "./small_report.ts";

/** A verdict on a claim of some cells: how it agrees or holds, that it contradicts, or that a value is missing. */
function verdict(
  cells: string,
  found: VerdictHow | "contradicts" | "base-missing",
  kind: RelationKind = "sum",
): Verdict {
  const [result, ...operands] = cells.split(" ");
  const missing = found === "base-missing" ? ["year before"] : [];
  const how = found === "contradicts" || found === "base-missing" ? null : found;
  const agreement = comparisonKinds.has(kind) ? "holds" : "agrees";
  return {
    claim: claim({ id: `${kind} of ${cells}`, kind, result, operands, missing }),
    kind: how === null ? found : agreement,
    how,
  } as Verdict;
}

const initiatives = [
  { id: "a", kind: "blog", system: ["x", "y"], audience: ["youth"] },
  { id: "b", kind: "blog", system: ["x"], audience: ["children"] },
  { id: "c", kind: "quest", system: ["z"], audience: ["youth"] },
] as unknown as TableRows["initiatives"][];

const report = {
  initiatives,
  observations: [
    { ...observation("p", "11"), scope: "central" },
    { ...observation("q", "4"), scope: "family" },
    { ...observation("r", "2"), scope: "model" },
  ],
  indicators: [{ ...indicator("count"), label: { ru: "Библиотеки", en: "Libraries" } }],
  populations: [],
  territories: [],
  scopes: ["central", "family", "model"].map((id) => ({
    id,
    kind: "institutions" as const,
    label: { ru: id, en: id },
    definition: { ru: "а", en: "a" },
  })),
};

function judged(
  { values = [], ...given }: Partial<Finding>,
  own: readonly Verdict[] = [],
  others: readonly Verdict[] = [],
) {
  const claims = own.map(({ claim }) => claim.id);
  const finding = { kind: "quantity", records: "", values, claims, ...given } as Finding;
  return judgeFindings({ ...report, findings: [finding] }, [...own, ...others])[0];
}

function found(...parameters: Parameters<typeof judged>) {
  const { kind, how } = judged(...parameters);
  return how === null ? kind : `${kind}: ${how}`;
}

Deno.test("a quantity agrees if equalities that agree cover all that it prints, as its gravest does", () => {
  const values = ["p", "q"];
  assertEquals(found({ values }, [verdict("p q r", "exact")]), "agrees: exact");
  assertEquals(
    found({ values }, [verdict("p r", "exact"), verdict("r q", "other-rounding")]),
    "agrees: other-rounding",
  );
  assertEquals(
    found({ values: ["p"] }, [verdict("p r", "exact"), verdict("r q", "within-rounding")]),
    "agrees: exact",
  );
});

Deno.test("a quantity is in part if only some values are covered, and says which", () => {
  const { kind, how, checked, unchecked } = judged({ values: ["p", "q", "r"] }, [
    verdict("q x", "within-rounding", "same"),
  ]);
  assertEquals([kind, how], ["in-part", "within-rounding"]);
  assertEquals(checked.map(({ en }) => en), ["Libraries, family: 4"]);
  assertEquals(unchecked.map(({ ru }) => ru), ["Библиотеки, central: 11", "Библиотеки, model: 2"]);
});

Deno.test("a quantity is stated if no equality covers it: a bound or a mean settles none", () => {
  assertEquals(found({ values: ["p"] }), "stated");
  for (const kind of ["bound", "mean"] as const) {
    const { kind: verdictKind, decisive, premises } = judged({ values: ["p"] }, [
      verdict("p q", "certain", kind),
    ]);
    assertEquals([verdictKind, decisive.length, premises.length], ["stated", 0, 1]);
  }
});

Deno.test("a quantity lacks its base if all of its claims do, and names in words what is not printed", () => {
  const { kind, missing } = judged({ values: ["p"] }, [verdict("p", "base-missing", "growth")]);
  assertEquals([kind, missing], ["base-missing", [{
    ru: "прежнее year before",
    en: "the earlier year before",
  }]]);
  const besideABound = [verdict("p", "base-missing", "growth"), verdict("p q", "certain", "bound")];
  assertEquals(found({ values: ["p"] }, besideABound), "stated");
});

Deno.test("a trend, a comparison and a norm hold as far as their claims do", () => {
  for (const kind of ["trend", "comparison", "norm"] as const) {
    const exact = verdict("p q", "exact"), certain = verdict("p r", "certain", "trend");
    const possible = verdict("q r", "possible", "bound");
    const open = verdict("r", "base-missing", "trend");
    assertEquals(found({ kind }, [exact]), "agrees: exact");
    assertEquals(found({ kind }, [exact, certain]), "holds: certain");
    assertEquals(found({ kind }, [certain, possible]), "holds: possible");
    assertEquals(found({ kind }, [certain, open]), "in-part: certain");
    assertEquals(found({ kind }, [open]), "base-missing");
    if (kind !== "norm") assertEquals(found({ kind }), "base-missing");
  }
});

Deno.test("a norm in words alone, such as a right that a law gives, is not for numbers", () => {
  assertEquals(found({ kind: "norm", values: [] }), "not-for-numbers");
  assertEquals(found({ kind: "norm", values: ["p"] }), "base-missing");
});

Deno.test("a cause, need, practice, evaluation or forecast is not for numbers; its claims are its premises", () => {
  const kinds = findingKinds.filter((kind) =>
    !["quantity", "trend", "comparison", "norm"].includes(kind)
  );
  assertEquals(kinds.length, 5);
  for (const kind of kinds) {
    const { kind: verdictKind, premises, decisive } = judged({ kind, records: "kind=blog" }, [
      verdict("p q", "certain", "bound"),
    ]);
    assertEquals([verdictKind, premises.length, decisive], ["not-for-numbers", 1, []]);
  }
});

Deno.test("a finding of any kind contradicts if one of its claims does", () => {
  for (const kind of findingKinds) {
    assertEquals(
      found({ kind }, [verdict("p q", "exact"), verdict("r p", "contradicts", "bound")]),
      "contradicts",
    );
  }
});

Deno.test("a finding contradicts through a value that it prints, also if it does not list the claim", () => {
  const elsewhere = verdict("x q", "contradicts", "same");
  const prints = judged({ values: ["p", "q"] }, [verdict("p q r", "exact")], [elsewhere]);
  assertEquals([prints.kind, prints.decisive], ["contradicts", [elsewhere]]);
  assertEquals(
    unlistedContradictions([prints]).map(({ claim }) => claim.id),
    ["same of x q"],
  );
  const lists = judged({ values: ["p", "q"] }, [elsewhere]);
  assertEquals([lists.kind, unlistedContradictions([lists])], ["contradicts", []]);
});

Deno.test("a finding that prints no number of its own only shows a contradiction of what its claims read", () => {
  const elsewhere = verdict("x q", "contradicts", "same");
  const trend = judged({ kind: "trend" }, [verdict("q r", "certain", "trend")], [elsewhere]);
  assertEquals([trend.kind, trend.touched], ["holds", [elsewhere]]);
  assertEquals(unlistedContradictions([trend]), []);
  assertEquals(
    judged({ kind: "trend" }, [verdict("p r", "certain", "trend")], [elsewhere]).touched,
    [],
  );
});

Deno.test("initiatives that bear on a finding come with their systems, and change no verdict", () => {
  const { kind, records, systems } = judged({ kind: "practice", records: "kind=blog" });
  assertEquals([kind, records.map(({ id }) => id), systems], ["not-for-numbers", ["a", "b"], [
    "x",
    "y",
  ]]);
  const both = judged({ kind: "practice", records: "kind=blog|quest audience=youth" });
  assertEquals(both.records.map(({ id }) => id), ["a", "c"]);
  assertEquals(
    found({ kind: "trend", records: "kind=blog" }, [verdict("p q", "within-rounding", "growth")]),
    "agrees: within-rounding",
  );
});
