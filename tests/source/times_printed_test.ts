import { assertEquals } from "@std/assert";
import { timesPrinted } from "../../lib/source/times_printed.ts";

Deno.test("a number is not found within a longer one, and one is found as often as it stands", () => {
  assertEquals(timesPrinted("насчитывает 2 717 627 чел.", "2 717 627"), 1);
  assertEquals(timesPrinted("насчитывает 12 717 627 чел.", "2 717 627"), 0);
  assertEquals(timesPrinted("насчитывает 2 717 627 чел.", "717 627"), 0);
  assertEquals(timesPrinted("составили 37,75%", "37,7"), 0);
  assertEquals(timesPrinted("в 2016 году", "201"), 0);
  assertEquals(timesPrinted("на 10% больше, на 10% меньше, на 110%", "10%"), 2);
  assertEquals(timesPrinted("VI чтения, V чтения, IV чтения", "V"), 1);
  assertEquals(timesPrinted("(3), Междуреченск", "3"), 1);
});
