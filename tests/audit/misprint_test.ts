import { assertEquals } from "@std/assert";
import { type SlipKind, slipsOf } from "../../lib/audit/misprint.ts";
import { decimalString } from "../../lib/numbers/format_number.ts";
import { observation } from "./small_report.ts";

function values(print: string, kind: SlipKind, period = "2016"): string[] {
  return slipsOf({ ...observation("x", print), period }, { kinds: [kind] })
    .map(({ value }) => decimalString(value, 9));
}

const cases: [kind: SlipKind, print: string, numbers: string[]][] = [
  ["swapped-digits", "1 224", ["2124", "1242"]],
  ["swapped-digits", "~37,7", ["73.7"]],
  ["swapped-digits", "10", []],
  ["changed-digit", "5", ["0", "1", "2", "3", "4", "6", "7", "8", "9"]],
  ["doubled-digit", "2 255", ["255", "225"]],
  ["doubled-digit", "123", []],
  ["surplus-digit", "120", ["20", "10", "12"]],
  ["surplus-digit", "~37,7", ["7.7", "3.7"]],
  ["surplus-digits", "120", ["0", "2", "1"]],
  ["surplus-digits", "12", []],
  ["shifted-decimal", "1 200", ["12000", "120000", "1200000", "120", "12"]],
  ["shifted-decimal", "~3,7", ["37", "370", "3700", "0.37", "0.037", "0.0037"]],
];

for (const [kind, print, numbers] of cases) {
  Deno.test(`${kind}: ${print} may stand for ${numbers.join(", ") || "nothing else"}`, () => {
    assertEquals(values(print, kind), numbers);
  });
}

Deno.test("a dropped digit may have stood in any place, but a number does not begin with 0", () => {
  const found = values("12", "dropped-digit");
  assertEquals([found.includes("812"), found.includes("182"), found.includes("128")], [
    true,
    true,
    true,
  ]);
  assertEquals(found.length, 9 + 10 + 10 - 2);
});

Deno.test("only a change between two periods may have the other sign", () => {
  assertEquals(values("457", "sign"), []);
  assertEquals(values("457", "sign", "2015/2016"), ["-457"]);
  assertEquals(
    values("-457", "changed-digit", "2015/2016").every((value) => value[0] === "-"),
    true,
  );
});

Deno.test("each number is given once, with its simplest slip", () => {
  const found = slipsOf(observation("x", "11"));
  const keys = found.map(({ value }) => value.toFraction());
  assertEquals(new Set(keys).size, keys.length);
  assertEquals(found.find(({ value }) => value.equals(1))?.kind, "doubled-digit");
});

Deno.test("a number in words has no digits to misprint", () => {
  assertEquals(slipsOf({ printed: "одну", value: 1, decimals: 0, period: "2016" }), []);
});
