import type * as Plot from "@observablehq/plot";
import { groups } from "d3";
import { type Edit, lineHeight } from "./edit_text.ts";
import { meet, type TextBox } from "./text_boxes.ts";
import { textWidth, widestPart, wrapText } from "./text_width.ts";

/** Texts of one mark that stand on each other are wrapped into their tiles, and words that are wider are cut. */
export function fitInTiles(boxes: readonly TextBox[], scale: Plot.Scale | undefined): Edit[] {
  const width = scale?.bandwidth;
  if (!width) return [];
  const texts = boxes.filter(({ label, rotated }) => label === "text" && !rotated);
  return groups(texts, ({ element }) => element.parentElement).flatMap(([, those]) => {
    const isOver = those.some((text, at) => those.slice(at + 1).some((other) => meet(text, other)));
    const wide = those.filter(({ left, right }) => isOver && right - left > width);
    return wide.map(({ element, lines, top, bottom }) => {
      const size = (bottom - top) / (1 + lineHeight * (lines.length - 1));
      const title = lines.join(" "), room = Math.max(width, widestPart(title, { size }));
      const shown = wrapText(title, { width: room, size }).map((line) => cut(line, width, size));
      return { element, lines: shown, title };
    });
  });
}

function cut(line: string, width: number, size: number): string {
  const [start] = wrapText(line, { size, width: width - textWidth("…", { size }) });
  return textWidth(line, { size }) > width ? `${start}…` : line;
}
