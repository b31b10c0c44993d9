import { assertEquals } from "@std/assert";
import { type ClaimWords, expandClaim } from "../../lib/load/check_claims.ts";
import type { ClaimRow } from "../../lib/model/claim.ts";

const row: ClaimRow = {
  id: "x.*",
  kind: "difference",
  basis: "stated",
  result: "t.*.change",
  operands: "t.*.2016 t.*.2015",
  rule: "",
  line: 7,
  topic: "table-1",
  statement: { ru: "{indicator} за {period}", en: "{indicator} in {period}" },
};

const none = { ru: "", en: "" };
const nothing = { population: none, scope: none, territory: none, row: none };

const words: ClaimWords = {
  describe: (id) =>
    id.startsWith("t.")
      ? { ...nothing, indicator: { ru: "Фонд", en: "Stock" }, period: { ru: "2016", en: "2016" } }
      : undefined,
  unprinted: (id) => id === "b" ? { ru: "прежний фонд", en: "the stock before" } : undefined,
};

Deno.test("a * makes one claim for each id that it matches, in their order, within one part of the id", () => {
  const ids = [
    "t.b.change",
    "t.a.change",
    "t..change",
    "t.a.b.change",
    "u.a.change",
    "t.a.2016",
    "t.change",
  ];
  const claims = expandClaim(row, ids, words);
  assertEquals(claims.map(({ id, result, operands }) => [id, result, ...operands]), [
    ["x.b", "t.b.change", "t.b.2016", "t.b.2015"],
    ["x.a", "t.a.change", "t.a.2016", "t.a.2015"],
  ]);
  assertEquals(claims[0].statement, { ru: "Фонд за 2016", en: "Stock in 2016" });
});

Deno.test("a row without * is one claim; what follows / divides, and what ? marks is missing", () => {
  const [claim, ...others] = expandClaim(
    { ...row, id: "x", result: "?y", operands: "a ?b / c ?d" },
    ["a", "c"],
    words,
  );
  assertEquals(others, []);
  const { result, operands, divisors, missing } = claim;
  assertEquals(missing[1].label, { ru: "прежний фонд", en: "the stock before" });
  assertEquals({ result, operands, divisors, missing: missing.map(({ id }) => id) }, {
    result: null,
    operands: ["a"],
    divisors: ["c"],
    missing: ["y", "b", "d"],
  });
});

Deno.test("a * that matches nothing makes no claim", () => {
  assertEquals(expandClaim(row, ["t.change", "change"], words), []);
});
