import { assertEquals } from "@std/assert";
import { foreignWords } from "../foreign_words.ts";
import { words } from "../../lib/words/words.ts";

/** The path of every word of a table, those with values put in by a sign. */
function pathsOf(table: object, path = ""): [string, string][] {
  return Object.entries(table).flatMap(([name, value]): [string, string][] => {
    const at = `${path}.${name}`;
    if (typeof value === "object") return pathsOf(value, at);
    return [[at, typeof value === "string" ? value : ""]];
  });
}

const english = new Map(pathsOf(words.en)), russian = new Map(pathsOf(words.ru));

Deno.test("both languages have the same words", () => {
  assertEquals([...russian.keys()], [...english.keys()]);
});

Deno.test("Russian words have no Latin letters but those of units, formats and code", () => {
  const known = new Set(["BY", "CC", "Ctrl", "Enter", "Excel", "MIT"]);
  const latin = [...russian].filter(([, text]) => foreignWords(text, known).length > 0);
  assertEquals(latin, []);
});
