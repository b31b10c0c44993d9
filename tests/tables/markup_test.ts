import { assertEquals } from "@std/assert";
import { joinHoles, markup } from "../../lib/tables/markup.ts";

Deno.test("texts are escaped, lists go below each other, and nothing is left out", () => {
  assertEquals(
    markup`<p title="${'"a" <b>'}">${"<b> & 'c'"}${undefined}${false}${[
      "x",
      markup`<b>${1}</b>`,
    ]}</p>`.text,
    `<p title="&quot;a&quot; &lt;b&gt;">&lt;b&gt; &amp; 'c'x\n<b>1</b></p>`,
  );
  assertEquals(joinHoles(["a", "<", markup`<br>`], ", ").text, "a, &lt;, <br>");
});

Deno.test("numbers are not broken at the end of a line, but stand in attributes as they are", () => {
  assertEquals(
    markup`<input value="${"6 618"}" title="a">${"6 618 < 7"}`.text,
    '<input value="6 618" title="a">6\u00a0618 &lt; 7',
  );
});

Deno.test("in a tag an object is attributes", () => {
  const look = {
    value: "",
    title: '"<6 618>',
    rows: 2,
    open: true,
    hidden: false,
    lang: undefined,
  };
  assertEquals(
    markup`<a ${look} id="x">b</a>`.text,
    '<a value="" title="&quot;&lt;6 618&gt;" rows="2" open id="x">b</a>',
  );
});
