import { assertEquals } from "@std/assert";
import { notebookSentences } from "../../lib/notebook/notebook_sentences.ts";
import { notebookOf } from "./notebook_of.ts";

function sentencesOf(source: string): string[] {
  return notebookSentences(notebookOf({ cell: source })).map(({ sentence }) => sentence);
}

Deno.test("holes are named after what they show, the same name for the same expression", () => {
  assertEquals(sentencesOf("md`Of **${n}** ${verdicts.length} ${a[0]?.b} ${n}`"), [
    "Of **{n}** {verdicts_length} {a_0_b} {n}",
  ]);
  assertEquals(sentencesOf("t`Loans: ${formatNumber(x.y, { decimals: 1 })} %, ${x.y}, ${x_y}`"), [
    "Loans: {x_y} %, {x_y_2}, {x_y_3}",
  ]);
  assertEquals(sentencesOf("t`From ${a - 5} to ${a + 5}, ${a - 5}`"), [
    "From {a_5} to {a_5_2}, {a_5}",
  ]);
});

Deno.test("a plural is a plural of ICU MessageFormat", () => {
  assertEquals(
    sentencesOf('t`${plural(bad.length, { one: "# row", other: `# rows` })} of ${all}`'),
    [
      "{bad_length, plural, one {# row} other {# rows}} of {all}",
    ],
  );
});

Deno.test("a plural whose forms are computed cannot be translated", () => {
  const [{ problem }] = notebookSentences(notebookOf({ cell: "t`${plural(n, forms)} rows`" }));
  assertEquals(problem, "expected the forms of plural(…) written out, found them computed");
});

Deno.test("sentences within sentences are sentences, and such without words are none", () => {
  assertEquals(sentencesOf("md`All ${n > 0 ? t`grew` : t`fell`} ${md`**${n}**`}`"), [
    "All {n_0_t_grew_t_fell} {md_n}",
    "grew",
    "fell",
  ]);
});

Deno.test("Markdown is translated block by block, without code and line breaks of the editor", () => {
  const source = "# Title\n\nOne line\nand another.\n\n```ts\nconst a = 1;\n\nb;\n```\n\n- a\n- b";
  const document = notebookOf({});
  const cell = { cell_type: "markdown" as const, id: "text", metadata: {}, source };
  const found = notebookSentences({ ...document, cells: [cell] });
  assertEquals(found.map(({ sentence, line }) => [sentence, line]), [
    ["# Title", 1],
    ["One line and another.", 3],
    ["- a\n- b", 12],
  ]);
});
