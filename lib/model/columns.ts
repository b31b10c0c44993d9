import type { Label, Named } from "./label.ts";
import { isSeen, unseenMessage } from "../errors/problem.ts";

/** What a table of an edition must look like. */
export interface TableSchema<Row = Readonly<Record<string, unknown>>> {
  /** File name without `.csv`, and the name of the resource in `datapackage.json`. */
  readonly name: string;
  readonly title: string;
  readonly columns: { readonly [Field in keyof Row]: Column<Row[Field]> };
  readonly primaryKey: readonly string[];
  /** Complains of a row whose cells are sound one by one, but do not fit each other. */
  check?(row: Row, complain: Complain<Row>): void;
}

/** Says what is expected of a field. */
export type Complain<Row> = (field: keyof Row & string, expected: string) => void;

/** The row of a table. */
export type RowOf<Table> = Table extends Pick<TableSchema<infer Row>, "columns"> ? Row : never;

/** A table, which a report names; its key is its `id` unless columns say that they are. */
export function table<Row>(
  title: string,
  columns: TableSchema<Row>["columns"],
  { check }: Pick<TableSchema<Row>, "check"> = {},
): Omit<TableSchema<Row>, "name"> {
  const keys = Object.entries<Column>(columns).filter(([, { isKey }]) => isKey)
    .map(([field]) => field);
  return { title, columns, primaryKey: keys.length > 0 ? keys : ["id"], check };
}

/** A column that is the key of its table, or a part of it. */
export function key<Value>(column: Column<Value>): Column<Value> {
  return { ...column, isKey: true };
}

/**
 * A column: what its cells must be, what they are read as, and what else is checked of them wherever it stands. What Table
 * Schema says of a field follows from it.
 */
export interface Column<Value = unknown> {
  readonly description: string;
  readonly type: "string" | "integer" | "number";
  /** What a cell must match, and the same in words. */
  readonly pattern: RegExp;
  readonly expected: string;
  /** What else is expected of a cell that matches; `undefined` if it is so. */
  refuse?(cell: string): string | undefined;
  read(cell: string): Value;
  /** Whether a cell holds several values, parted by one space. */
  readonly isList?: true;
  /** The words that there are. */
  readonly words?: readonly string[];
  readonly minimum?: number;
  /** Whether it is the key of its table, or a part of it. */
  readonly isKey?: true;
  /** The table to whose `id` its codes, also each of a list, refer; the claims after expansion, or the units. */
  readonly refersTo?: string;
  /** A unit that must be that of the row's indicator. */
  readonly isUnit?: true;
  /** Whether its codes are free where the table that they refer to is empty. */
  readonly mayBeFree?: true;
  /** One or more lines of the source text. */
  readonly isLine?: true;
  /** Whether a text is given in each language that the table has, in all or none, or in any, each in a column of its own. */
  readonly texts?: { readonly given: "each" | "alike" | "any"; readonly column?: string };
}

/** What is expected of a cell that it is not; `undefined` if it is sound. */
export function refusal({ pattern, expected, refuse }: Column, cell: string): string | undefined {
  return pattern.test(cell) ? refuse?.(cell) : expected;
}

/** A column whose cells match a pattern; they are read as they are, unless more is told. */
export function matching<Value = string>(
  description: string,
  pattern: RegExp,
  expected: string,
  more: Partial<Column<Value>> = {},
): Column<Value> {
  const read = (cell: string) => cell as Value;
  return { description, type: "string", pattern, expected, read, ...more };
}

/** What a code looks like, and how that is said. */
export const [codePattern, codeExpected] = [
  /^[a-z0-9]+([-.][a-z0-9]+)*$/,
  'expected a code such as "table1.users"',
] as const;

/** A short stable name: lower-case Latin letters, digits, hyphens, dots between parts; of a row of another table. */
export function code(description: string, refersTo?: string): Column<string> {
  return matching(description, codePattern, codeExpected, { refersTo });
}

/** A {@linkcode code}, or nothing. */
export function optionalCode(description: string, refersTo?: string): Column<string> {
  const pattern = /^([a-z0-9]+([-.][a-z0-9]+)*)?$/;
  return matching(description, pattern, "expected a code or nothing", { refersTo });
}

/** Any number of codes, parted by one space. */
export function codes(description: string, refersTo?: string): Column<readonly string[]> {
  const pattern = /^([a-z0-9_]+([-.][a-z0-9]+)*( [a-z0-9_]+([-.][a-z0-9]+)*)*)?$/;
  const read = (cell: string) => cell === "" ? [] : cell.split(" ");
  const expected = "expected codes parted by one space";
  return matching(description, pattern, expected, {
    ...{ isList: true, refersTo, read },
    refuse: (cell) =>
      new Set(read(cell)).size === read(cell).length ? undefined : "expected each code once",
  });
}

