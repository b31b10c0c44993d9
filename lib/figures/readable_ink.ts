import { theme } from "./theme.ts";

/**
 * The ink that is read more easily on a colour.
 *
 * @param color The colour under the text, as `#rrggbb`.
 * @returns White or the dark ink, whichever has the higher contrast.
 */
export function readableInk(color: string): string {
  const behind = luminance(color);
  const onWhite = 1.05 / (behind + 0.05);
  const onInk = (behind + 0.05) / (luminance(theme.ink) + 0.05);
  return onWhite >= onInk ? "#ffffff" : theme.ink;
}

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = parseInt(color.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
