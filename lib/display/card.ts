import { escape } from "@std/html";
import { display, type Displayable } from "../model/displayable.ts";
import { escapeMarkdown, withoutMathematics } from "../tables/escape_markdown.ts";
import type { Language } from "../model/label.ts";
import type { CellValue } from "../tables/cell.ts";
import { type Words, words } from "../words/words.ts";

/** Texts or cells by what they are called, in the order in which they stand. */
export type Fields<Value> = Readonly<Partial<Record<keyof Words["headings"], Value>>>;

/** Puts what fields are called in a language in place of their names. */
export function nameFields<Value>(fields: Fields<Value>, language: Language): [string, Value][] {
  const headings: Readonly<Record<string, string>> = words[language].headings;
  return Object.entries<Value>(fields).map(([name, value]) => [headings[name], value]);
}

/** How values of a kind look: one is a card, several are the rows of a table. */
export interface Look<Value> {
  /** Whether a value is of the kind, told by its shape. */
  readonly is: (value: unknown) => value is Value;
  readonly card: (value: Value, language: Language) => Card;
  readonly row?: (value: Value, language: Language) => Fields<CellValue>;
}

/** A value as a card: what it is, a badge, and what is known of it. */
export interface Card {
  readonly title: string;
  /** A word with a sign before it, so that nothing hangs on the colour. */
  readonly badge?: { readonly text: string; readonly color: string };
  /** Texts under their names, several of them one below the other; a name without a text is left out. */
  readonly fields: Fields<string | readonly string[]>;
}

/** A card for `show`, as HTML that stands without style sheets, as Markdown and as text. */
export function showCard({ title, badge, fields }: Card, language: Language): Displayable {
  const told = nameFields(fields, language)
    .map(([name, text]) => ({ name, lines: [text].flat().filter((line) => line !== "") }))
    .filter(({ lines }) => lines.length > 0);
  const color = badge?.color ?? "#8f979f";
  const left = 'align="left" valign="top" style="text-align:left;vertical-align:top"';
  const sign = badge === undefined
    ? ""
    : `<span style="border:2px solid ${color};border-radius:1em;padding:0 .6em;white-space:nowrap"><b>${
      escape(badge.text)
    }</b></span> `;
  const html = [
    `<div class="${withoutMathematics}" lang="${language}" style="border:1px solid ${color};border-left-width:6px;border-radius:4px;padding:.6em 1em;max-width:50em;overflow-x:auto">`,
    `<p style="line-height:1.8">${sign}<b>${escape(title)}</b></p>`,
    "<table><tbody>",
    ...told.map(({ name, lines }) =>
      `<tr><th scope="row" ${left}>${escape(name)}</th><td ${left}>${
        lines.map(escape).join("<br>")
      }</td></tr>`
    ),
    "</tbody></table>",
    "</div>",
  ];
  const markdown = [
    [title, ...badge ? [badge.text] : []].map((text) => `**${escapeMarkdown(text)}**`).join(" — "),
    "",
    ...told.map(({ name, lines }) =>
      `- ${escapeMarkdown(name)}: ${lines.map(escapeMarkdown).join("; ")}`
    ),
  ];
  const width = Math.max(0, ...told.map(({ name }) => name.length));
  const text = [
    title,
    ...badge ? [`  ${badge.text}`] : [],
    ...told.flatMap(({ name, lines }) =>
      lines.map((line, at) => `  ${(at === 0 ? name : "").padEnd(width)}  ${line}`)
    ),
  ];
  const bundle = {
    "text/html": html.join("\n"),
    "text/markdown": markdown.join("\n"),
    "text/plain": text.join("\n"),
  };
  return { [display]: () => bundle };
}

/** Whether a value is an object with some fields. */
export function has<Key extends string>(
  value: unknown,
  ...keys: readonly Key[]
): value is Readonly<Record<Key, unknown>> {
  return typeof value === "object" && value !== null && keys.every((key) => key in value);
}
