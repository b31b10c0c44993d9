import { assertEquals } from "@std/assert";
import { problemsOf, replaced } from "./changed_edition.ts";

const cases: [behaviour: string, old: string, by: string, problem: string][] = [
  [
    "no JSON",
    '"id": "kuzbass-2016",',
    '"id": kuzbass-2016,',
    "2:9: not JSON: Unexpected character 'k' found.",
  ],
  [
    "a comma too many",
    '"plus": ["+"]\n  }',
    '"plus": ["+"],\n  }',
    "19:3: not JSON: Unexpected token RBrace found.",
  ],
  [
    "a key twice",
    '"language": "ru",',
    '"language": "ru", "language": "en",',
    "13:21: language: stands twice in one object",
  ],
  [
    "a misspelt key",
    '"language": "ru",',
    '"language": "ru", "keyword": ["a"],',
    '13:32: keyword: expected a key such as keywords, found "keyword"',
  ],
  ["a missing key", '"period": "2016",', "", "1:1: period: expected string, found nothing"],
  [
    "a value of another type",
    '"period": "2016"',
    '"period": 2016',
    "12:13: period: expected string, found 2016",
  ],
  [
    "a period that is no year",
    '"period": "2016"',
    '"period": "16"',
    '12:13: period: expected a year such as "2016", found "16"',
  ],
  [
    "an unknown language",
    '"language": "ru"',
    '"language": "russian"',
    '13:15: language: expected the code of a language such as "en", found "russian"',
  ],
  [
    "an empty label",
    '"en": "Kemerovo Oblast (Kuzbass)"',
    '"en": ""',
    '11:58: area.en: expected a text, found ""',
  ],
  [
    "no lines",
    '"lines": 218',
    '"lines": 0',
    "23:14: source.lines: expected a whole number from 1 on, found 0",
  ],
  ["half a line", '"lines": 218', '"lines": 2.5', "23:14: source.lines: expected int, found 2.5"],
  [
    "a digest that is none",
    '"sha256": "4d',
    '"sha256": "xd',
    '22:15: source.sha256: expected a sha256 in hexadecimal, found "xd895b649482199214b0d96f436b802d535e7fecfda15b6c37de8cf063dfa0b5"',
  ],
  [
    "a character of two roles",
    '"group": [" ",',
    '"group": [",",',
    '16:15: numberFormat.group.0: expected a character of one role, found that of decimal again, found ","',
  ],
  [
    "a digit as separator",
    '"plus": ["+"]',
    '"plus": ["1"]',
    '18:14: numberFormat.plus.0: expected one character, no letter or digit, found "1"',
  ],
  [
    "no decimal mark",
    '"decimal": [",", "."]',
    '"decimal": []',
    "15:16: numberFormat.decimal: expected at least one character, found []",
  ],
  [
    "a number that no number of JavaScript is",
    '"lines": 218',
    '"lines": 1e400',
    "23:14: source.lines: expected number, found a number too large to be one",
  ],
  [
    "a title of blanks",
    '"en": "Kemerovo Oblast (Kuzbass)"',
    '"en": "  "',
    '11:58: area.en: expected a text, found "  "',
  ],
  [
    "a link that runs a script",
    '"license": {',
    '"homepage": "javascript:alert(1)",\n  "license": {',
    '25:15: homepage: expected a URL that begins with https://, found "javascript:alert(1)"',
  ],
  [
    "a source outside its folder",
    '"file": "',
    '"file": "../../',
    '21:13: source.file: expected a name without a folder, found "../../kuzbass-2016.ru.txt"',
  ],
  [
    "a list instead of an object",
    '{ "ru": "Кемеровская область (Кузбасс)", "en": "Kemerovo Oblast (Kuzbass)" }',
    "[]",
    '11:11: area: expected a text in one language at least, such as {"en": "Report"}, found []',
  ],
];

for (const [behaviour, old, by, problem] of cases) {
  Deno.test(`edition.json is refused for ${behaviour}`, async () => {
    assertEquals(await problemsOf({ "edition.json": replaced(old, by) }), [
      `edition.json:${problem}`,
    ]);
  });
}

Deno.test("edition.json is refused for being a list, a number or a merge conflict", async () => {
  assertEquals(await problemsOf({ "edition.json": "[]" }), [
    "edition.json:1:1: expected object, found []",
  ]);
  assertEquals(await problemsOf({ "edition.json": "\n  16" }), [
    "edition.json:2:3: expected object, found 16",
  ]);
  assertEquals(await problemsOf({ "edition.json": (text) => `<<<<<<< HEAD\n${text}` }), [
    "edition.json:1:1: an unresolved merge conflict; choose one side, and remove its marks",
  ]);
});
