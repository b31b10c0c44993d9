/** A block of Markdown: what blank lines part, or a fence of code. */
export interface Block {
  readonly text: string;
  /** Where it begins, from 1 on. */
  readonly line: number;
  readonly isProse: boolean;
}

/**
 * The blocks of a Markdown text, of which each is translated on its own.
 *
 * @param source The text.
 * @returns Its blocks; joined, they are the text again.
 */
export function blocksOf(source: string): Block[] {
  const parts = source.split(
    /((?:^|(?<=\n))(?:```|~~~)[^]*?(?:\n(?:```|~~~)[ \t]*(?=\n|$)|$)|\n[ \t]*\n\s*)/,
  );
  let line = 1;
  return parts.map((text) => {
    const block = { text, line, isProse: /\p{L}/u.test(text) && !/^(```|~~~)/.test(text) };
    line += text.split("\n").length - 1;
    return block;
  });
}

/**
 * A block as one line, if its lines are only those of an editor: of a paragraph, not of a list, a table or HTML.
 *
 * @param text The block.
 */
export function unwrap(text: string): string {
  const lines = text.split("\n");
  // A line that is nothing but holes may be filled with blocks.
  const isOfBlock = (line: string) =>
    /^\s*(?:[-*+]\s|[>|<]|\d+[.)]\s|#{1,6}\s|[-=*_]+$|`{3}|~{3}|\uFFFC+$)/.test(line);
  const isBroken = (line: string) => /(?: {2}|\\)$/.test(line);
  if (lines.some(isOfBlock) || lines.slice(0, -1).some(isBroken)) return text;
  return lines.map((line) => line.trim()).join(" ");
}
