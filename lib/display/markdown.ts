import { display, type Displayable } from "../model/displayable.ts";

/**
 * A text in Markdown, to be shown below a cell.
 *
 * A list begins with a paragraph of its own: within one, a number with a dot at the beginning of a line stays a number.
 *
 * @param text The Markdown.
 * @returns A value for `show`.
 *
 * @example
 * ```ts
 * import { display, markdown } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(markdown("**9** rows")[display](), {
 *   "text/markdown": "**9** rows",
 *   "text/plain": "9 rows",
 * });
 * ```
 */
export function markdown(text: string): Displayable {
  const plain = text.replace(/[*_`]/g, "");
  const markdown = text.split(/\n[^\S\n]*\n/).map(withoutChanceLists).join("\n\n");
  return { [display]: () => ({ "text/markdown": markdown, "text/plain": plain }) };
}

const listItem = /^(\s*(?:\d+(?=[.)]\s)|(?=[-+]\s+\d)))/;

/** A paragraph whose numbers begin no list where a line happens to begin with one, such as `1. One that`. */
function withoutChanceLists(paragraph: string): string {
  const [first, ...more] = paragraph.split("\n");
  if (/^\s*(?:\d+[.)]|[-+*])\s/.test(first)) return paragraph;
  return [first, ...more.map((line) => line.replace(listItem, "$1\\"))].join("\n");
}
