import * as z from "zod";
import { isSeen, unseenMessage } from "../errors/unseen.ts";
import type { Label } from "./label.ts";

/** What a table of an edition must look like. */
export interface TableSchema<Row extends z.ZodObject = z.ZodObject> {
  /** File name without `.csv`, and the name of the resource in `datapackage.json`. */
  readonly name: string;
  readonly title: string;
  readonly row: Row;
  readonly primaryKey: readonly string[];
}

/** A table; its key is its `id` unless told. */
export function table<Row extends z.ZodObject>(
  name: string,
  title: string,
  row: Row,
  primaryKey: readonly string[] = ["id"],
): TableSchema<Row> {
  return { name, title, row, primaryKey };
}

/** What a column is besides its cells: it is checked wherever it stands. */
export interface ColumnTraits {
  readonly description: string;
  /** The table to whose `id` its codes, also each of a list, refer; the claims after expansion, or the units. */
  readonly refersTo?: string;
  /** A unit that must be that of the row's indicator. */
  readonly isUnit?: true;
  /** Whether its codes are free where the table that they refer to is empty. */
  readonly mayBeFree?: true;
  /** One or more lines of the source text. */
  readonly isLine?: true;
  /** In which languages a text is given, each in a column of its own, and how these begin. */
  readonly texts?: { readonly given: GivenTexts; readonly column?: string };
  readonly pattern?: string;
}

/** Whether a text is given in each language that the table has, in all or none, or in any. */
export type GivenTexts = "each" | "alike" | "any";

/** What a column of a schema declares. */
export function traitsOf(column: z.core.$ZodType): ColumnTraits {
  return { description: "", ...z.globalRegistry.get(column) };
}

/** A short stable name: lower-case Latin letters, digits, hyphens, dots between parts; of a row of another table. */
export function code(description: string, refersTo?: string) {
  return z.string().regex(/^[a-z0-9]+([-.][a-z0-9]+)*$/, 'expected a code such as "table1.users"')
    .meta({ description, refersTo });
}

/** A {@linkcode code}, or nothing. */
export function optionalCode(description: string, refersTo?: string) {
  return z.string().regex(/^([a-z0-9]+([-.][a-z0-9]+)*)?$/, "expected a code or nothing")
    .meta({ description, refersTo });
}

const listOfCodes = "^([a-z0-9_]+([-.][a-z0-9]+)*( [a-z0-9_]+([-.][a-z0-9]+)*)*)?$";

/** Any number of codes, parted by one space. */
export function codes(description: string, refersTo?: string) {
  return z.string().regex(new RegExp(listOfCodes), "expected codes parted by one space")
    .transform((cell) => cell === "" ? [] : cell.split(" "))
    .pipe(z.array(z.string())).meta({ description, refersTo, pattern: listOfCodes });
}

/** A unit: that of the row's indicator, if it has one, else that of any. */
export function unit(description: string) {
  return code(description).meta({ description, isUnit: true });
}

/** A topic's code; an edition may do without a table of them. */
export function topic(description: string) {
  return z.string().regex(/^[a-z0-9]+([-._][a-z0-9]+)*$/, 'expected a code such as "collections"')
    .meta({ description, refersTo: "topics", mayBeFree: true });
}

/** A line of the source. */
export function line(description: string) {
  return positiveInteger(description).meta({ description, isLine: true });
}

/** A line of the source, or nothing. */
export function optionalLine(description: string) {
  return z.string().regex(/^([1-9]\d*)?$/, "expected a line number or nothing")
    .transform((cell) => cell === "" ? null : Number(cell)).pipe(z.int().min(1).nullable())
    .meta({ description, isLine: true });
}

const listOfLines = "^[1-9]\\d*( [1-9]\\d*)*$";

/** One or more lines of the source, ascending, parted by one space. */
export function lines(description: string) {
  return z.string()
    .regex(new RegExp(listOfLines), "expected line numbers from 1 on, parted by one space")
    .transform((cell) => cell.split(" ").map(Number))
    .refine(
      (lines) => lines.every((line, index) => index === 0 || lines[index - 1] < line),
      "expected each line once, ascending",
    )
    .pipe(z.array(z.int())).meta({ description, isLine: true, pattern: listOfLines });
}

/** A text that is not empty and has no space at either end. */
export function text(description: string) {
  return z.string().regex(/^\S(.*\S)?$/su, "expected a text without spaces at its ends")
    .refine(isSeen, unseenMessage).meta({ description });
}

/** A text that may be empty. */
export function optionalText(description: string) {
  return z.string().regex(/^(\S(.*\S)?)?$/su, "expected no spaces at the ends")
    .refine(isSeen, unseenMessage).meta({ description });
}

/**
 * A text in the languages that the table has, in a column each: `label_ru` and `label_en` for `label`. It is read as a label,
 * which has it in every language that the library speaks.
 *
 * @param description What it says.
 * @param given In which languages it must stand.
 * @param column How its columns begin, where that is not the name of the field.
 */
export function texts(description: string, given: GivenTexts = "each", column?: string) {
  return z.record(z.string(), optionalText("")).superRefine((cells, context) => {
    const lacking = Object.keys(cells).filter((language) => cells[language] === "");
    const mayLack = given === "any" ||
      (given === "alike" && lacking.length === Object.keys(cells).length);
    const message = given === "each"
      ? "expected a text without spaces at its ends"
      : "expected a text in every language or in none";
    for (const language of mayLack ? [] : lacking) {
      context.addIssue({ code: "custom", path: [language], message });
    }
  }).transform(toLabel).meta({ description, texts: { given, column } });
}

/** A text in every language that the library speaks: in one that lacks, as another has it. */
export function toLabel(given: Readonly<Record<string, string>>): Label {
  const any = given.en || given.ru || Object.values(given).find((text) => text !== "") || "";
  return { ...given, ru: given.ru || any, en: given.en || any };
}

/** One of a closed set of words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(
  words: Words,
  description: string,
) {
  return z.enum(words).meta({ description });
}

/** A whole number from 1 on. */
export function positiveInteger(description: string) {
  return z.string().regex(/^[1-9]\d*$/, "expected a whole number from 1 on")
    .pipe(z.coerce.number<string>().int().min(1)).meta({ description });
}

/** A whole number from 0 on, such as a count of characters. */
export function naturalNumber(description: string) {
  return z.string().regex(/^(0|[1-9]\d*)$/, "expected a whole number from 0 on")
    .pipe(z.coerce.number<string>().int().min(0)).meta({ description });
}

const inexactMessage = "expected a number of at most 15 digits: of more, some would be lost";

/** Whether a number of JavaScript keeps every digit. */
function isExact(decimal: string): boolean {
  return decimal.replace(/^-?[0.]*/, "").replaceAll(".", "").length <= 15;
}

/** A decimal number with a dot, as in `-3.5`. */
export function decimal(description: string) {
  return z.string().regex(/^-?\d+(\.\d+)?$/, "expected a decimal number such as 37.7")
    .refine(isExact, inexactMessage)
    .pipe(z.coerce.number<string>()).meta({ description });
}

/** A decimal number, or nothing where the quantity has no limit. */
export function optionalDecimal(description: string) {
  return z.string().regex(/^(-?\d+(\.\d+)?)?$/, "expected a decimal number or nothing")
    .refine(isExact, inexactMessage)
    .transform((cell) => cell === "" ? null : Number(cell))
    .pipe(z.number().nullable()).meta({ description });
}

/** A sha256 digest in hexadecimal. */
export const Digest = z.string().regex(/^[0-9a-f]{64}$/, "expected a sha256 in hexadecimal");
