import { escape } from "@std/html";
import { Marked } from "marked";
import type { MediaBundle } from "../model/displayable.ts";

const marked = new Marked({
  renderer: {
    html: ({ text }) => escape(text),
    image: ({ text }) => escape(text),
    link({ href, tokens }) {
      const to = href.replace(/^(\d\d_\w+)\.ipynb\b/, "$1.html");
      return `<a href="${escape(to)}">${this.parser.parseInline(tokens)}</a>`;
    },
  },
});

/** Markdown as HTML; HTML in it is shown as it is written. */
export function markdownHtml(markdown: string): string {
  return String(marked.parse(markdown, { async: false }));
}

/**
 * The richest form of a value that a page can show, as HTML that is not cleaned yet.
 *
 * @param bundle The value in its forms by media type.
 */
export function outputHtml(bundle: MediaBundle): string {
  const { "text/html": html, "text/markdown": markdown, "text/plain": text = "" } = bundle;
  if (html !== undefined) return String(html);
  if (markdown !== undefined) return markdownHtml(String(markdown));
  return `<pre>${escape(String(text))}</pre>`;
}
