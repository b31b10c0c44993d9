import { escape } from "@std/html";
import type { Link } from "../tables/table_row.ts";
import { escapeMarkdown, withoutMathematics } from "../tables/escape_markdown.ts";
import { display, type Displayable } from "../model/displayable.ts";
import type { Language } from "../model/label.ts";

/** One line of a card: a text, a link, or several of them one below the other. */
export interface CardField {
  readonly name: string;
  readonly value: string | Link | readonly (string | Link)[];
}

/** A value as a card: what it is, a badge, and what is known of it. */
export interface Card {
  readonly title: string;
  readonly language: Language;
  /** A word with a sign before it, so that nothing hangs on the colour. */
  readonly badge?: { readonly text: string; readonly color: string };
  readonly fields: readonly CardField[];
}

/**
 * A card for `show`, as HTML that stands without style sheets, as Markdown and as text.
 *
 * @param content What stands on it; fields without a value are left out.
 */
export function card({ fields: all, ...content }: Card): Displayable {
  const fields = all.filter(({ value }) => linesOf(value).length > 0);
  const bundle = {
    "text/html": html({ ...content, fields }),
    "text/markdown": markdown({ ...content, fields }),
    "text/plain": text({ ...content, fields }),
  };
  return { [display]: () => bundle };
}

function html({ title, badge, fields, language }: Card): string {
  const color = badge?.color ?? "#8f979f";
  const left = 'align="left" valign="top" style="text-align:left;vertical-align:top"';
  const rows = fields.map(({ name, value }) =>
    `<tr><th scope="row" ${left}>${escape(name)}</th><td ${left}>${
      linesOf(value).map(inHtml).join("<br>")
    }</td></tr>`
  );
  const sign = badge === undefined
    ? ""
    : `<span style="border:2px solid ${color};border-radius:1em;padding:0 .6em;white-space:nowrap"><b>${
      escape(badge.text)
    }</b></span> `;
  return [
    `<div class="${withoutMathematics}" lang="${language}" style="border:1px solid ${color};border-left-width:6px;border-radius:4px;padding:.6em 1em;max-width:50em;overflow-x:auto">`,
    `<p style="line-height:1.8">${sign}<b>${escape(title)}</b></p>`,
    "<table><tbody>",
    ...rows,
    "</tbody></table>",
    "</div>",
  ].join("\n");
}

function inHtml(line: string | Link): string {
  return typeof line === "string"
    ? escape(line)
    : `<a href="${escape(line.href)}">${escape(line.text)}</a>`;
}

function markdown({ title, badge, fields }: Card): string {
  const inMarkdown = (line: string | Link) =>
    typeof line === "string"
      ? escapeMarkdown(line)
      : `[${escapeMarkdown(line.text)}](${line.href})`;
  return [
    `**${escapeMarkdown(title)}**${
      badge === undefined ? "" : ` — **${escapeMarkdown(badge.text)}**`
    }`,
    "",
    ...fields.map(({ name, value }) =>
      `- ${escapeMarkdown(name)}: ${linesOf(value).map(inMarkdown).join("; ")}`
    ),
  ].join("\n");
}

function text({ title, badge, fields }: Card): string {
  const width = Math.max(0, ...fields.map(({ name }) => name.length));
  const lines = fields.flatMap(({ name, value }) =>
    linesOf(value).map((line, at) =>
      `  ${(at === 0 ? name : "").padEnd(width)}  ${typeof line === "string" ? line : line.text}`
    )
  );
  return [title, ...(badge === undefined ? [] : [`  ${badge.text}`]), ...lines].join("\n");
}

function linesOf(value: CardField["value"]): readonly (string | Link)[] {
  const lines = typeof value === "string" || "text" in value ? [value] : value;
  return lines.filter((line) => line !== "");
}
