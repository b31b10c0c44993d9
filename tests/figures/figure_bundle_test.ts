import { assertEquals, assertStringIncludes } from "@std/assert";
import { figureBundle } from "../../lib/figures/figure_bundle.ts";

const svg = '<svg xmlns="http://www.w3.org/2000/svg" role="img" width="720" height="9">ё</svg>';

Deno.test("a figure shows as an image that any front end lets through, as SVG and as text", () => {
  const bundle = figureBundle({ svg, alt: 'Читатели "&" <книги>' });
  const html = String(bundle["text/html"]);
  assertStringIncludes(html, 'alt="Читатели &quot;&amp;&quot; &lt;книги&gt;" width="720"');
  const [, data] = /base64,([^"]+)"/.exec(html) ?? [];
  assertEquals(new TextDecoder().decode(Uint8Array.fromBase64(data)), svg);
  assertEquals([bundle["image/svg+xml"], bundle["text/plain"]], [svg, 'Читатели "&" <книги>']);
});
