import { escape } from "@std/html";
import { Marked } from "marked";
import type { MediaBundle } from "../model/displayable.ts";
import { groupedNumber } from "../tables/markup.ts";

/** What may stand in a page: the elements that this library writes, each with the attributes that it gives it. */
const allowed =
  "a href title download;details open;div tabindex;img src alt width height;ol start;" +
  "td align colspan rowspan;th scope align colspan rowspan;" +
  "b;blockquote;br;caption;code;em;h1;h2;h3;h4;h5;hr;i;li;p;pre;small;span;strong;sub;summary;sup;" +
  "table;tbody;thead;tr;ul;wbr";
const attributesOf = new Map(
  allowed.split(";").map((text) => text.split(" ")).map(([name, ...own]) => [name, new Set(own)]),
);
const everywhere = new Set(
  ["class", "id", "lang", "data-name", "data-v", "data-s", "data-report-explorer"],
);

/** Elements whose content is no text of the page. */
const withContent = "script|style|iframe|object|template|noscript|textarea|select|svg|math|title";

/** Attributes by name. */
export type HtmlAttributes = Record<string, string>;

/** How a page takes what else it needs of a value's HTML. */
export interface Cleaning {
  /** What stands for the style of an element: the page's policy lets no attribute set one. */
  readonly style: (style: string) => HtmlAttributes;
  /** What stands for the attributes of a picture. */
  readonly picture: (image: HtmlAttributes) => HtmlAttributes;
  /** What a table that scrolls is called for who cannot see it. */
  readonly tableLabel: string;
}

const token = new RegExp(
  [
    '<script type="application/json">([^<]*)</script>',
    `<(${withContent})\\b[^]*?(?:</\\2\\s*>|$)`,
    "<!--[^]*?(?:-->|$)",
    `<(/?)([a-z][a-z0-9]*)((?:[^>"']|"[^"]*"|'[^']*')*)>`,
    "<",
    groupedNumber.source,
  ].join("|"),
  "gi",
);

const attribute = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** A cell of text in a column of numbers, as before a dash, needs room for more than a number. */
const longCell = /<td(?=>[^<]{40,}<\/td><td[^>]*>–)/g;

/** A cell that is a code, such as `table1.users.2016`, may break after its points. */
const codeCell = /<td>[a-z][\w-]*\.[\w.-]+(?=<)/g;

const ofAlignment = /^(text-align:(left|right)|vertical-align:top|display:list-item|;)*$/;

/**
 * HTML of a value as it may stand in a page: every element and attribute that this library does not write is left out, and so are
 * scripts, styles, and addresses that are neither of the web nor of the page. What is left is written anew, so that nothing
 * hangs on how a browser reads what is malformed.
 *
 * @param html The HTML.
 * @param cleaning What becomes of styles and pictures.
 */
export function cleanHtml(html: string, cleaning: Cleaning): string {
  return html.replaceAll(token, (found, rows, _content, end, name, rest) => {
    if (rows !== undefined) return found;
    if (/^\d/.test(found)) return `<span class="n">${found}</span>`;
    const tag = name?.toLowerCase(), own = attributesOf.get(tag);
    if (own === undefined) return found === "<" ? "&lt;" : "";
    if (end === "/") return `</${tag}>`;
    const kept = Object.entries(attributesLeft(tag, String(rest), own, cleaning)).map((
      [key, value],
    ) => value === "" && key !== "alt" ? key : `${key}="${value}"`);
    return `<${[tag, ...kept].join(" ")}>`;
  }).replaceAll(longCell, '<td class="long"')
    .replaceAll(codeCell, (code) => code.replaceAll(".", ".<wbr>"));
}

/** The attributes that an element keeps, whose values are escaped as they came. */
function attributesLeft(
  tag: string,
  text: string,
  own: ReadonlySet<string>,
  cleaning: Cleaning,
): HtmlAttributes {
  let kept: HtmlAttributes = {}, style = "";
  for (const [, name, double, single, bare] of text.matchAll(attribute)) {
    const key = name.toLowerCase();
    const value = double ?? (single ?? bare ?? "").replaceAll('"', "&quot;");
    if (key === "style") style = value;
    const isKept = own.has(key) || everywhere.has(key);
    if (isKept && isSafe(key, value) && !(key === "align" && value === "left")) kept[key] = value;
  }
  const classes = (kept.class ?? "").split(" ").filter((one) => !one.endsWith("_ignore")).join(" ");
  if (classes === "") delete kept.class;
  else kept.class = classes;
  if (tag === "div" && style.includes("overflow")) {
    const label = { "aria-label": escape(cleaning.tableLabel) };
    kept = { ...kept, tabindex: "0", role: "group", ...label };
  }
  if (style !== "" && !ofAlignment.test(style)) kept = { ...kept, ...cleaning.style(style) };
  return tag === "img" ? cleaning.picture(kept) : kept;
}

/** Whether an address leads to the web or into the site, and to no code: a browser reads past white space and references. */
function isSafe(key: string, value: string): boolean {
  if (key === "src") return /^data:image\/(png|svg\+xml)[;,]/.test(value);
  if (key !== "href") return true;
  return /^https?:\/\//i.test(value) || /^(?!\s*[/\\]{2})[^:&\s\\]*$/.test(value);
}

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
