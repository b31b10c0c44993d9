import { assertEquals } from "@std/assert";
import type { Numeral } from "../../lib/model/claim.ts";
import type { Observation } from "../../lib/model/observation.ts";
import type { Report } from "../../lib/model/report.ts";
import { countPrints, verifySource, writtenNumerals } from "../../lib/source/verify_source.ts";

const text = "Всего 1 200 читателей,\nиз них 37,7% детей, два кружка, XIV чтения\n";

function numeral(line: number, printed: string, offset?: number): Numeral {
  const at = offset ?? text.split("\n")[line - 1].indexOf(printed);
  return { line, offset: at, printed, value: 0, class: "other", ref: "" };
}

const ledger = [numeral(1, "1 200"), numeral(2, "37,7%"), numeral(2, "два"), numeral(2, "XIV")];
const users = { id: "users", form: "number", printed: "1 200", line: 1 } as Observation;

function prove(numerals: readonly Numeral[], observations: readonly Observation[] = [users]) {
  return verifySource(
    {
      ...{ numerals, observations, norms: [], initiatives: [] },
      ...{ systemMentions: [], notInitiatives: [] },
    } as unknown as Report,
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

Deno.test("a number is not found within a longer one, and one is found as often as it stands", () => {
  assertEquals(countPrints("насчитывает 2 717 627 чел.", "2 717 627"), 1);
  assertEquals(countPrints("насчитывает 12 717 627 чел.", "2 717 627"), 0);
  assertEquals(countPrints("насчитывает 2 717 627 чел.", "717 627"), 0);
  assertEquals(countPrints("составили 37,75%", "37,7"), 0);
  assertEquals(countPrints("в 2016 году", "201"), 0);
  assertEquals(countPrints("на 10% больше, на 10% меньше, на 110%", "10%"), 2);
  assertEquals(countPrints("VI чтения, V чтения, IV чтения", "V"), 1);
  assertEquals(countPrints("(3), Междуреченск", "3"), 1);
});

const printed = (line: string) => writtenNumerals(line).map(({ printed }) => printed);

Deno.test("Roman numerals are found, also with a Cyrillic letter among the Latin ones", () => {
  assertEquals(printed("прошли VI чтения и V чтения, ХI областные, в XXI веке"), [
    "VI",
    "V",
    "ХI",
    "XXI",
  ]);
});

Deno.test("initials, prepositions and words that look like Roman numerals are none", () => {
  assertEquals(printed("С целью: М. Джалиль, Х. и Wi-Fi, 3DAlbum"), []);
});

Deno.test("number words are found with their place, in any case, and not inside longer words", () => {
  assertEquals(writtenNumerals("на одну единицу"), [{ offset: 3, printed: "одну" }]);
  assertEquals(printed("Первые выпускники; третий конкурс; более десяти лет"), [
    "Первые",
    "третий",
    "десяти",
  ]);
  assertEquals(printed("Одноклассники, однокласснице, полу, семьи, дверь"), []);
});

Deno.test("the grade of pupils is a number word, and so is a half", () => {
  assertEquals(printed("первоклассников и вторые «половинки»"), [
    "первоклассников",
    "вторые",
    "половинки",
  ]);
});
