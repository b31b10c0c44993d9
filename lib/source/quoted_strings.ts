/** A string in quotes, with the characters of its line before its opening quote. */
export interface QuotedString {
  readonly offset: number;
  /** What stands between the quotes; to the end of the line where no quote closes them. */
  readonly text: string;
}

/** The quotes of each language of which they are known. */
export const quotesOf: Readonly<Record<string, readonly [open: string, close: string]>> = {
  ru: ["«", "»"],
  en: ["\u201c", "\u201d"],
};

/** No name is longer, in characters. */
const longest = 2_000;

/**
 * The quoted strings of a line, those inside others too.
 *
 * A quote closes the innermost one that is open, but sources leave quotes open: each string is given as it would be with every
 * number of closing quotes that follow, so that one of them is what was meant.
 *
 * @param line The line of the source.
 * @param language Language of the source, which tells its quotes.
 * @returns For each opening quote, the strings that it may open.
 */
export function quotedStrings(line: string, language: string): QuotedString[][] {
  const [open, close] = quotesOf[language] ?? [];
  if (open === undefined) return [];
  return [...line.matchAll(new RegExp(open, "g"))].map(({ index: offset }) => {
    const rest = line.slice(offset + 1, offset + 1 + longest);
    const closings = [...rest.matchAll(new RegExp(close, "g"))].slice(0, 3).map(({ index }) =>
      index
    );
    return [...closings, rest.length].map((end) => ({ offset, text: rest.slice(0, end) }));
  });
}
