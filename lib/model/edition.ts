import { z } from "zod";
import { Digest, toLabel } from "./columns.ts";
import { isSeen, unseenMessage } from "../errors/unseen.ts";

const filled = z.string().regex(/\S/, "expected a text").refine(isSeen, unseenMessage);
const link = z.url({ protocol: /^https?$/, error: "expected a URL that begins with https://" });
const language = z.string().regex(/^[a-z]{2,3}$/, 'expected the code of a language such as "en"');
/** A text in one language or more, such as `{"en": "Report"}`. */
export const label = z.record(language, filled).refine(
  (texts) => Object.keys(texts).length > 0,
  'expected a text in one language at least, such as {"en": "Report"}',
).transform(toLabel);
const character = z.string().regex(
  /^[^\p{L}\p{N}%]$/u,
  "expected one character, no letter or digit",
);

/** What a word or sign beside a number, or in place of one, can mean. */
export const printedMeanings = [
  "nil",
  "not-told",
  "about",
  "more-than",
  "less-than",
  "thousand",
  "million",
  "billion",
  "unread",
] as const;

/** What a word or sign beside a number means. */
export type PrintedWord = typeof printedMeanings[number];

/** How a report writes numbers: every character that it uses in each role. */
export const NumberFormat = z.strictObject({
  decimal: z.array(character).min(1, "expected at least one character"),
  group: z.array(character),
  minus: z.array(character).min(1, "expected at least one character"),
  plus: z.array(character),
  words: z.record(
    z.string().regex(/^\P{Lu}+$/u, "expected a word in small letters"),
    z.enum(printedMeanings),
  )
    .optional().describe(
      "Words and signs beside numbers, or in their place, that Russian and English do not have",
    ),
}).superRefine((format, context) => {
  const { words: _, ...characters } = format;
  const roles = Object.entries(characters).flatMap(([role, characters]) =>
    characters.map((character, index) => ({ role, character, index }))
  );
  for (const [place, { role, character, index }] of roles.entries()) {
    const earlier = roles.slice(0, place).find((other) => other.character === character);
    if (!earlier) continue;
    const message = `expected a character of one role, found that of ${earlier.role} again`;
    context.addIssue({ code: "custom", path: [role, index], message, input: character });
  }
});
/** How a report writes numbers: every character that it uses in each role. */
export type NumberFormat = z.infer<typeof NumberFormat>;

/**
 * One report: one producer, one period, one area (`edition.json`).
 *
 * Other tools may keep keys of their own in it, which are not read.
 */
export const Edition = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected an id such as "region-2016"'),
  title: label,
  producer: label,
  area: label,
  period: z.string().regex(/^[1-9]\d{3}$/, 'expected a year such as "2016"'),
  language: language.describe("Language of the publication"),
  numberFormat: NumberFormat,
  source: z.strictObject({
    file: filled.regex(/^[^/\\]+$/, "expected a name without a folder").describe(
      "Name of the source text, which is kept outside the project",
    ),
    sha256: Digest,
    lines: z.int().min(1, "expected a whole number from 1 on").describe(
      "How many lines the source text has",
    ),
  }).optional().describe("The text that lines are counted in, where the edition has one"),
  license: z.strictObject({ name: filled, title: filled, path: link.optional() }).optional()
    .describe("Under which licence these data are published"),
  author: label.optional().describe("Who wrote the publication"),
  address: link.optional().describe("Where the publication can be read"),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'expected a version such as "1.0.0"').default(
    "1.0.0",
  )
    .describe("Version of these data"),
  created: z.iso.datetime({ offset: true }).optional().describe("When these data were first made"),
  homepage: link.optional().describe("Where these data are published"),
  keywords: z.array(filled).min(1).optional().describe("What they are found by, in any language"),
  contributors: z.array(z.strictObject({
    title: filled,
    roles: z.array(filled).min(1),
  })).min(1).optional().describe("Who made these data, and in which roles"),
});
/** One report, with the languages that it has texts in: those of its title. */
export type Edition = z.infer<typeof Edition> & { readonly languages: readonly string[] };
