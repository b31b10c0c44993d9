import { assertEquals } from "@std/assert";
import type { Numeral } from "../../lib/model/finding.ts";
import type { Observation } from "../../lib/model/observation.ts";
import type { Report } from "../../lib/model/report.ts";
import { verifySource } from "../../lib/source/verify_source.ts";

const text = "Всего 1 200 читателей,\nиз них 37,7% детей, два кружка, XIV чтения\n";

function numeral(line: number, printed: string, offset?: number): Numeral {
  const at = offset ?? text.split("\n")[line - 1].indexOf(printed);
  return { line, offset: at, printed, value: 0, class: "other", ref: "" };
}

const ledger = [numeral(1, "1 200"), numeral(2, "37,7%"), numeral(2, "два"), numeral(2, "XIV")];
const users = { id: "users", form: "number", printed: "1 200", line: 1 } as Observation;

function prove(numerals: readonly Numeral[], observations: readonly Observation[] = [users]) {
  return verifySource(
    { numerals, observations, norms: [], initiatives: [] } as unknown as Report,
    text,
  );
}

Deno.test("a source that is accounted for has no misses", () => {
  assertEquals(prove(ledger), {
    digits: { printed: 7, accounted: 7 },
    written: { printed: 2, accounted: 2 },
    quoted: { printed: 0, accounted: 0 },
    rows: { named: 5, found: 5 },
    misses: [],
  });
});

Deno.test("each run of digits, word or Roman numeral that no row has is a miss at its place", () => {
  assertEquals(prove([numeral(2, "37", 7)]).misses, [
    { line: 1, column: 7, message: '"1" lies in no row of numerals.csv' },
    { line: 1, column: 9, message: '"200" lies in no row of numerals.csv' },
    { line: 2, column: 11, message: '"7" lies in no row of numerals.csv' },
    { line: 2, column: 21, message: '"два" lies in no row of numerals.csv' },
    { line: 2, column: 33, message: '"XIV" lies in no row of numerals.csv' },
  ]);
});

Deno.test("a digit in two rows is a miss", () => {
  assertEquals(prove([...ledger, numeral(1, "200", 8)]).misses, [
    { line: 1, column: 9, message: '"200" lies in 2 rows of numerals.csv' },
  ]);
});

Deno.test("a numeral that stands elsewhere is a miss, with what stands at its offset", () => {
  const { misses } = prove(
    ledger.map((each) => each.printed === "два" ? { ...each, offset: 21 } : each),
  );
  assertEquals(
    misses,
    [
      { line: 2, column: 22, message: 'expected "два" of numerals.csv, found "ва "' },
    ].concat([{ line: 2, column: 21, message: '"два" lies in no row of numerals.csv' }])
      .toReversed(),
  );
});

Deno.test("an observation that its line does not print is a miss", () => {
  const { rows, misses } = prove(ledger, [{ ...users, printed: "1 201" }]);
  assertEquals([rows.named, rows.found], [5, 4]);
  assertEquals(misses, [
    { line: 1, message: 'the line does not print "1 201" of observation "users"' },
  ]);
  assertEquals(prove(ledger, [{ ...users, line: 99 }]).misses.length, 1);
});
