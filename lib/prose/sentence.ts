import { chosenLanguage } from "../words/language.ts";
import type { Language } from "../model/label.ts";
import { fillingOf, Plural, type PluralForms } from "./filling.ts";
import {
  escapeMessage,
  type Filling,
  holeNames,
  type SentencePart,
  writeMessage,
} from "./message.ts";
import { translationOf } from "./translations.ts";

/** How a sentence is laid out: as one line, or as lines of Markdown. */
export type Layout = "line" | "markdown";

/** What stands in a sentence for a value that is put in. */
export interface Hole {
  readonly name: string;
  /** The words that go with it, if it is a count. */
  readonly forms?: PluralForms;
}

/**
 * A template as a sentence in ICU MessageFormat, by which catalogues know it.
 *
 * @param strings The stretches between its holes.
 * @param holes The holes.
 * @param layout White space that only lays out the cell does not count.
 */
export function sentenceOf(
  strings: readonly string[],
  holes: readonly Hole[],
  layout: Layout,
): string {
  const stretches = layOut(strings.map(escapeMessage), layout);
  return stretches.map((text, index) => {
    const hole = holes[index];
    return hole ? `${text}${holeOf(hole)}` : text;
  }).join("");
}

/** The sentence of a template in the notebook's language, with its values put in. */
export function fillSentence(
  strings: readonly string[],
  values: readonly unknown[],
  layout: Layout,
): SentencePart[] {
  const language = chosenLanguage();
  const holes = values.map((value, index) => ({
    name: `_${index + 1}`,
    ...value instanceof Plural && { forms: value.forms },
  }));
  const sentence = sentenceOf(strings, holes, layout);
  const translation = translationOf(sentence, language);
  const known = translation?.sentence ?? sentence;
  const names = holeNames(known).values();
  const fillings = new Map<string, Filling>();
  for (const [index, value] of values.entries()) {
    const name = names.next().value ?? "";
    const where = `hole ${index + 1} of ${JSON.stringify(strings.join("…").trim())}`;
    fillings.set(name, { ...fillings.get(name), ...fillingOf(value, language, where) });
  }
  return translation
    ? writeMessage(translation.text, language, fillings)
    : writeMessage(sentence, languageOf(values), fillings);
}

/** Sentences without a translation keep the plurals that their forms are of. */
function languageOf(values: readonly unknown[]): Language {
  const isRussian = values.some((value) => value instanceof Plural && "few" in value.forms);
  return isRussian ? "ru" : "en";
}

const categories = ["zero", "one", "two", "few", "many", "other"] as const;

function holeOf({ name, forms }: Hole): string {
  if (!forms) return `{${name}}`;
  const said = categories.flatMap((category) => {
    const form = forms[category];
    return form === undefined ? [] : [` ${category} {${escapeMessage(form)}}`];
  });
  return `{${name}, plural,${said.join("")}}`;
}

/** The sign of Unicode for what is put into a text. */
const border = "\uFFFC";

function layOut(strings: readonly string[], layout: Layout): string[] {
  const text = strings.join(border);
  if (layout === "line") {
    return text.replaceAll(/[ \t\r\n]+/g, " ").replace(/^ | $/g, "").split(border);
  }
  const [first, ...lines] = text.split("\n");
  const depths = lines.filter((line) => line.trim() !== "").map((line) => line.search(/[^ \t]/));
  const depth = Math.min(...depths, Infinity);
  const flush = [first, ...lines.map((line) => line.slice(depth))].join("\n")
    .replace(/^[ \t\n]+|[ \t\n]+$/g, "");
  return blocksOf(flush).map(({ text, isProse }) => isProse ? unwrap(text) : text).join("")
    .split(border);
}

/**
 * The blocks of a Markdown text, of which each is translated on its own: what blank lines part, or a fence of code.
 *
 * @param source The text.
 * @returns Its blocks, each with its first line, from 1 on; joined, they are the text again.
 */
export function blocksOf(source: string) {
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