/** A unit: that of the row's indicator, if it has one, else that of any. */
export function unit(description: string): Column<string> {
  return { ...code(description), isUnit: true };
}

/** A topic's code; an edition may do without a table of them. */
export function topic(description = "What of the report it speaks of"): Column<string> {
  const pattern = /^[a-z0-9]+([-._][a-z0-9]+)*$/;
  const free = { refersTo: "topics", mayBeFree: true } as const;
  return matching(description, pattern, 'expected a code such as "collections"', free);
}

/** A line of the source. */
export function line(description: string): Column<number> {
  return { ...positiveInteger(description), isLine: true };
}

/** A line of the source, or nothing. */
export function optionalLine(description: string): Column<number | null> {
  const expected = "expected a line number or nothing";
  return { ...line(description), pattern: /^([1-9]\d*)?$/, expected, read: numberOrNull };
}

/** One or more lines of the source, ascending, parted by one space. */
export function lines(description: string): Column<readonly number[]> {
  const expected = "expected line numbers from 1 on, parted by one space";
  const read = (cell: string) => cell.split(" ").map(Number);
  const isAscending = (line: number, at: number, all: number[]) => at === 0 || all[at - 1] < line;
  return matching(description, /^[1-9]\d*( [1-9]\d*)*$/, expected, {
    ...{ type: "integer", isList: true, isLine: true, read },
    refuse: (cell) =>
      read(cell).every(isAscending) ? undefined : "expected each line once, ascending",
  });
}

const seen = { refuse: (cell: string) => isSeen(cell) ? undefined : unseenMessage };

/** A text that is not empty and has no space at either end. */
export function text(description: string): Column<string> {
  const expected = "expected a text without spaces at its ends";
  return matching(description, /^\S(.*\S)?$/su, expected, seen);
}

/** A text that may be empty. */
export function optionalText(description: string): Column<string> {
  return matching(description, /^(\S(.*\S)?)?$/su, "expected no spaces at the ends", seen);
}

/**
 * A text in the languages that the table has, in a column each: `label_ru` and `label_en` for `label`. It is read as a label,
 * which has it in every language that the library speaks.
 *
 * @param description What it says.
 * @param given In which languages it must stand: in each, in all or none, or in any.
 * @param column How its columns begin, where that is not the name of the field.
 */
export function texts(
  description: string,
  given: "each" | "alike" | "any" = "each",
  column?: string,
): Column<Label> {
  const read = (cell: string) => toLabel({ en: cell });
  return { ...optionalText(description), read, texts: { given, column } };
}

/** The columns of what has a code and a name. */
export function named(what: string, name = "Name"): TableSchema<Named<Label>>["columns"] {
  return { id: code(`Code of the ${what}`), label: texts(name) };
}

/** A text in every language that the library speaks: in one that lacks, as another has it. */
export function toLabel(given: Readonly<Record<string, string>>): Label {
  const any = given.en || given.ru || Object.values(given).find((text) => text !== "") || "";
  return { ...given, ru: given.ru || any, en: given.en || any };
}

/** One of a closed set of words. */
export function oneOf<const Word extends string>(
  words: readonly Word[],
  description: string,
): Column<Word> {
  const expected = `expected one of ${words.map((word) => `"${word}"`).join("|")}`;
  return matching(description, new RegExp(`^(${words.join("|")})$`), expected, { words });
}

/** A whole number from 1 on. */
export function positiveInteger(description: string): Column<number> {
  const expected = "expected a whole number from 1 on";
  return { ...naturalNumber(description), pattern: /^[1-9]\d*$/, expected, minimum: 1 };
}

/** A whole number from 0 on, such as a count of characters. */
export function naturalNumber(description: string): Column<number> {
  const expected = "expected a whole number from 0 on";
  return {
    ...decimal(description),
    type: "integer",
    pattern: /^(0|[1-9]\d*)$/,
    expected,
    minimum: 0,
  };
}

/** A decimal number with a dot, as in `-3.5`. */
export function decimal(description: string): Column<number> {
  const expected = "expected a decimal number such as 37.7";
  return matching(description, /^-?\d+(\.\d+)?$/, expected, {
    ...{ type: "number", read: Number },
    refuse: digitsLost,
  });
}

/** What is expected of a decimal number that a computer would not keep; `undefined` if it is kept. */
export function digitsLost(decimal: string): string | undefined {
  const digits = decimal.replace(/^-?[0.]*/, "").replaceAll(".", "");
  return digits.length > 15
    ? "expected a number of at most 15 digits: of more, some would be lost"
    : undefined;
}

/** A decimal number, or nothing where the quantity has no limit. */
export function optionalDecimal(description: string): Column<number | null> {
  const expected = "expected a decimal number or nothing";
  return { ...decimal(description), pattern: /^(-?\d+(\.\d+)?)?$/, expected, read: numberOrNull };
}

function numberOrNull(cell: string): number | null {
  return cell === "" ? null : Number(cell);
}
