import { z } from "zod";
import { isSeen, unseenMessage } from "../errors/unseen.ts";

/** A reference from a field of one table, or from each item of a field that holds a list, to the `id` of another. */
export interface ForeignKey {
  readonly field: string;
  readonly table: string;
}

/** What a table of an edition must look like: its row, its key and what its codes refer to. */
export interface TableSchema<Row extends z.ZodObject = z.ZodObject> {
  /** File name without `.csv`, and the name of the resource in `datapackage.json`. */
  readonly name: string;
  readonly title: string;
  readonly row: Row;
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  /** Whether an edition may do without its rows; its codes are then free. */
  readonly optional?: boolean;
}

/** A short stable name: lower-case Latin letters, digits, hyphens, dots between parts. */
export function code(description: string) {
  return z.string().regex(/^[a-z0-9]+([-.][a-z0-9]+)*$/, 'expected a code such as "table1.users"')
    .describe(description);
}

/** A {@linkcode code}, or nothing. */
export function optionalCode(description: string) {
  return z.string().regex(/^([a-z0-9]+([-.][a-z0-9]+)*)?$/, "expected a code or nothing")
    .describe(description);
}

const listOfCodes = "^([a-z0-9_]+([-.][a-z0-9]+)*( [a-z0-9_]+([-.][a-z0-9]+)*)*)?$";

/** Any number of codes, parted by one space. */
export function codes(description: string) {
  return z.string().regex(new RegExp(listOfCodes), "expected codes parted by one space")
    .transform((cell) => cell === "" ? [] : cell.split(" "))
    .pipe(z.array(z.string())).meta({ description, pattern: listOfCodes });
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
    .pipe(z.array(z.int())).meta({ description, pattern: listOfLines });
}

/** A text that is not empty and has no space at either end. */
export function text(description: string) {
  return z.string().regex(/^\S(.*\S)?$/su, "expected a text without spaces at its ends")
    .refine(isSeen, unseenMessage).describe(description);
}

/** A text that may be empty. */
export function optionalText(description: string) {
  return z.string().regex(/^(\S(.*\S)?)?$/su, "expected no spaces at the ends")
    .refine(isSeen, unseenMessage).describe(description);
}

/** One of a closed set of words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(
  words: Words,
  description: string,
) {
  return z.enum(words).describe(description);
}

/** A whole number from 1 on, such as a line of the source. */
export function positiveInteger(description: string) {
  return z.string().regex(/^[1-9]\d*$/, "expected a whole number from 1 on")
    .pipe(z.coerce.number<string>().int().min(1)).describe(description);
}

/** A whole number from 0 on, such as a count of characters. */
export function naturalNumber(description: string) {
  return z.string().regex(/^(0|[1-9]\d*)$/, "expected a whole number from 0 on")
    .pipe(z.coerce.number<string>().int().min(0)).describe(description);
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
    .pipe(z.coerce.number<string>()).describe(description);
}

/** A decimal number, or nothing where the quantity has no limit. */
export function optionalDecimal(description: string) {
  return z.string().regex(/^(-?\d+(\.\d+)?)?$/, "expected a decimal number or nothing")
    .refine(isExact, inexactMessage)
    .transform((cell) => cell === "" ? null : Number(cell))
    .pipe(z.number().nullable()).describe(description);
}

/** A sha256 digest in hexadecimal. */
export const Digest = z.string().regex(/^[0-9a-f]{64}$/, "expected a sha256 in hexadecimal");
