import { UsageError } from "../errors/usage_error.ts";
import { display, type Displayable, type MediaBundle } from "../model/displayable.ts";
import { Exact } from "../model/interval.ts";
import type { Language } from "../model/label.ts";
import { formatNumber } from "../numbers/format_number.ts";
import { escapeMarkdown } from "../tables/escape_markdown.ts";
import type { Filling } from "./message.ts";

/** A text that `md` wrote: it shows as Markdown, and may stand in another. */
export class Prose implements Displayable {
  /**
   * Takes a text that is Markdown already.
   *
   * @param markdown The text in Markdown.
   */
  constructor(readonly markdown: string) {}

  /** The text without markup. */
  get text(): string {
    return this.markdown
      .replaceAll(/<\/?[a-z][^>]*>/gi, "")
      .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replaceAll(/^#{1,6} +/gm, "")
      .replaceAll(/[*`]|(?<![\p{L}\d])_|_(?![\p{L}\d])/gu, "")
      .replaceAll(
        /&(?:#(\d+)|(amp|lt|gt|quot));/g,
        (_, code, name: keyof typeof named) =>
          name ? named[name] : String.fromCharCode(Number(code)),
      );
  }

  /** The same: the text without markup. */
  toString(): string {
    return this.text;
  }

  /** How it looks, by media type. */
  [display](): MediaBundle {
    return { "text/markdown": this.markdown, "text/plain": this.text };
  }
}

const named = { amp: "&", lt: "<", gt: ">", quot: '"' } as const;

/** What a sentence says for each plural of its language, in the words of CLDR: English has `one` and `other`. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

/** A count with the words that go with it, to be put into a sentence. */
export class Plural {
  /**
   * Takes a count and its words.
   *
   * @param count The count.
   * @param forms The words for each plural.
   */
  constructor(readonly count: number, readonly forms: PluralForms) {}

  /** Throws: only a sentence of `md` or `t` can choose among the words. */
  toString(): string {
    throw new UsageError(
      `Cannot write ${this.count} "${this.forms.other}": expected plural(…) in md\`…\` or t\`…\`, found it elsewhere`,
    );
  }
}

/**
 * The words that go with a count, in a sentence of `md` or `t`.
 *
 * Write the forms out where they are used, so that they can be translated: a catalogue has them as a plural of ICU
 * MessageFormat.
 *
 * @param count The count.
 * @param forms The words for each plural of the language that the cell is written in; `#` stands for the count.
 * @returns What `md` and `t` write by the rules of CLDR.
 *
 * @example
 * ```ts
 * import { plural, t } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const said = (agree: number) => t`${plural(agree, { one: "# relation holds", other: "# relations hold" })}.`;
 * assertEquals([said(0), said(1), said(1234)], ["0 relations hold.", "1 relation holds.", "1,234 relations hold."]);
 * ```
 */
export function plural(count: number, forms: PluralForms): Plural {
  if (typeof count === "number" && typeof forms?.other === "string") {
    return new Plural(count, forms);
  }
  const found = typeof count === "number" ? JSON.stringify(forms) : JSON.stringify(count);
  throw new UsageError(
    `Cannot choose a plural: expected a number and forms such as { one: "# row", other: "# rows" }, found ${found}`,
  );
}

const locales = { ru: "ru-RU", en: "en-GB" } as const;

/**
 * Writes a value for a sentence: numbers in the manner of the language, an array as a list of what is in it, and one of
 * `md` paragraphs, list items or headings as these.
 *
 * @param value The value.
 * @param language Language of the sentence.
 * @param where Where it stands, for the error.
 * @throws {UsageError} If it is nothing that a sentence can say.
 */
export function fillingOf(value: unknown, language: Language, where: string): Filling {
  if (value instanceof Prose) return { text: value.text, markdown: value.markdown };
  if (typeof value === "string") return { text: value };
  if (value instanceof Plural) return fillingOf(value.count, language, where);
  if (typeof value === "bigint" || value instanceof Exact || Number.isFinite(value)) {
    const number = Number(value);
    const exact = typeof value === "bigint" ? number : value as number | Exact;
    return { text: formatNumber(exact, { language }), number };
  }
  if (Array.isArray(value)) {
    return listOf(value.map((one) => fillingOf(one, language, where)), language);
  }
  const found = typeof value === "object" && value !== null
    ? `an object with ${Object.keys(value).join(", ") || "no fields"}`
    : String(value);
  throw new UsageError(
    `Cannot write a sentence: expected a text, a number, md\`…\` or an array of these in ${where}, found ${found}`,
  );
}

function listOf(fillings: readonly Filling[], language: Language): Filling {
  if (fillings.length === 0) return { text: "–" };
  const isBlock = ({ markdown = "" }: Filling) => /\n|^([-*+>]|\d+[.)]|#{1,6}) /.test(markdown);
  const inWords = new Intl.ListFormat(locales[language]);
  const join = fillings.some(isBlock)
    ? (texts: string[]) => texts.join("\n")
    : (texts: string[]) => inWords.format(texts);
  const hasMarkup = fillings.some(({ markdown }) => markdown !== undefined);
  return {
    text: join(fillings.map(({ text }) => text)),
    ...hasMarkup && { markdown: join(fillings.map(inMarkdown)) },
  };
}

function inMarkdown({ text, markdown }: Filling): string {
  return markdown ?? escapeMarkdown(text);
}
