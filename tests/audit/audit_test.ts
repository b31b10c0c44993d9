import { assertEquals } from "@std/assert";
import { audit } from "../../lib/audit/audit.ts";
import { loadReport } from "../../lib/load/load_report.ts";
import type { Erratum } from "../../lib/model/claim.ts";
import type { Report } from "../../lib/model/report.ts";
import { complaints } from "../../lib/cli/verify/audit_text.ts";
import { claim, indicator, observation } from "./small_report.ts";

const real = await loadReport();

/** A report of one true sum and one false one, which is printed 1 too high. */
function report(errata: readonly Pick<Erratum, "claim" | "difference">[]): Report {
  return {
    ...real,
    observations: Object.entries({ a: "7", b: "8", c: "16", d: "7" })
      .map(([id, printed]) => observation(id, printed)),
    indicators: [indicator("count")],
    norms: [],
    claims: [
      claim({ id: "true", kind: "same", result: "a", operands: ["d"] }),
      claim({ id: "false", kind: "sum", result: "c", operands: ["a", "b"] }),
    ],
    errata: errata.map((erratum) => ({ ...erratum, reason: { ru: "а", en: "a" } })),
  };
}

function objections(errata: readonly Pick<Erratum, "claim" | "difference">[]) {
  const { undeclared, stale } = audit(report(errata));
  return {
    undeclared: undeclared.map(({ claim }) => claim.id),
    stale: stale.map(({ claim }) => claim),
  };
}

Deno.test("an inconsistency that no erratum declares is undeclared", () => {
  assertEquals(objections([]), { undeclared: ["false"], stale: [] });
});

Deno.test("an inconsistency that an erratum declares with its difference passes", () => {
  assertEquals(objections([{ claim: "false", difference: "1" }]), { undeclared: [], stale: [] });
});

Deno.test("an erratum of a claim that holds is stale", () => {
  assertEquals(
    objections([{ claim: "false", difference: "1" }, { claim: "true", difference: "0" }]),
    { undeclared: [], stale: ["true"] },
  );
});

Deno.test("an erratum does not cover another difference, so that no second misprint hides behind it", () => {
  assertEquals(objections([{ claim: "false", difference: "2" }]), {
    undeclared: ["false"],
    stale: ["false"],
  });
  assertEquals(objections([{ claim: "false", difference: null }]), {
    undeclared: ["false"],
    stale: ["false"],
  });
});

/** Errata of a share of 7 among 9, printed as 80 %: 20/9 too high. */
function declared(difference: string): boolean {
  const share = claim({
    id: "share",
    kind: "share",
    result: "s",
    operands: ["a"],
    divisors: ["b"],
  });
  const { undeclared, stale } = audit({
    ...report([{ claim: "share", difference }]),
    observations: [observation("a", "7"), observation("b", "9"), observation("s", "~80%")],
    indicators: [indicator("count"), indicator("rounded")],
    claims: [share],
  });
  return undeclared.length === 0 && stale.length === 0;
}

Deno.test("a difference that is no finite decimal is declared as a fraction, or to the decimals told", () => {
  assertEquals(["20/9", "2.2222", "2.222222"].map(declared), [true, true, true]);
  assertEquals(["2", "20/8", "2.2223", "2.23"].map(declared), [false, false, false, false]);
});

Deno.test("what verify asks to declare is accepted as it stands", () => {
  const [verdict] = audit({
    ...report([]),
    observations: [observation("a", "7"), observation("b", "9"), observation("s", "~80%")],
    indicators: [indicator("count"), indicator("rounded")],
    claims: [claim({ kind: "share", result: "s", operands: ["a"], divisors: ["b"] })],
  }).undeclared;
  const asked = /with the difference (\S+) and/.exec(
    complaints({
      audit: { ...audit(real), undeclared: [verdict], stale: [] },
      findings: [],
    })[0],
  )?.[1];
  assertEquals([asked, declared(asked ?? "")], ["20/9", true]);
});

Deno.test("the summary counts every kind of verdict, also those that do not occur", () => {
  const { summary, verdicts } = audit(real);
  assertEquals(Object.keys(summary), [
    "agrees",
    "holds",
    "in-part",
    "contradicts",
    "stated",
    "base-missing",
    "not-for-numbers",
  ]);
  assertEquals(Object.values(summary).reduce((sum, count) => sum + count), verdicts.length);
});

Deno.test("every contradiction of the real report is declared, and no erratum is stale", () => {
  const { undeclared, stale } = audit(real);
  assertEquals([undeclared, stale], [[], []]);
});
