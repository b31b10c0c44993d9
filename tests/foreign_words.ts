import { parseHTML } from "linkedom/worker";
import type { CellOutput } from "../lib/notebook/notebook_document.ts";

/** Names of things that are called so in Russian too. */
const names = ["CSV", "Deno", "Jupyter", "JSON", "Plot", "PNG", "SVG"];

/**
 * The words in Latin letters of a Russian text that are neither code nor names.
 *
 * Code is what has a dot, a slash, an underscore or a digit within, or is quoted; one letter is no word.
 *
 * @param text The text.
 * @param known Names besides those that everybody knows.
 */
export function foreignWords(text: string, known: ReadonlySet<string>): string[] {
  const code = /"[^"\n]*"|`[^`\n]*`|https?:\S+|[\p{L}\d-]*(?:[._/\\=][\p{L}\d-]+)+|\{\w+\}/gu;
  const words = text.replaceAll(code, " ").match(/[\p{L}\d'’-]+/gu) ?? [];
  return [...new Set(words)].filter((word) =>
    /[A-Za-z]{2}/.test(word) && !/\d/.test(word) && !known.has(word) && !names.includes(word)
  );
}

/** Every word in Latin letters of some texts, which are names where these texts are Russian ones. */
export function latinWords(texts: Iterable<string>): Set<string> {
  return new Set(
    [...texts].flatMap((text) => text.match(/[\p{L}\d'’-]*[A-Za-z]{2}[\p{L}\d'’-]*/gu) ?? []),
  );
}

/**
 * What a reader of an output reads, in each form that a front end may show; what is code is left out.
 *
 * @param output An output of a cell.
 */
export function readTexts(output: CellOutput): string[] {
  if (output.output_type === "stream") return [output.text];
  if (output.output_type === "error") return [output.evalue];
  return Object.entries(output.data).flatMap(([type, value]) => {
    const text = typeof value === "string" ? value : "";
    if (type === "text/html" || type === "image/svg+xml") return [textOfMarkup(text)];
    if (type === "text/markdown") return [textOfMarkdown(text)];
    return type.startsWith("text/") ? [text] : [];
  });
}

/** A text in Markdown without code, addresses and tags. */
export function textOfMarkdown(text: string): string {
  return textOfMarkup(text.replaceAll(/```[^]*?```|`[^`]*`|\]\([^)]*\)/g, " "));
}

function textOfMarkup(markup: string): string {
  const { document } = parseHTML(`<html><body>${markup}</body></html>`);
  const hidden = "script, style, code, pre, kbd";
  for (const element of document.querySelectorAll(hidden)) element.remove();
  const spoken = ["title", "aria-label", "alt", "placeholder"];
  const said = [...document.querySelectorAll("*")].flatMap((element) =>
    element.closest("g[aria-label]") === element
      ? []
      : spoken.map((name) => element.getAttribute(name) ?? "")
  );
  for (
    const element of document.querySelectorAll("td, th, p, title, text, tspan, option, button, div")
  ) {
    element.append(" ");
  }
  return [document.body.textContent, ...said].join(" ");
}
