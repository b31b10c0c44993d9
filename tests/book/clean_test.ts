import { assertEquals } from "@std/assert";
import { parseHTML } from "linkedom/worker";
import { clean, setStylesAside } from "../../lib/book/clean.ts";
import { markdownHtml, outputHtml } from "../../lib/book/output_html.ts";

const { document } = parseHTML("<!doctype html><body></body>");

function cleaned(html: string): string {
  const root = document.createElement("div");
  root.innerHTML = setStylesAside(html);
  clean(root, {
    tableLabel: "Table",
    style: (element, style) => element.setAttribute("class", style),
    picture: () => {},
  });
  return root.innerHTML;
}

Deno.test("what this library writes stays, with styles as classes and without what is the page's own", () => {
  assertEquals(
    cleaned(
      '<p style="line-height:1.8"><b>so</b></p><td style="text-align:left" data-v="2">2</td>',
    ),
    '<p class="line-height:1.8"><b>so</b></p><td data-v="2">2</td>',
  );
  assertEquals(
    cleaned('<div style="overflow:auto"><table><tr><td align="left">1</td></tr></table></div>'),
    '<div aria-label="Table" role="group" tabindex="0" class="overflow:auto"><table><tr><td>1</td></tr></table></div>',
  );
});

Deno.test("whatever else a value brings is taken out", () => {
  const bad = [
    "<script>alert(1)</script>",
    '<script src="x.js"></script>',
    '<script type="application/json">{}</script>',
    "<style>p { color: red }</style>",
    '<iframe src="x"></iframe>',
    '<object data="x"></object>',
    '<form action="x"><input></form>',
    '<svg onload="alert(1)"><script>alert(1)</script></svg>',
    '<link rel="stylesheet" href="x">',
    '<meta http-equiv="refresh" content="0">',
    '<base href="https://elsewhere.example/">',
  ];
  for (const html of bad) assertEquals(cleaned(`<p>a</p>${html}`), "<p>a</p>", html);
  assertEquals(cleaned('<p onclick="x()" STYLE=x:y>a</p>'), '<p class="x:y">a</p>');
  for (
    const href of ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "//x.example"]
  ) {
    assertEquals(cleaned(`<a href="${href}">a</a>`), "<a>a</a>", href);
  }
  for (const href of ["https://x.example/", "#place", "13_atlas.html", "../data/x.csv"]) {
    assertEquals(cleaned(`<a href="${href}">a</a>`), `<a href="${href}">a</a>`);
  }
  assertEquals(cleaned('<img src="https://x.example/i.png" alt="i">'), '<img alt="i">');
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
