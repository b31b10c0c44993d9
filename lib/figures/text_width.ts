import { advanceWidths, type FontWeight, unitsPerEm } from "./advance_widths.ts";
import { theme } from "./theme.ts";

/** The font that a text is set in. */
export interface TextStyle {
  /** Size in pixels, the theme's text size unless told. */
  readonly size?: number;
  /** Weight, regular unless told. */
  readonly weight?: FontWeight;
}

const advances = { regular: unpack("regular"), bold: unpack("bold") };

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
  const known = advances[weight];
  let units = 0;
  for (const letter of text) units += known.get(letter) ?? unitsPerEm;
  return units * size / unitsPerEm;
}

function unpack(weight: FontWeight): ReadonlyMap<string, number> {
  const widths = new Map<string, number>();
  for (const [start, run] of Object.entries(advanceWidths[weight])) {
    run.split(" ").forEach((width, index) =>
      widths.set(String.fromCodePoint(Number(start) + index), Number(width))
    );
  }
  return widths;
}
