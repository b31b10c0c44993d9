import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import type { Language } from "../model/label.ts";
import { UsageError } from "../errors/usage_error.ts";

/** What is put into a hole of a sentence. */
export interface Filling {
  /** As it is written in the sentence's language, without markup. */
  readonly text: string;
  /** The same in Markdown, where it has markup of its own. */
  readonly markdown?: string;
  /** The number by which a plural is chosen; `undefined` if it is none. */
  readonly number?: number;
}

/** A stretch of a written sentence: words of the sentence itself, or what was put into it. */
export type SentencePart = string | Filling;

const parsed = new Map<string, readonly MessageFormatElement[]>();

/** A text as it stands in a message of ICU MessageFormat, where braces have a meaning. */
export function escapeMessage(text: string): string {
  return text.replaceAll(
    /['{}]*[{}]['{}]*|'(?=['#<>]|$)/g,
    (signs) => /[{}]/.test(signs) ? `'${signs.replaceAll("'", "''")}'` : "''",
  );
}

/**
 * Reads a sentence in ICU MessageFormat.
 *
 * @param message Such as `{n, plural, one {# row} other {# rows}}`.
 * @throws {UsageError} If it is none.
 */
export function readMessage(message: string): readonly MessageFormatElement[] {
  const known = parsed.get(message);
  if (known) return known;
  try {
    const elements = parse(message, { ignoreTag: true });
    parsed.set(message, elements);
    return elements;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const found = `${error.message} in ${JSON.stringify(message)}`;
    throw new UsageError(`Cannot read a sentence: expected ICU MessageFormat, found ${found}`);
  }
}

/**
 * What tells sentences apart when the names of their holes are not known: the sentence without those names.
 *
 * @param message The sentence in ICU MessageFormat.
 */
export function sentenceKey(message: string): string {
  return JSON.stringify(
    readMessage(message),
    (_, value) => isHole(value) ? { ...value, value: "" } : value,
  );
}

/** The names of the holes of a sentence, in order, each as often as it occurs. */
export function holeNames(message: string): string[] {
  return holesIn(readMessage(message)).map(({ value }) => value);
}

/**
 * Says why a translation cannot stand for a sentence.
 *
 * @param message The sentence in ICU MessageFormat.
 * @param translation The same in another language.
 * @param language That language, whose plurals the translation must tell apart.
 * @returns Such as `expected the hole {n}, found none`, or that it is no message; empty if it can.
 */
export function translationProblems(
  message: string,
  translation: string,
  language: Language,
): string[] {
  try {
    const holes = holesIn(readMessage(translation));
    const wanted = new Set(holeNames(message)), found = new Set(holes.map(({ value }) => value));
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    return [
      ...wanted.difference(found).keys().map((name) => `expected the hole {${name}}, found none`),
      ...found.difference(wanted).keys().map((name) =>
        `expected the holes of its sentence (${[...wanted].join(", ") || "none"}), found {${name}}`
      ),
      ...holes.filter((hole) => hole.type === TYPE.plural).flatMap(({ value, options }) => {
        const missing = pluralCategories.filter((category) => !(category in options));
        if (missing.length === 0) return [];
        const lacks = `found no ${missing.join(", ")}`;
        return [`expected every plural of {${value}}: ${pluralCategories.join(", ")}, ${lacks}`];
      }),
    ];
  } catch (error) {
    if (error instanceof UsageError) return [error.message];
    throw error;
  }
}

/**
 * Writes a sentence.
 *
 * @param message The sentence in ICU MessageFormat.
 * @param locale The language of its plurals.
 * @param fillings What is put into its holes, by name.
 * @throws {UsageError} If a hole has nothing, or a plural no number.
 */
export function writeMessage(
  message: string,
  locale: Language,
  fillings: ReadonlyMap<string, Filling>,
): SentencePart[] {
  const fail = (wanted: string, name: string): never => {
    const where = `{${name}} of ${JSON.stringify(message)}`;
    throw new UsageError(`Cannot write a sentence: expected ${wanted} for ${where}, found none`);
  };
  const elements = readMessage(message);
  for (const { value } of holesIn(elements)) if (!fillings.has(value)) fail("a value", value);
  const write = (elements: readonly MessageFormatElement[], count?: Filling): SentencePart[] =>
    elements.flatMap((element): SentencePart[] => {
      if (element.type === TYPE.literal) return [element.value];
      if (element.type === TYPE.pound) return count ? [count] : [];
      const filling = fillings.get(element.value) ?? fail("a value", element.value);
      if (element.type === TYPE.select) {
        const { options } = element;
        return write((options[filling.text] ?? options.other).value, count);
      }
      if (element.type !== TYPE.plural) return [filling];
      const { options, offset, pluralType: type } = element;
      const number = filling.number ?? fail("a number", element.value);
      const rule = new Intl.PluralRules(locale, { type }).select(number - offset);
      return write((options[`=${number}`] ?? options[rule] ?? options.other).value, filling);
    });
  return write(elements);
}

const holeTypes = [TYPE.argument, TYPE.plural, TYPE.select] as const;

type HoleNode = Extract<MessageFormatElement, { type: typeof holeTypes[number] }>;

function isHole(element: unknown): element is HoleNode {
  return holeTypes.includes(Object(element).type) && "value" in Object(element);
}

function holesIn(elements: readonly MessageFormatElement[]): HoleNode[] {
  return elements.filter(isHole).flatMap((hole) => [
    hole,
    ...hole.type === TYPE.argument
      ? []
      : Object.values(hole.options).flatMap(({ value }) => holesIn(value)),
  ]);
}
