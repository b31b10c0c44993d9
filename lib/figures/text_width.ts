import advanceWidths from "./advance_widths.json" with { type: "json" };
import { theme } from "./theme.ts";

/** The font that a text is set in. */
export interface TextStyle {
  /** Size in pixels, the theme's text size unless told. */
  readonly size?: number;
  /** Weight, regular unless told. */
  readonly weight?: keyof typeof advanceWidths;
}

/** How many units of the font an em has. */
const unitsPerEm = 2048;

const advances = { regular: unpack(advanceWidths.regular), bold: unpack(advanceWidths.bold) };

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

/** Whether the width of a letter is known, which the font then has. */
export function isMeasured(letter: string): boolean {
  return advances.regular.has(letter);
}

/** Runs of letters under the code point of their first, as hexadecimal. */
function unpack(runs: Readonly<Record<string, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(runs).flatMap(([first, run]) =>
      run.split(" ").map((width, at) =>
        [String.fromCodePoint(Number.parseInt(first, 16) + at), Number(width)] as const
      )
    ),
  );
}
