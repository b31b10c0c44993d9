import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import fc from "fast-check";
import { display, md, plural, t } from "report";
import { Prose } from "../../lib/prose/filling.ts";

const hostile = "<script>alert(1)</script> **b** _i_ [x](javascript:1) `c` $a$ | # ~~s~~ &lt; \\";

Deno.test("md shows itself as Markdown and as text", () => {
  assertEquals(md`Of **${1234}** rows`[display](), {
    "text/markdown": "Of **1,234** rows",
    "text/plain": "Of 1,234 rows",
  });
});

Deno.test("what md is given stays text, in a paragraph, in a table and within HTML", () => {
  const { markdown, text } = md`Say ${hostile}.`;
  const entities = /&(#\d+|lt|gt|amp);|<span>&#(36|92);<\/span>/g;
  assertEquals(markdown.replaceAll(entities, "").match(/[&<>*_[\]`$|#~\\]/g), null);
  assertEquals(text, `Say ${hostile}.`);
});

Deno.test("signs that begin mathematics stand in elements of their own, which clients leave alone", () => {
  const { markdown } = md`Cost ${"$5"}, ${"\\(x\\)"} and $y$.`;
  const [dollar, backslash] = ["<span>&#36;</span>", "<span>&#92;</span>"];
  assertEquals(markdown, `Cost ${dollar}5, ${backslash}(x${backslash}) and $y$.`);
});

Deno.test("any text that md is given is read back as it was, without line breaks", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (given) => {
    const flat = given.replaceAll(/\s*\n\s*/g, " ");
    assertEquals(md`a ${given}`.text, `a ${flat}`);
  }));
});

Deno.test("an md in an md keeps its markup, and an array of them is a list in words", () => {
  const bold = ["a", "b_c", "d"].map((name) => md`**${name}**`);
  assertEquals(md`Libraries ${bold}`.markdown, "Libraries **a**, **b&#95;c** and **d**");
  assertEquals(md`Libraries ${["<a>", 1000]}`.markdown, "Libraries &lt;a&gt; and 1,000");
  assertEquals(md`Libraries ${[]}`.markdown, "Libraries –");
});

Deno.test("an array of list items is a list", () => {
  const items = ["a", "b"].map((name) => md`- ${name}`);
  assertEquals(md`They are\n${items}`.markdown, "They are\n- a\n- b");
});

Deno.test("no value begins a list, a heading, a rule or code", () => {
  const begin = (value: unknown) => md`${value}`.markdown;
  assertEquals(begin("- a"), "&#45; a");
  assertEquals(begin("+ a"), "&#43; a");
  assertEquals(begin("# a"), "&#35; a");
  assertEquals(begin("2016. A year"), "2016&#46; A year");
  assertEquals(begin("    code"), "code");
  assertEquals(md`a\n\n${"==="}`.markdown, "a\n\n&#61;==");
  assertEquals(md`${2.5}. Then`.markdown, "2.5. Then");
  assertEquals(md`${12}. Then`.markdown, "12&#46; Then");
  assertEquals(md`${12}) then`.markdown, "12&#41; then");
  assertEquals(md`${12}.5`.markdown, "12.5");
});

Deno.test("lines of a cell are laid out, lists and code stay", () => {
  const written = md`
      Of ${3} rows
      two hold.

      - a
        - b

      ${"x"}
  `;
  assertEquals(written.markdown, "Of 3 rows two hold.\n\n- a\n  - b\n\nx");
  assertEquals(md`\`\`\`ts\nconst a = ${"b_c"};\n\`\`\``.markdown, "```ts\nconst a = b_c;\n```");
});

Deno.test("in a code span a text stands as it is, in a link as an address", () => {
  assertEquals(md`See \`${"a_b`c"}\``.markdown, "See `a_b'c`");
  const address = "https://example.org/a (b)";
  assertEquals(md`[here](${address})`.markdown, "[here](https://example.org/a%20%28b%29)");
  const script = () => md`[here](${"javascript:alert(1)"})`;
  assertThrows(script, RangeError, 'expected http, https, mailto or a path, found "javascript:');
});

Deno.test("what a sentence cannot say is refused with its place", () => {
  for (const value of [undefined, null, NaN, Infinity, true, { id: 1 }, () => 1]) {
    const message = 'md`…` or an array of these in hole 2 of "…of … rows", found';
    assertThrows(() => t`${1}of ${value} rows`, RangeError, message);
    assertThrows(() => md`${1}of ${value} rows`, RangeError, message);
  }
});

Deno.test("t gives one line without markup", () => {
  assertEquals(t`  A ${"<b>"}\n   and ${md`**c**`} `, "A <b> and c");
});

Deno.test("t keeps braces, apostrophes and number signs of a sentence", () => {
  fc.assert(fc.property(fc.string(), fc.string(), (before, after) => {
    const strings = Object.assign([before, after], { raw: [before, after] });
    const laidOut = `${before}\u0001${after}`.replaceAll(/[ \t\r\n]+/g, " ").replace(/^ | $/g, "");
    assertEquals(t(strings, "\u0001"), laidOut);
  }));
});

Deno.test("an English sentence has the plurals of English", () => {
  const said = (n: number) =>
    t`${plural(n, { one: "# relation holds", other: "# relations hold" })}`;
  assertEquals([0, 1, 2, 5, 11, 21].map(said), [
    "0 relations hold",
    "1 relation holds",
    "2 relations hold",
    "5 relations hold",
    "11 relations hold",
    "21 relations hold",
  ]);
});

Deno.test("a sentence in Russian has the plurals of Russian", () => {
  const forms = { one: "# строка", few: "# строки", many: "# строк", other: "# строки" };
  const said = [0, 1, 2, 5, 11, 21].map((n) => t`${plural(n, forms)}`);
  assertEquals(said, ["0 строк", "1 строка", "2 строки", "5 строк", "11 строк", "21 строка"]);
});

Deno.test("a plural is refused where it is no count, or stands outside of a sentence", () => {
  const forms = { one: "# row", other: "# rows" };
  assertThrows(() => plural("3" as unknown as number, forms), RangeError, 'found "3"');
  assertThrows(() => plural(3, {} as typeof forms), RangeError, "found {}");
  assertThrows(() => `${plural(3, forms)}`, RangeError, "expected plural(…) in md`…`");
});

Deno.test("the text of Markdown is without marks, links and tags", () => {
  const { text } = new Prose("## A _b_ **c** `d_e` [f](g) <i>h</i> &amp; &#42;");
  assertStringIncludes(text, "A b c d_e f h & *");
});
