import { assertEquals } from "@std/assert";
import { parseObservation } from "../../lib/load/check_printed.ts";
import type { ObservationRow } from "../../lib/model/observation.ts";
import { russianNumbers } from "../../lib/numbers/read_printed.ts";

function value(form: ObservationRow["form"], printed: string): number | undefined {
  return parseObservation({ form, printed }, russianNumbers)?.value.valueOf();
}

Deno.test("a number, a limit, a word, a Roman numeral and a list of names have each their form", () => {
  assertEquals(value("number", "2  188 449"), 2188449);
  assertEquals(value("more-than", "300"), 300);
  assertEquals(value("more-than", "десяти"), 10);
  assertEquals(value("less-than", "100"), 100);
  assertEquals(value("words", "одну"), 1);
  assertEquals(value("roman", "\u0425I"), 11);
  assertEquals(value("names", "Междуреченск, Юрга"), 2);
  assertEquals(value("names", "детская библиотека-центр"), 1);
});

Deno.test("a string of another form is refused", () => {
  assertEquals(value("number", "десяти"), undefined);
  assertEquals(value("words", "10"), undefined);
  assertEquals(value("roman", "11"), undefined);
  assertEquals(value("names", "10"), undefined);
  assertEquals(value("less-than", "мало"), undefined);
});
