/** What a spreadsheet would compute, or run, instead of showing it; with marks of ours before it. */
export const computed = /^'*[=+\-@\t\r]/;

/** A number as it is printed: with a sign before it, and spaces between its groups. */
export const printedNumber = /^[+\-]?\s?\d[\d\s.,]*(%|e[+\-]?\d+)?$/;

/**
 * A text as it may stand in CSV that somebody opens in a spreadsheet: what that would compute begins with an apostrophe.
 * Printed numbers, such as `- 6 618` and `+70`, stay as they are.
 *
 * @param text Any text.
 */
export function spreadsheetText(text: string): string {
  return computed.test(text) && !printedNumber.test(text) ? `'${text}` : text;
}

/** The text that {@link spreadsheetText} was given. */
export function fromSpreadsheetText(text: string): string {
  return text.startsWith("'") && computed.test(text) ? text.slice(1) : text;
}
