/** As much of what stands around a string as tells whether it is a part of more. */
const near = 4;

/**
 * How often a text prints a string, and not as a part of a longer number or word.
 *
 * @param text The text.
 * @param printed The string.
 */
export function timesPrinted(text: string, printed: string): number {
  let times = 0;
  for (let at = text.indexOf(printed); at >= 0; at = text.indexOf(printed, at + 1)) {
    const end = at + printed.length;
    const before = text.slice(Math.max(0, at - near), at), after = text.slice(end, end + near);
    if (!continues(before, printed) && !continues(printed, after)) times++;
  }
  return times;
}

function continues(left: string, right: string): boolean {
  return /(\d[ \u00a0]?|\d[.,]|\p{L})$/u.test(left) && /^([ \u00a0]?\d|[.,]\d|\p{L})/u.test(right);
}
