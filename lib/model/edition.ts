import * as z from "zod/mini";
import { claimBases } from "./claim_tables.ts";
import { codeExpected, codePattern } from "./cell_kinds.ts";
import { type Label, toLabel } from "./label.ts";
import { precisions } from "./number_tables.ts";
import { isPeriod } from "./period.ts";
import { computations, relationKinds } from "./relation.ts";
import { isSeen, unseenMessage } from "../errors/problem.ts";

// zod/mini makes these schemas in a fifth of the time, but has no messages of its own.
z.config(z.locales.en());

const matching = (pattern: RegExp, expected?: string) =>
  z.string().check(z.regex(pattern, expected));
const filled = matching(/\S/, "expected a text").check(z.refine(isSeen, unseenMessage));
const link = z.url({ protocol: /^https?$/, error: "expected a URL that begins with https://" });
const language = matching(/^[a-z]{2,3}$/, 'expected the code of a language such as "en"');
const someText = 'expected a text in one language at least, such as {"en": "Report"}';
const texts = z.record(language, filled, {
  error: ({ code }) => code === "invalid_type" ? someText : undefined,
}).check(z.refine((texts) => Object.keys(texts).length > 0, someText));
/** A text in one language or more, such as `{"en": "Report"}`. */
const label = z.pipe(texts, z.transform(toLabel));
const character = matching(/^[^\p{L}\p{N}%]$/u, "expected one character, no letter or digit");
const characters = z.array(character);
const someCharacters = characters.check(z.minLength(1, "expected at least one character"));

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
  decimal: someCharacters,
  group: characters,
  minus: someCharacters,
  plus: characters,
  /** Before or after an amount of money. */
  currency: z.optional(characters),
  /** What parentheses around a number are, where they are no mark of a note. */
  parentheses: z.optional(z.literal("minus")),
  words: z.optional(
    z.record(matching(/^\P{Lu}+$/u, "expected a word in small letters"), z.enum(printedMeanings)),
  ),
}).check(z.superRefine(({ words: _, parentheses: __, ...characters }, context) => {
  const roleOf = new Map<string, string>();
  for (const [role, ofRole] of Object.entries(characters)) {
    for (const [index, input] of ofRole.entries()) {
      const message = `expected a character of one role, found that of ${roleOf.get(input)} again`;
      if (!roleOf.has(input)) roleOf.set(input, role);
      else context.addIssue({ code: "custom", path: [role, index], message, input });
    }
  }
}));

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

const licence = z.strictObject({ name: filled, title: filled, path: z.optional(link) });
const someTexts = z.array(filled).check(z.minLength(1));
const contributors = z.array(z.strictObject({ title: filled, roles: someTexts }))
  .check(z.minLength(1));
const version = matching(/^\d+\.\d+\.\d+$/, 'expected a version such as "1.0.0"');
const lineNumber = z.int().check(z.minimum(1, "expected a whole number from 1 on"));

/**
 * One report: one producer, one period, one area (`edition.json`).
 *
 * Other tools may keep keys of their own in it, which are not read.
 */
