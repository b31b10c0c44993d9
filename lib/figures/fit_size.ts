import { textWidth } from "./text_width.ts";

/** What a text has to fit in. */
export interface FitOptions {
  /** Width in pixels. */
  readonly width: number;
  /** Size of the text where its words are narrow enough. */
  readonly size: number;
  /** Least size, whatever the width. */
  readonly least: number;
}

/**
 * The size at which no word of some texts has to be cut.
 *
 * @param texts The texts.
 * @returns A size in pixels.
 */
export function fitSize(texts: readonly string[], { width, size, least }: FitOptions): number {
  const words = texts.flatMap((text) => text.split(/\s+|(?<=-)/));
  const widest = Math.max(1, ...words.map((word) => textWidth(word, { size })));
  return Math.max(least, Math.floor(10 * Math.min(size, size * width / widest)) / 10);
}
