import { assert, assertEquals } from "@std/assert";
import { join, relative } from "node:path";
import { browserTest } from "./chromium.ts";

const root = new URL("../..", import.meta.url).pathname;

/** All SVG files of a folder and those in it, by their path. */
async function* svgsIn(folder: string): AsyncGenerator<readonly [path: string, svg: string]> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = join(folder, name);
    if (isDirectory) yield* svgsIn(path);
    else if (name.endsWith(".svg")) yield [relative(root, path), await Deno.readTextFile(path)];
  }
}

/** The figures' font, whatever fonts the machine has. */
async function fontFaces(): Promise<string> {
  const faces = [["DejaVuSans.ttf", "normal"], ["DejaVuSans-Bold.ttf", "bold"]];
  const rules = faces.map(async ([file, weight]) => {
    const path = new URL(import.meta.resolve(`dejavu-fonts-ttf/ttf/${file}`));
    const data = (await Deno.readFile(path)).toBase64();
    return `@font-face { font-family: "DejaVu Sans"; font-weight: ${weight}; src: url(data:font/ttf;base64,${data}); }`;
  });
  return (await Promise.all(rules)).join("\n");
}

/** What Chromium finds at fault in a picture: texts that stand on each other, and texts that are cut. */
function faultsOf([, svg]: readonly [string, string]): string[] {
  type Point = readonly [x: number, y: number];
  const room = document.querySelector("div")!;
  room.innerHTML = svg;
  const lines = [...room.querySelectorAll<SVGTextContentElement>("text, tspan")]
    .filter((text) => text.querySelector("tspan") === null && text.textContent?.trim())
    .map((line) => {
      // Letters are lower than the line that the font leaves for them.
      const { x, y, width, height } = line.getBBox(), top = y + 0.17 * height;
      const matrix = line.getScreenCTM()!, bottom = y + 0.94 * height;
      const corners = [[x, top], [x + width, top], [x + width, bottom], [x, bottom]]
        .map(([x, y]): Point => {
          const corner = new DOMPoint(x, y).matrixTransform(matrix);
          return [corner.x, corner.y];
        });
      return { line, text: line.textContent!.trim(), corners };
    });
  const slack = 0.75;
  /** Whether a line can be drawn between two rectangles, along a side of the first. */
  const arePartedBy = (a: readonly Point[], b: readonly Point[]) =>
    [[a[0], a[1]], [a[1], a[2]]].some(([[x1, y1], [x2, y2]]) => {
      const length = Math.hypot(x2 - x1, y2 - y1) || 1;
      const along = ([x, y]: Point) => (x * (x2 - x1) + y * (y2 - y1)) / length;
      const [one, other] = [a.map(along), b.map(along)];
      return Math.max(...one) < Math.min(...other) + slack ||
        Math.max(...other) < Math.min(...one) + slack;
    });
  const faults: string[] = [];
  lines.forEach(({ line, text, corners }, at) => {
    for (const other of lines.slice(at + 1)) {
      if (!arePartedBy(corners, other.corners) && !arePartedBy(other.corners, corners)) {
        faults.push(`"${text}" and "${other.text}" stand on each other`);
      }
    }
    for (let frame = line.ownerSVGElement; frame; frame = frame.ownerSVGElement) {
      if (frame.getAttribute("overflow") === "visible") continue;
      const { left, top, right, bottom } = frame.getBoundingClientRect();
      const isInside = corners.every(([x, y]) =>
        x > left - slack && x < right + slack && y > top - slack && y < bottom + slack
      );
      if (!isInside) faults.push(`"${text}" is cut`);
    }
  });
  return faults;
}

const overprinted = `<svg width="90" height="40" font-family="DejaVu Sans" font-size="12">
  <text x="40" y="20">one</text><text transform="translate(40, 20) rotate(30)" x="0">two</text>
  <text x="70" y="12">last</text>
</svg>`;

browserTest(
  "no text of a figure is cut or stands on another, as Chromium sets them",
  async (context) => {
    const pictures = await Array.fromAsync(
      ["tests/figures/gallery", "notebooks/figures"],
      (folder) => Array.fromAsync(svgsIn(join(root, folder))),
    );
    const page = await context.newPage();
    await page.setContent(`<style>${await fontFaces()}</style><div></div>`);
    await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
    assertEquals(await page.evaluate(faultsOf, ["", overprinted] as const), [
      '"one" and "two" stand on each other',
      '"last" is cut',
    ]);
    const found: Record<string, string[]> = {};
    for (const picture of pictures.flat()) {
      const faults = await page.evaluate(faultsOf, picture);
      if (faults.length > 0) found[picture[0]] = faults;
    }
    assert(pictures.every((some) => some.length > 20));
    assertEquals(found, {});
  },
);