export const editionFile = z.object({
  id: matching(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected an id such as "region-2016"'),
  title: label,
  producer: label,
  area: label,
  period: matching(/^[1-9]\d{3}$/, 'expected a year such as "2016"'),
  language,
  numberFormat,
  source: z.optional(z.strictObject({
    /** Name of the source text, which is kept outside the project. */
    file: filled.check(z.regex(/^[^/\\]+$/, "expected a name without a folder")),
    sha256: matching(/^[0-9a-f]{64}$/, "expected a sha256 in hexadecimal"),
    lines: lineNumber,
  })),
  license: z.optional(licence),
  author: z.optional(label),
  address: z.optional(link),
  version: z._default(version, "1.0.0"),
  created: z.optional(z.iso.datetime({ offset: true })),
  homepage: z.optional(link),
  keywords: z.optional(someTexts),
  contributors: z.optional(contributors),
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

const code = matching(codePattern, codeExpected);
const name = z.string().check(z.minLength(1, "expected the name of a column or row"));
const names = z.array(name), noNames = z._default(names, []);

/** A name in a pattern of headers. */
export const nameInBraces: RegExp = /\{([A-Za-z]\w*)\}/;

const header = name.check(z.refine((pattern) => {
  const found = pattern.split(nameInBraces).filter((_, at) => at % 2 === 1);
  return new Set(found).size === found.length && !pattern.includes("}{");
}, "expected each name in braces once, and a sign between two, as in {measure}_{period}"));

const period = z.string().check(z.refine(
  (period) => period.includes("{") || isPeriod(period),
  'expected a period such as "2016", "2016-Q1", "2016/17" or "2015/2016"',
));

/** What a number is besides its value; `{period}` and other names stand for what they match in a header. */
const dimensions = {
  indicator: z.optional(z.string()),
  population: z.optional(z.string()),
  scope: z.optional(z.string()),
  territory: z.optional(z.string()),
  period: z.optional(period),
};

/** What is told by codes, of which an edition may have a file. */
export const codedDimensions = ["indicator", "population", "scope", "territory"] as const;

/** A quantity of a printed table. */
const measure = z.strictObject({
  unit: z._default(code, "units"),
  precision: z._default(z.enum(precisions), "count"),
  label: z.optional(label),
  unitLabel: z.optional(label),
  definition: z.optional(label),
});

/** A relation of a printed table, for all its rows or columns. */
const tableRule = z.strictObject({
  /** It holds between columns in each row, or the reverse. */
  each: z.enum(["row", "column"]),
  kind: z.enum(relationKinds),
  result: name,
  operands: z.union([
    names.check(z.minLength(1, "expected one name at least")),
    z.literal("all others"),
  ], { error: 'expected names of columns or rows, or "all others"' }),
  /** Those of all others that are no operands. */
  but: noNames,
  divisors: noNames,
  rule: z._default(z.string(), ""),
  /** Rows or columns in which it does not hold by design. */
  except: noNames,
  /** Of what numbers: as printed, or before they were rounded; by default as their precision says. */
  computed: z.optional(z.enum(computations)),
  /** What a blank operand is. */
  blank: z._default(z.enum(["nil", "not-told"]), "not-told"),
  /** How the codes of its claims end; by default as its kind is called. */
  id: z.optional(matching(/^[a-z0-9-]*$/, "expected the end of a code, or nothing")),
  basis: z._default(z.enum(claimBases), "implied"),
  line: z.optional(lineNumber),
  statement: z.optional(label),
});

/** How a printed table is to be read: the file `NAME.json` beside its `NAME.csv`. */
export const PrintedTable = z.strictObject({
  /** What the table is called. */
  title: z.optional(label),
  /** The column that names the rows. */
  row: name,
  /** What a row is. */
  rowIs: z._default(z.enum([...codedDimensions, "period"]), "scope"),
  /** Which kind of scope or territory the rows are. */
  kind: z._default(code, "row"),
  /** The column with the line of a row's first number in the text. */
  line: z.optional(name),
  /** Whether each number stands on its own line. */
  linePerCell: z._default(z.boolean(), false),
  /** Columns that measure nothing. */
  leftOut: noNames,
  /** What of the report it speaks of; by default the table. */
  topic: z.optional(code),
  ...dimensions,
  /** What each column measures, by its header, or a pattern such as `{measure}_{period}`. */
  columns: z.record(header, z.strictObject({ ...dimensions, id: z.optional(code) })),
  /** The quantities by their codes, where indicators.csv does not have them. */
  indicators: z._default(z.record(code, measure), {}),
  /** What rows and codes are called, where that is not what the table prints. */
  labels: z._default(z.record(code, label), {}),
  /** Relations, each once for all rows or columns. */
  relations: z._default(z.array(tableRule), []),
});

/** How a printed table is to be read. */
export type PrintedTable = z.infer<typeof PrintedTable>;

/** One relation of a printed table, for all its rows or columns. */
export type TableRule = z.infer<typeof tableRule>;
