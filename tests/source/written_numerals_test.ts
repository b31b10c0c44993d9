import { assertEquals } from "@std/assert";
import { writtenNumerals } from "../../lib/source/written_numerals.ts";

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
