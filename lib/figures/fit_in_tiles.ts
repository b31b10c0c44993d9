import type * as Plot from "@observablehq/plot";
import { groups } from "d3";
import { meet, type TextBox } from "./text_boxes.ts";
import { type Edit, labelsOf, lineHeight } from "./text_labels.ts";
import { textWidth, widestPart, wrapText } from "./text_width.ts";

/** Texts of one mark that stand on each other are wrapped into their tiles, and words that are wider are cut. */
export function fitInTiles(boxes: readonly TextBox[], scale: Plot.Scale | undefined): Edit[] {
  if (!scale?.bandwidth) return [];
  const width = scale.bandwidth;
  const texts = boxes.filter(({ label, rotated }) => label === "text" && !rotated);
  return groups(texts, ({ element }) => element.parentElement).flatMap(([, lines]) => {
    const isOver = lines.some((line, at) =>
      lines.slice(at + 1).some((other) => other.element !== line.element && meet(line, other))
    );
    const wide = labelsOf(lines).filter(({ left, right }) => isOver && right - left > width);
    return wide.map(({ element, lines: words, top, bottom }) => {
      const size = (bottom - top) / (1 + lineHeight * (words.length - 1));
      const title = words.join(" "), room = Math.max(width, widestPart(title, { size }));
      const shown = wrapText(title, { width: room, size }).map((line) => cut(line, width, size));
      return { element, lines: shown, title };
    });
  });
}

function cut(line: string, width: number, size: number): string {
  let kept = line;
  while (kept !== "" && textWidth(kept === line ? line : `${kept}…`, { size }) > width) {
    kept = kept.slice(0, -1);
  }
  return kept === line ? line : `${kept}…`;
}
