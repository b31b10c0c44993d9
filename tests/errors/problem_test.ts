import { assertEquals } from "@std/assert";
import {
  escapeUnseen,
  formatProblem,
  InputError,
  inReadingOrder,
  isSeen,
} from "../../lib/errors/problem.ts";

Deno.test("a problem is written as path, line and column, as far as they are known", () => {
  assertEquals(formatProblem({ path: "a", line: 2, column: 3, message: "m" }), "a:2:3: m");
  assertEquals(formatProblem({ path: "a", line: 2, message: "m" }), "a:2: m");
  assertEquals(formatProblem({ path: "a", message: "m" }), "a: m");
});

Deno.test("problems are ordered by file as they came, then by line and column as numbers; none stands twice", () => {
  const at = (path: string, line: number, column: number) => ({ path, line, column, message: "m" });
  const problems = [at("b", 10, 1), at("a", 1, 1), at("b", 9, 12), at("b", 9, 2), at("b", 10, 1)];
  assertEquals(inReadingOrder(problems), [
    at("b", 9, 2),
    at("b", 9, 12),
    at("b", 10, 1),
    at("a", 1, 1),
  ]);
});

Deno.test("an error says how many problems there are, and then each on a line", () => {
  const problem = { path: "a", message: "m" };
  assertEquals(
    new InputError("Cannot read x", [problem]).message,
    "Cannot read x: 1 problem\na: m",
  );
  assertEquals(
    new InputError("Cannot read x", [problem, problem]).message,
    "Cannot read x: 2 problems\na: m\na: m",
  );
});

Deno.test("letters, spaces of every width and line feeds are seen", () => {
  for (const text of ["Кемерово\n", "267\u00a0826", "267\u202f826", "семья\u0301", "№ ≈ −"]) {
    assertEquals([isSeen(text), escapeUnseen(text)], [true, text]);
  }
});

Deno.test("what a terminal obeys, has no width or turns the direction is shown as an escape", () => {
  const escapes = { "\x1b[31m": "\\u{1b}[31m", "\0": "\\u{0}", "a\u200bb": "a\\u{200b}b" };
  for (const [text, escaped] of Object.entries({ ...escapes, "\u202eb": "\\u{202e}b" })) {
    assertEquals([isSeen(text), escapeUnseen(text)], [false, escaped]);
  }
});
