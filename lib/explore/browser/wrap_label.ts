import { textWidth, wrapText } from "../../figures/text_width.ts";

/** How wide a text is in the chart's font, whichever the page has of its family: at least this wide. */
export function measure(text: string): number {
  return textWidth(text);
}

/** A label in lines that are no wider than told, at most three. */
export function wrapLabel(label: string, width: number): string[] {
  const lines = wrapText(label, { width });
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), `${lines[2].slice(0, -1)}\u2026`];
}
