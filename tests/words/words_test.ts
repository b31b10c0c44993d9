import { assertEquals } from "@std/assert";
import { describeProblem } from "../../lib/notebook/notebook_problem.ts";
import * as commandWords from "../../lib/words/commands.ts";
import { inLanguage } from "../../lib/words/language.ts";
import * as pages from "../../lib/words/pages.ts";
import * as vocabulary from "../../lib/words/vocabulary.ts";
import { words } from "../../lib/words/words.ts";
import { foreignWords } from "../foreign_words.ts";

// What stands in English where it is said has its Russian by a code.
const { checks: _, ...pairsOfCommands } = commandWords;

/** Every pair of texts, by its path. */
function pairsIn(table: object, path = ""): [path: string, en: unknown, ru: unknown][] {
  return Object.entries(table).flatMap(([name, said]): [string, unknown, unknown][] =>
    Array.isArray(said) ? [[`${path}.${name}`, said[0], said[1]]] : pairsIn(said, `${path}.${name}`)
  );
}

Deno.test("a text has the same slots in both languages", () => {
  const slotsOf = (text: string) =>
    Array.from(text.matchAll(/\{(\w+)/g), ([, name]) => name).toSorted();
  const pairs = pairsIn({ vocabulary, pages, ...pairsOfCommands });
  assertEquals(pairs.filter((pair) => pair.length !== 3 || pair.includes(undefined)), []);
  const differing = pairs.filter(([, en, ru]) =>
    typeof en === "string" && typeof ru === "string" &&
    slotsOf(en).join() !== slotsOf(ru).join()
  );
  assertEquals(differing, []);
});

/** The path of every word of a table, those with values put in by a sign. */
function pathsOf(table: object, path = ""): [string, string][] {
  return Object.entries(table).flatMap(([name, value]): [string, string][] => {
    const at = `${path}.${name}`;
    if (typeof value === "object") return pathsOf(value, at);
    return [[at, typeof value === "string" ? value : ""]];
  });
}

const tables = [words.en, words.ru].map(({ checks: _, ...table }) => table);
const [english, russian] = tables.map((table) => new Map(pathsOf(table)));

Deno.test("both languages have the same words", () => {
  assertEquals([...russian.keys()], [...english.keys()]);
});

Deno.test("Russian words have no Latin letters but those of units, formats and code", () => {
  const known = new Set(["BY", "CC", "Ctrl", "Enter", "Excel", "--help", "MIT", "PDF"]);
  const latin = [...russian].filter(([, text]) => foreignWords(text, known).length > 0);
  assertEquals(latin, []);
});

Deno.test("in Russian the check has words only for kinds of problems that there are", async () => {
  const files = Array.from(Deno.readDirSync("lib/notebook")).filter(({ isFile }) => isFile);
  const texts = await Promise.all(
    files.map(({ name }) => Deno.readTextFile(`lib/notebook/${name}`)),
  );
  const unknown = Object.keys(words.ru.checks).filter((code) =>
    !texts.join().includes(`"${code}"`)
  );
  assertEquals(unknown, []);
});

Deno.test("a problem that the check finds is told in the language of the command", () => {
  const problem = {
    ...{ path: "a.ipynb", cell: "open", line: 1, column: 2, message: "no translation" },
    ...{ severity: "error" as const, code: "untranslated" },
  };
  const told = (language: "en" | "ru") => inLanguage(language, () => describeProblem(problem));
  assertEquals(told("en"), 'a.ipynb [cell "open"] 1:2: no translation (untranslated)');
  assertEquals(told("ru"), 'a.ipynb [cell "open"] 1:2: нет перевода предложения (untranslated)');
});
