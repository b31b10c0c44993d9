const pale = [232, 238, 245], dark = [31, 78, 140];

/**
 * The colour of a value in a sequence from pale to dark blue, which greyscale print keeps.
 *
 * @param share How dark, from 0 to 1.
 */
export function shadeOf(share: number): string {
  const channels = pale.map((from, index) => Math.round(from + (dark[index] - from) * share));
  return `rgb(${channels.join(",")})`;
}
