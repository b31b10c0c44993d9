import { UsageError } from "../errors/usage_error.ts";
import { escapeMarkdown } from "../tables/escape_markdown.ts";
import { Prose } from "./filling.ts";
import type { Filling } from "./message.ts";
import { fillSentence } from "./sentence.ts";

/**
 * A computed sentence as a text, for the title of a figure or the heading of a column.
 *
 * What is put in is written in the notebook's language. In another language than the cell's, the sentence is that of the
 * notebook's catalogue, if it has one.
 *
 * @param strings The sentence.
 * @param values Texts, numbers, `plural(…)`, or arrays of these.
 * @returns One line.
 * @throws {UsageError} If a value is nothing that a sentence can say, or a translation lacks a hole.
 *
 * @example
 * ```ts
 * import { t } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(t`Users: ${267826} in ${["Kemerovo", "Yurga"]}`, "Users: 267,826 in Kemerovo and Yurga");
 * ```
 */
export function t(strings: TemplateStringsArray, ...values: readonly unknown[]): string {
  return fillSentence(strings, values, "line")
    .map((part) => typeof part === "string" ? part : part.text).join("");
}

/**
 * A computed text in Markdown, to be shown below its cell.
 *
 * What is put in is written in the notebook's language and is text: signs in it that Markdown or HTML would take for markup
 * are shown as they are, and none begins a list or a heading. An `md` in an `md` keeps its markup. In another language than
 * the cell's, the text is that of the notebook's catalogue, if it has one.
 *
 * @param strings The text in Markdown.
 * @param values Texts, numbers, `plural(…)`, `md`, or arrays of these.
 * @returns A value that shows itself.
 * @throws {UsageError} If a value is nothing that a sentence can say, a link leads to a script, or a translation lacks a hole.
 *
 * @example
 * ```ts
 * import { display, md } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(md`Of **${1234}** rows, ${md`*${9}*`} are <b>.`[display](), {
 *   "text/markdown": "Of **1,234** rows, *9* are <b>.",
 *   "text/plain": "Of 1,234 rows, 9 are .",
 * });
 * assertEquals(md`Club ${"<b>*5*"}`.markdown, "Club &lt;b&gt;&#42;5&#42;");
 * ```
 */
export function md(strings: TemplateStringsArray, ...values: readonly unknown[]): Prose {
  let markdown = "";
  let endsFilled = false;
  for (const part of fillSentence(strings, values, "markdown")) {
    if (typeof part === "string") {
      markdown += endsFilled && /^\d{1,9}$/.test(lineOf(markdown)) ? guardNumber(part) : part;
    } else markdown += writeFilling(part, markdown);
    endsFilled = typeof part !== "string";
  }
  return new Prose(markdown);
}

/** A number at the beginning of a line, with a full stop after it, would begin a list. */
function guardNumber(after: string): string {
  return after.replace(/^[.)](?=\s|$)/, (sign) => `&#${sign.charCodeAt(0)};`);
}

function writeFilling({ text, markdown }: Filling, before: string): string {
  if (markdown !== undefined) return markdown;
  if (isInCode(before)) return text.replaceAll(/\s*\n\s*/g, " ").replaceAll("`", "'");
  if (before.endsWith("](")) return address(text);
  const escaped = escapeMarkdown(text);
  if (lineOf(before).replace(/^([-*+>]|\d+[.)]) +/, "") !== "") return escaped;
  return escaped.trimStart().replace(
    /^[-+=]|(?<=^\d{1,9})[.)](?=\s|$)/,
    (sign) => `&#${sign.charCodeAt(0)};`,
  );
}

/** The line that a text ends with, without white space before it. */
function lineOf(text: string): string {
  return text.slice(text.lastIndexOf("\n") + 1).trimStart();
}

/** Whether a text ends within a code span of its last paragraph. */
function isInCode(text: string): boolean {
  const paragraph = text.slice(text.lastIndexOf("\n\n") + 1);
  return (paragraph.match(/`+/g)?.length ?? 0) % 2 === 1;
}

/** Where a link leads; an address with a scheme that runs something is refused. */
function address(text: string): string {
  const [, scheme] = text.trim().match(/^([a-z][a-z\d+.-]*):/i) ?? [];
  if (scheme === undefined || /^(https?|mailto)$/i.test(scheme)) {
    return encodeURI(text.trim()).replaceAll(/[()]/g, (sign) => sign === "(" ? "%28" : "%29");
  }
  throw new UsageError(
    `Cannot write a link: expected http, https, mailto or a path, found ${JSON.stringify(text)}`,
  );
}
