import * as z from "zod";
import { claimBases } from "./claim.ts";
import { codeExpected, codePattern, toLabel } from "./columns.ts";
import { precisions } from "./indicator.ts";
import type { Label } from "./label.ts";
import { isPeriod } from "./observation.ts";
import { computations, relationKinds } from "./relation.ts";
import { isSeen, unseenMessage } from "../errors/problem.ts";

const filled = z.string().regex(/\S/, "expected a text").refine(isSeen, unseenMessage);
const link = z.url({ protocol: /^https?$/, error: "expected a URL that begins with https://" });
const language = z.string().regex(/^[a-z]{2,3}$/, 'expected the code of a language such as "en"');
const someText = 'expected a text in one language at least, such as {"en": "Report"}';
/** A text in one language or more, such as `{"en": "Report"}`. */
export const label = z.record(language, filled, {
  error: ({ code }) => code === "invalid_type" ? someText : undefined,
}).refine((texts) => Object.keys(texts).length > 0, someText).transform(toLabel);
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

const numberFormat = z.strictObject({
  decimal: z.array(character).min(1, "expected at least one character"),
  group: z.array(character),
  minus: z.array(character).min(1, "expected at least one character"),
  plus: z.array(character),
  currency: z.array(character).optional().describe("Before or after an amount of money"),
  parentheses: z.literal("minus").optional().describe(
    "What parentheses around a number are, where they are no mark of a note",
  ),
  words: z.record(
    z.string().regex(/^\P{Lu}+$/u, "expected a word in small letters"),
    z.enum(printedMeanings),
  )
    .optional().describe(
      "Words and signs beside numbers, or in their place, that Russian and English do not have",
    ),
}).superRefine((format, context) => {
  const { words: _, parentheses: __, ...characters } = format;
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
export interface NumberFormat {
  /** Before decimals; at least one. */
  readonly decimal: readonly string[];
  /** Between groups of digits. */
  readonly group: readonly string[];
  /** Before a number below zero; at least one. */
  readonly minus: readonly string[];
  /** Before a number above zero. */
  readonly plus: readonly string[];
  /** Before or after an amount of money. @default None. */
  readonly currency?: readonly string[];
  /** What parentheses around a number are, where they are no mark of a note. @default A mark. */
  readonly parentheses?: "minus";
  /** Words and signs beside numbers, or in their place, that Russian and English do not have. */
  readonly words?: Readonly<Record<string, PrintedWord>>;
}

/**
 * One report: one producer, one period, one area (`edition.json`).
 *
 * Other tools may keep keys of their own in it, which are not read.
 */
export const editionFile = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected an id such as "region-2016"'),
  title: label,
  producer: label,
  area: label,
  period: z.string().regex(/^[1-9]\d{3}$/, 'expected a year such as "2016"'),
  language: language.describe("Language of the publication"),
  numberFormat,
  source: z.strictObject({
    file: filled.regex(/^[^/\\]+$/, "expected a name without a folder").describe(
      "Name of the source text, which is kept outside the project",
    ),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, "expected a sha256 in hexadecimal"),
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

/** One report: one producer, one period, one area, in the languages of its title. */
export interface Edition {
  /** Its code, such as `region-2016`. */
  readonly id: string;
  /** What the publication is called. */
  readonly title: Label;
  /** Who published it. */
  readonly producer: Label;
  /** The area that it speaks of. */
  readonly area: Label;
  /** The year that it speaks of. */
  readonly period: string;
  /** Code of the language of the publication. */
  readonly language: string;
  /** The languages that it has texts in: those of its title. */
  readonly languages: readonly string[];
  /** How it writes numbers. */
  readonly numberFormat: NumberFormat;
  /** The text that lines are counted in, where the edition has one: its name, digest and length in lines. */
  readonly source?: { readonly file: string; readonly sha256: string; readonly lines: number };
  /** Under which licence these data are published. */
  readonly license?: { readonly name: string; readonly title: string; readonly path?: string };
  /** Who wrote the publication. */
  readonly author?: Label;
  /** Where the publication can be read. */
  readonly address?: string;
  /** Version of these data. */
  readonly version: string;
  /** When these data were first made. */
  readonly created?: string;
  /** Where these data are published. */
  readonly homepage?: string;
  /** What they are found by, in any language. */
  readonly keywords?: readonly string[];
  /** Who made these data, and in which roles. */
  readonly contributors?: readonly { readonly title: string; readonly roles: readonly string[] }[];
}

const code = z.string().regex(codePattern, codeExpected);
const name = z.string().min(1, "expected the name of a column or row");
const names = z.array(name);

/** A name in a pattern of headers. */
export const nameInBraces: RegExp = /\{([A-Za-z]\w*)\}/;

const header = name.refine((pattern) => {
  const found = pattern.split(nameInBraces).filter((_, at) => at % 2 === 1);
  return new Set(found).size === found.length && !pattern.includes("}{");
}, "expected each name in braces once, and a sign between two, as in {measure}_{period}");

/** What a number is besides its value; `{period}` and other names stand for what they match in a header. */
const dimensions = {
  indicator: z.string().optional(),
  population: z.string().optional(),
  scope: z.string().optional(),
  territory: z.string().optional(),
  period: z.string().refine(
    (period) => period.includes("{") || isPeriod(period),
    'expected a period such as "2016", "2016-Q1", "2016/17" or "2015/2016"',
  ).optional(),
};

/** What is told by codes, of which an edition may have a file. */
export const codedDimensions = ["indicator", "population", "scope", "territory"] as const;

/** How a printed table is to be read: the file `NAME.json` beside its `NAME.csv`. */
export const PrintedTable = z.strictObject({
  title: label.optional().describe("What the table is called"),
  row: name.describe("The column that names the rows"),
  rowIs: z.enum([...codedDimensions, "period"]).default("scope").describe("What a row is"),
  kind: code.default("row").describe("Which kind of scope or territory the rows are"),
  line: name.optional().describe("The column with the line of a row's first number in the text"),
  linePerCell: z.boolean().default(false).describe("Whether each number stands on its own line"),
  leftOut: names.default([]).describe("Columns that measure nothing"),
  topic: code.optional().describe("What of the report it speaks of; by default the table"),
  ...dimensions,
  columns: z.record(header, z.strictObject({ ...dimensions, id: code.optional() }))
    .describe("What each column measures, by its header, or a pattern such as {measure}_{period}"),
  indicators: z.record(
    code.describe("Code of the indicator"),
    z.strictObject({
      unit: code.default("units"),
      precision: z.enum(precisions).default("count"),
      label: label.optional(),
      unitLabel: label.optional(),
      definition: label.optional(),
    }),
  ).default({}).describe("The quantities, where indicators.csv does not have them"),
  labels: z.record(code, label).default({})
    .describe("What rows and codes are called, where that is not what the table prints"),
  relations: z.array(z.strictObject({
    each: z.enum(["row", "column"]).describe(
      "It holds between columns in each row, or the reverse",
    ),
    kind: z.enum(relationKinds),
    result: name,
    operands: z.union([names.min(1, "expected one name at least"), z.literal("all others")], {
      error: 'expected names of columns or rows, or "all others"',
    }),
    but: names.default([]).describe("Those of all others that are no operands"),
    divisors: names.default([]),
    rule: z.string().default(""),
    except: names.default([]).describe("Rows or columns in which it does not hold by design"),
    computed: z.enum(computations).optional().describe(
      "Of what numbers: as printed, or before they were rounded; by default as their precision says",
    ),
    blank: z.enum(["nil", "not-told"]).default("not-told").describe("What a blank operand is"),
    id: z.string().regex(/^[a-z0-9-]*$/, "expected the end of a code, or nothing").optional()
      .describe("How the codes of its claims end; by default as its kind is called"),
    basis: z.enum(claimBases).default("implied"),
    line: z.int().min(1, "expected a whole number from 1 on").optional(),
    statement: label.optional(),
  })).default([]).describe("Relations, each once for all rows or columns"),
});

/** How a printed table is to be read. */
export type PrintedTable = z.infer<typeof PrintedTable>;

/** One relation of a printed table, for all its rows or columns. */
export type TableRule = PrintedTable["relations"][number];
