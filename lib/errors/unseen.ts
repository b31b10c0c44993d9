/** What a terminal obeys, or what hides how a text reads: controls but line feeds, characters without width, marks of direction. */
const unseen = /[^\P{Cc}\n]|[\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

/** Whether a text has nothing but what one sees, spaces and line feeds. */
export function isSeen(text: string): boolean {
  return text.search(unseen) < 0;
}

/** What {@linkcode isSeen} expects. */
export const unseenMessage =
  "expected no control characters, characters without width or marks of direction";

/** A text that a terminal only shows: unseen characters as escapes, such as `\u{1b}`. */
export function escapeUnseen(text: string): string {
  return text.replaceAll(unseen, (one) => `\\u{${one.codePointAt(0)?.toString(16)}}`);
}
