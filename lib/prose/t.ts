import { writtenSentence } from "./sentence.ts";

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
  return writtenSentence(strings, values, "line")
    .map((part) => typeof part === "string" ? part : part.text).join("");
}
