const signs: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // In an element of their own they begin no mathematics, which clients look for in the finished page too.
  "$": "<span>&#36;</span>",
  "\\": "<span>&#92;</span>",
};

/** Class of HTML in which Jupyter's clients look for no mathematics. */
export const withoutMathematics = "tex2jax_ignore mathjax_ignore";

/**
 * A text as Markdown that says just that text, in a paragraph, in a table or within HTML.
 *
 * Signs become entities, not escapes: a client that looks for mathematics first, or HTML, takes a backslash for another.
 */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " ").replaceAll(
    /[&<>"\\`*_[\]|#~$]/g,
    (sign) => signs[sign] ?? `&#${sign.charCodeAt(0)};`,
  );
}
