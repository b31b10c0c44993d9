import { assertEquals } from "@std/assert";
import { escapeUnseen, isSeen } from "../../lib/errors/unseen.ts";

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
