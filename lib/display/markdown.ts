import { display, type Displayable } from "../model/displayable.ts";

/**
 * A text in Markdown, to be shown below a cell.
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
  return { [display]: () => ({ "text/markdown": text, "text/plain": plain }) };
}
