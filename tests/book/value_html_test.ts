import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { parseHTML } from "linkedom/worker";
import { cleanHtml, markdownHtml, outputHtml } from "../../lib/book/value_html.ts";

function clean(html: string): string {
  return cleanHtml(html, {
    tableLabel: "Table",
    style: (style) => ({ class: style }),
    picture: (image) => image,
  });
}

Deno.test("what this library writes stays, with styles as classes and without what is the page's own", () => {
  assertEquals(
    clean(
      '<p style="line-height:1.8"><b>so &lt; so</b></p><td style="text-align:left" data-v="2">2</td>',
    ),
    '<p class="line-height:1.8"><b>so &lt; so</b></p><td data-v="2">2</td>',
  );
  assertEquals(
    clean(
      '<div class="a tex2jax_ignore" style="overflow:auto"><table><tr><td align="left">1</td></tr></table></div>',
    ),
    '<div class="overflow:auto" tabindex="0" role="group" aria-label="Table"><table><tr><td>1</td></tr></table></div>',
  );
  const explorer =
    '<div data-report-explorer><script type="application/json">{"a":"\\u003cb"}</script></div>';
  assertEquals(clean(explorer), explorer);
});

Deno.test("numbers are not broken at the end of a line, and nothing else changes", () => {
  assertEquals(
    clean('<p title="6 618">на 6 618 или 2 188 449,5 в 2016 618 и 37,7 %, 5 %</p>'),
    '<p>на <span class="n">6 618</span> или <span class="n">2 188 449,5</span> в 2016 618 и <span class="n">37,7 %</span>, <span class="n">5 %</span></p>',
  );
});

Deno.test("a text in a column of numbers has room, and a code may break", () => {
  const long = "not printed: the number of children's libraries";
  const dash = '<td align="right">–</td>';
  assertEquals(
    clean(`<td>${long}</td><td>${long}</td>${dash}<td>table1.users.2016</td>`),
    `<td>${long}</td><td class="long">${long}</td>${dash}<td>table1.<wbr>users.<wbr>2016</td>`,
  );
});

Deno.test("whatever else a value brings is taken out", () => {
  const bad = [
    "<script>alert(1)</script>",
    '<script src="x.js"></script>',
    '<script type="application/json"><b></script>',
    "<!-- <b> -->",
    "<script>alert(1)",
    "<style>p { color: red }</style>",
    '<iframe src="x"></iframe>',
    '<object data="x"></object>',
    '<form action="x"><input></form>',
    '<svg onload="alert(1)"><script>alert(1)</script></svg>',
    '<link rel="stylesheet" href="x">',
    '<meta http-equiv="refresh" content="0">',
    '<base href="https://elsewhere.example/">',
  ];
  for (const html of bad) assertEquals(clean(`<p>a</p>${html}`), "<p>a</p>", html);
  assertEquals(clean('<p onclick="x()" STYLE=x:y>a</p>'), '<p class="x:y">a</p>');
  for (
    const href of ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "//x.example"]
  ) {
    assertEquals(clean(`<a href="${href}">a</a>`), "<a>a</a>", href);
  }
  for (const href of ["https://x.example/", "#place", "13_atlas.html", "../data/x.csv"]) {
    assertEquals(clean(`<a href="${href}">a</a>`), `<a href="${href}">a</a>`);
  }
  assertEquals(clean('<img src="https://x.example/i.png" alt="i">'), '<img alt="i">');
});

Deno.test("of any text only allowed elements and attributes come to be", () => {
  const part = fc.constantFrom(
    ...[
      "<",
      ">",
      '"',
      "'",
      "=",
      "/",
      " ",
      "a",
      "<p",
      "<script",
      "</script>",
      "<img src=",
      "onload=x",
      "javascript:",
      "<!--",
      "-->",
    ],
    ...["<b title='", "style=", "<svg", "&lt;", "\n", "<a href=", "data:image/png;base64,"],
  );
  fc.assert(fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
    const { document } = parseHTML(`<!doctype html><body>${clean(parts.join(""))}</body>`);
    for (const element of document.body.querySelectorAll("*")) {
      const names: string[] = element.getAttributeNames();
      const bad = names.filter((name) => /^on|^style$/.test(name)),
        href = element.getAttribute("href") ?? "";
      if (
        /script|svg|iframe/.test(element.localName) || bad.length > 0 ||
        /^\s*javascript:/i.test(href)
      ) return false;
    }
  }));
});

Deno.test("Markdown shows the HTML in it, and links to notebooks as to pages", () => {
  assertEquals(markdownHtml("a <b onclick=x>b</b>").includes("<b"), false);
  assertEquals(
    markdownHtml("[Atlas](13_atlas.ipynb#places)"),
    '<p><a href="13_atlas.html#places">Atlas</a></p>\n',
  );
});

Deno.test("of the forms of a value a page shows the richest that it can", () => {
  assertEquals(outputHtml({ "text/plain": "<1>" }), "<pre>&lt;1&gt;</pre>");
  assertEquals(outputHtml({ "text/plain": "1", "text/markdown": "*1*" }), "<p><em>1</em></p>\n");
  assertEquals(outputHtml({ "text/markdown": "*1*", "text/html": "<b>1</b>" }), "<b>1</b>");
});
