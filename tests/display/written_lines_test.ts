import { assertEquals } from "@std/assert";
import { writtenLines } from "../../lib/display/written_lines.ts";

Deno.test("lines in a row are a range from three on, others stand alone", () => {
  assertEquals(writtenLines([7]), "7");
  assertEquals(writtenLines([5, 6]), "5, 6");
  assertEquals(writtenLines([32, 33, 34, 35, 37, 38, 39, 43]), "32–35, 37–39, 43");
  assertEquals(writtenLines([]), "");
});
