import { assert, assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { parseHTML } from "linkedom/worker";
import { renderPng } from "../../lib/figures/render_png.ts";
import { type TextBox, textBoxes } from "../../lib/figures/text_boxes.ts";
import { samples } from "./samples.ts";

const snapshots = new URL("./snapshots/", import.meta.url);

for (const sample of samples) {
  const name = `${sample.kind}-${sample.values}-${sample.language}`;
  Deno.test(`figure ${name}: every text lies inside, and none on another`, () => {
    const { svg } = sample.draw();
    const { document } = parseHTML(`<!doctype html><html><body>${svg}</body></html>`);
    const root = document.querySelector("svg") as unknown as Element;
    const width = Number(root.getAttribute("width")), height = Number(root.getAttribute("height"));
    const boxes = textBoxes(root);
    assert(boxes.length > 0, "no text found");
    for (const { text, left, right, top, bottom } of boxes) {
      assert(left >= 0 && right <= width && top >= 0 && bottom <= height, `"${text}" is cut`);
    }
    assertEquals(overlaps(boxes), []);
  });

  Deno.test(`figure ${name}: drawn twice, it is the same to the byte, and named for readers`, () => {
    const { svg, alt } = sample.draw();
    assertEquals(sample.draw().svg, svg);
    assertMatch(svg, /^<svg [^>]*role="img"[^>]*aria-label="[^"]+/);
    assert(alt.length > 0);
  });
}

for (const sample of samples.filter(({ values }) => ["report", "share"].includes(values))) {
  const name = `${sample.kind}-${sample.values}-${sample.language}`;
  Deno.test(`figure ${name} is the one that was looked at`, async () => {
    const path = new URL(`${name}.svg`, snapshots);
    const { svg } = sample.draw();
    if (Deno.env.get("UPDATE_SNAPSHOTS")) await Deno.writeTextFile(path, svg);
    assertEquals(svg, await Deno.readTextFile(path));
  });
}

Deno.test("a PNG is the same each time and shows its text", async () => {
  const { svg } = samples[0].draw();
  const png = await renderPng(svg);
  assertEquals(await renderPng(svg), png);
  assertNotEquals(await renderPng(svg.replaceAll(/<text.*?<\/text>/gs, "")), png);
});

function overlaps(boxes: readonly TextBox[]): string[] {
  const slack = 1;
  return boxes.flatMap((a, index) =>
    boxes.slice(index + 1).filter((b) =>
      a.left < b.right - slack && b.left < a.right - slack && a.top < b.bottom - slack &&
      b.top < a.bottom - slack
    ).map((b) => `"${a.text}" and "${b.text}"`)
  );
}
