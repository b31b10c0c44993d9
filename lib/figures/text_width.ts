import advanceWidths from "./advance_widths.json" with { type: "json" };
import { theme } from "./theme.ts";

/** The font that a text is set in. */
export interface TextStyle {
  /** Size in pixels. @default The theme's text size. */
  readonly size?: number;
  /** Weight. @default Regular. */
  readonly weight?: keyof typeof advanceWidths;
}

/** How many units of the font an em has. */
const unitsPerEm = 2048;

const unknown = -1;

/** Widths of letters by their code, which are unpacked when the first text is measured. */
const advances: Partial<Record<keyof typeof advanceWidths, Int16Array>> = {};

/**
 * How wide a line of text is in the figures' font.
 *
 * Letters that the font table lacks count as wide as they are high, so that an estimate errs on the
 * wide side.
 *
 * @param text One line.
 * @param style Size and weight.
 * @returns The width in pixels.
 */
export function textWidth(text: string, style: TextStyle = {}): number {
  const { size = theme.textSize, weight = "regular" } = style;
  const known = advances[weight] ??= unpack(advanceWidths[weight]);
  let units = 0;
  for (let at = 0; at < text.length; at++) {
    const width = known[text.charCodeAt(at)];
    units += width === unknown ? unitsPerEm : width;
  }
  return units * size / unitsPerEm;
}

/** Whether the width of a letter is known, which the font then has. */
export function isMeasured(letter: string): boolean {
  return (advances.regular ??= unpack(advanceWidths.regular))[letter.charCodeAt(0)] !== unknown;
}

/** Runs of letters under the code point of their first, as hexadecimal. */
function unpack(runs: Readonly<Record<string, string>>): Int16Array {
  const widths = new Int16Array(0x10000).fill(unknown);
  for (const [first, run] of Object.entries(runs)) {
    widths.set(run.split(" ").map(Number), Number.parseInt(first, 16));
  }
  return widths;
}

/** How a text is wrapped. */
export interface WrapOptions extends TextStyle {
  /** Greatest width of a line in pixels. */
  readonly width: number;
}

/**
 * Breaks a text into lines that are no wider than told.
 *
 * Lines break at spaces, after a hyphen or stroke between letters, and not after a word of one or
 * two letters nor before a dash; a no-break space holds. A word that is wider than a line is cut.
 *
 * @param text The text; its own line breaks are kept.
 * @param options Greatest width and font.
 * @returns At least one line.
 */
export function wrapText(text: string, options: WrapOptions): string[] {
  return text.split("\n").flatMap((paragraph) => {
    const words = paragraph.split(breaks).flatMap((word) =>
      textWidth(word, options) > options.width ? fill([...word], options) : word
    );
    return fill(words, options).map((line) => line.trimEnd());
  });
}

const breaks =
  /(?<=[ \u2009])(?<!(?<![\p{L}'’])\p{L}{1,2} )(?=[^\s–—])|(?<=\p{L}[-\u2013/])(?=\p{L})/u;

/** How wide the widest part of a text is that is not broken, unless a line is narrower. */
export function widestPart(text: string, style: TextStyle = {}): number {
  const parts = text.split("\n").flatMap((line) => line.split(breaks));
  return Math.max(...parts.map((part) => textWidth(part.trimEnd(), style)));
}

/** Puts so many parts on a line as it has room for. */
function fill(parts: readonly string[], options: WrapOptions): string[] {
  const lines = [""];
  for (const part of parts) {
    const line = lines[lines.length - 1] + part;
    const isWide = line !== part && textWidth(line.trimEnd(), options) > options.width;
    if (isWide) lines.push(part);
    else lines[lines.length - 1] = line;
  }
  return lines;
}
