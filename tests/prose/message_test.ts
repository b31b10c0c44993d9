import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  escapeMessage,
  sentenceKey,
  translationProblems,
  writeMessage,
} from "../../lib/prose/message.ts";

const written = (message: string, count: number) =>
  writeMessage(message, "ru", new Map([["n", { text: `${count}`, number: count }]]))
    .map((part) => typeof part === "string" ? part : part.text).join("");

Deno.test("a Russian translation has the plurals of Russian, and may put holes elsewhere", () => {
  const message =
    "{n, plural, one {Сходится # соотношение} few {Сходятся # соотношения} many {Сходится # соотношений} other {Сходится # соотношения}}";
  assertEquals([0, 1, 2, 5, 11, 21].map((n) => written(message, n)), [
    "Сходится 0 соотношений",
    "Сходится 1 соотношение",
    "Сходятся 2 соотношения",
    "Сходится 5 соотношений",
    "Сходится 11 соотношений",
    "Сходится 21 соотношение",
  ]);
});

Deno.test("a text escaped and written is the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("'", "{", "}", "#", "<", "a") }), (text) => {
      assertEquals(writeMessage(escapeMessage(text), "en", new Map()).join(""), text);
    }),
  );
});

Deno.test("sentences are told apart by their words and plurals, not by names of holes", () => {
  assertEquals(sentenceKey("{a} of {b}"), sentenceKey("{n} of {m}"));
  assertEquals(sentenceKey("{a} of") === sentenceKey("of {a}"), false);
  const [holds, fails] = ["holds", "fails"].map((word) => `{n, plural, one {${word}} other {x}}`);
  assertEquals(sentenceKey(holds) === sentenceKey(fails), false);
});

Deno.test("a translation must have the holes of its sentence and every plural of its language", () => {
  const problems = (message: string, translation: string) =>
    translationProblems(message, translation, "ru");
  assertEquals(problems("{a} of {b}", "{b}: {a}"), []);
  assertEquals(problems("{a} of {b}", "{b}"), ["expected the hole {a}, found none"]);
  assertEquals(problems("{a}", "{a} {c}"), [
    "expected the holes of its sentence (a), found {c}",
  ]);
  assertEquals(problems("{a} rows", "{a, plural, one {# строка} other {# строк}}"), [
    "expected every plural of {a}: one, few, many, other, found no few, many",
  ]);
});

Deno.test("a sentence that lacks a value, or a number, is refused", () => {
  assertThrows(() => writeMessage("{a}", "ru", new Map()), RangeError, "expected a value for {a}");
  const text = new Map([["a", { text: "x" }]]);
  const plural = "{a, plural, other {#}}";
  assertThrows(() => writeMessage(plural, "ru", text), RangeError, "expected a number for {a}");
  assertThrows(() => written("{n", 1), RangeError, "expected ICU MessageFormat, found");
});
