import { Exact } from "../model/interval.ts";
import type { Language } from "../model/label.ts";
import { escapeMarkdown } from "../tables/escape_markdown.ts";
import { UsageError } from "../errors/usage_error.ts";
import { formatNumber } from "../numbers/format_number.ts";
import type { Filling } from "./message.ts";
import { Plural } from "./plural.ts";
import { Prose } from "./prose.ts";

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
  throw new UsageError(
    `Cannot write a sentence: expected a text, a number, md\`…\` or an array of these in ${where}, found ${
      nameOf(value)
    }`,
  );
}

function listOf(fillings: readonly Filling[], language: Language): Filling {
  if (fillings.length === 0) return { text: "–" };
  const isBlock = ({ markdown = "" }: Filling) => /\n|^([-*+>]|\d+[.)]|#{1,6}) /.test(markdown);
  if (fillings.some(isBlock)) {
    const lines = (write: (one: Filling) => string) => fillings.map(write).join("\n");
    return { text: lines(({ text }) => text), markdown: lines(inMarkdown) };
  }
  const parts = new Intl.ListFormat(locales[language]).formatToParts(
    fillings.map((_, index) => String(index)),
  );
  const join = (write: (one: Filling) => string) =>
    parts.map(({ type, value }) => type === "literal" ? value : write(fillings[Number(value)]))
      .join("");
  const hasMarkup = fillings.some(({ markdown }) => markdown !== undefined);
  return { text: join(({ text }) => text), ...hasMarkup && { markdown: join(inMarkdown) } };
}

function inMarkdown({ text, markdown }: Filling): string {
  return markdown ?? escapeMarkdown(text);
}

function nameOf(value: unknown): string {
  if (value === null || value === undefined || typeof value !== "object") return String(value);
  return `an object with ${Object.keys(value).join(", ") || "no fields"}`;
}
