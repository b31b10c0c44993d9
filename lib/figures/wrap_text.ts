import { type TextStyle, textWidth } from "./text_width.ts";

/** How a text is wrapped. */
export interface WrapOptions extends TextStyle {
  /** Greatest width of a line in pixels. */
  readonly width: number;
}

/**
 * Breaks a text into lines that are no wider than told.
 *
 * Lines break at spaces, after a hyphen or stroke between letters, and not after a word of one or
 * two letters; a no-break space holds. A word that is wider than a line is cut.
 *
 * @param text The text; its own line breaks are kept.
 * @param options Greatest width and font.
 * @returns At least one line.
 */
export function wrapText(text: string, options: WrapOptions): string[] {
  return text.split("\n").flatMap((paragraph) => {
    const words = paragraph.split(breaks).flatMap((word) => fill([...word], options));
    return fill(words, options).map((line) => line.trimEnd());
  });
}

const breaks = /(?<=[ \u2009])(?<!(?<![\p{L}'’])\p{L}{1,2} )(?=\S)|(?<=\p{L}[-\u2013/])(?=\p{L})/u;

/** How wide the widest part of a text is that is not broken, unless a line is narrower. */
export function widestPart(text: string, style: TextStyle = {}): number {
  return Math.max(
    ...text.split(/\n/).flatMap((line) => line.split(breaks))
      .map((part) => textWidth(part.trimEnd(), style)),
  );
}

/** Puts so many parts on a line as it has room for. */
function fill(parts: readonly string[], options: WrapOptions): string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of parts) {
    if (line !== "" && textWidth((line + part).trimEnd(), options) > options.width) {
      lines.push(line);
      line = "";
    }
    line += part;
  }
  return [...lines, line];
}
