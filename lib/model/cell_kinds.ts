import { isSeen, unseenMessage } from "../errors/problem.ts";
import type { Label } from "./label.ts";
import { isPeriod, periodPattern } from "./period.ts";

/** What a cell can be, besides one of some words; `?` ends the name of what may also be empty. */
export type CellKind = keyof CellValues;

/** What the cells of each kind are read as. */
export type CellValues<Text = Label> =
  & Readonly<
    Record<
      | ("code" | "code?" | "unit" | "topic" | "starred" | "reference" | "operands" | "conditions")
      | ("text" | "text?" | "age-band" | "oktmo" | "year" | "period"),
      string
    >
  >
  & Readonly<Record<"line" | "positive" | "natural" | "place" | "integer" | "decimal", number>>
  & Readonly<Record<"line?" | "decimal?", number | null>>
  & {
    readonly difference: string | null;
    readonly codes: readonly string[];
    readonly lines: readonly number[];
    readonly texts: Text;
  };

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
  /** The table to whose `id` its codes, also each of a list, refer; the claims after expansion, or the units. */
  readonly refersTo?: string;
  /** A unit that must be that of the row's indicator. */
  readonly isUnit?: true;
  /** Whether its codes are free where the table that they refer to is empty. */
  readonly mayBeFree?: true;
  /** One or more lines of the source text. */
  readonly isLine?: true;
  /** Whether a text is given in each language that the table has, in all or none, or in any, each in a column of its own. */
  readonly texts?: { readonly given: "each" | "alike" | "any"; readonly prefix: string };
}

/** What a cell must match, the same in words, and what else is told of it. */
export type Kind<Value> = readonly [
  pattern: RegExp,
  expected: string,
  more?: Partial<Column<Value>>,
];

/** What may also be empty. */
function orNothing<Value>(
  [{ source, flags }, , more]: Kind<string | number>,
  expected: string,
  read: (cell: string) => Value,
): Kind<Value> {
  return [new RegExp(`^(${source.slice(1, -1)})?$`, flags), expected, { ...more, read }];
}

const asWritten = (cell: string) => cell;
const numberOrNull = (cell: string) => cell === "" ? null : Number(cell);

/** What a code looks like, and how that is said. */
export const [codePattern, codeExpected] = [
  /^[a-z0-9]+([-.][a-z0-9]+)*$/,
  'expected a code such as "table1.users"',
] as const;
const code: Kind<string> = [codePattern, codeExpected];

/** What is expected of a decimal number that a computer would not keep; `undefined` if it is kept. */
export function digitsLost(decimal: string): string | undefined {
  const digits = decimal.replace(/^-?[0.]*/, "").replaceAll(".", "");
  return digits.length > 15
    ? "expected a number of at most 15 digits: of more, some would be lost"
    : undefined;
}

const number: Partial<Column<number>> = { type: "number", read: Number, refuse: digitsLost };
const whole: typeof number = { ...number, type: "integer" };
const decimal: Kind<number> = [/^-?\d+(\.\d+)?$/, "expected a decimal number such as 37.7", number];
const positive: Kind<number> = [
  /^[1-9]\d*$/,
  "expected a whole number from 1 on",
  { ...whole, minimum: 1 },
];
const line: Kind<number> = [positive[0], positive[1], { ...positive[2], isLine: true }];
const text: Kind<string> = [
  /^\S(.*\S)?$/su,
  "expected a text without spaces at its ends",
  { refuse: (cell) => isSeen(cell) ? undefined : unseenMessage },
];

const readCodes = (cell: string) => cell === "" ? [] : cell.split(" ");
const readLines = (cell: string) => cell.split(" ").map(Number);
const starred = "[a-z0-9*]+([-.][a-z0-9*]+)*";
const references = `[?]?${starred}( [?]?${starred})*`;

/** What a cell of each kind must be. */
export const kinds: { readonly [Name in Exclude<CellKind, "texts">]: Kind<CellValues[Name]> } = {
  code,
  "code?": orNothing(code, "expected a code or nothing", asWritten),
  codes: [
    /^([a-z0-9_]+([-.][a-z0-9]+)*( [a-z0-9_]+([-.][a-z0-9]+)*)*)?$/,
    "expected codes parted by one space",
    {
      isList: true,
      read: readCodes,
      refuse: (cell) =>
        new Set(readCodes(cell)).size < readCodes(cell).length
          ? "expected each code once"
          : undefined,
    },
  ],
  unit: [codePattern, codeExpected, { isUnit: true }],
  topic: [
    /^[a-z0-9]+([-._][a-z0-9]+)*$/,
    'expected a code such as "collections"',
    { mayBeFree: true },
  ],
  starred: [
    new RegExp(`^${starred}$`),
    "expected a code, with * only where the result has one",
  ],
  reference: [new RegExp(`^[?]?${starred}$`), "expected the code of an observation"],
  operands: [
    new RegExp(`^${references}( / ${references})?$`),
    "expected codes parted by one space, with at most one / between codes",
  ],
  conditions: [
    /^([a-z_]+=[^\s=]+( [a-z_]+=[^\s=]+)*)?$/,
    'expected conditions such as "section=online kind=blog|social-page"',
  ],
  text,
  "text?": orNothing(text, "expected no spaces at the ends", asWritten),
  "age-band": [/^(\d*-\d*)?$/, "expected an age band such as 15-29, -14 or nothing"],
  oktmo: [/^(\d{8})?$/, "expected eight digits or nothing"],
  year: [/^([1-9]\d{3})?$/, "expected a year or nothing"],
  period: [
    periodPattern,
    "expected 2016, 2016-Q1, 2016-01-01, 2016/17 or 2015/2016",
    {
      refuse: (cell) =>
        isPeriod(cell)
          ? undefined
          : "expected a year, a day that there was, or two periods one after the other",
    },
  ],
  line,
  "line?": orNothing(line, "expected a line number or nothing", numberOrNull),
  lines: [
    /^[1-9]\d*( [1-9]\d*)*$/,
    "expected line numbers from 1 on, parted by one space",
    {
      type: "integer",
      isList: true,
      isLine: true,
      read: readLines,
      refuse: (cell) =>
        readLines(cell).every((line, at, all) => at === 0 || all[at - 1] < line)
          ? undefined
          : "expected each line once, ascending",
    },
  ],
  positive,
  natural: [/^(0|[1-9]\d*)$/, "expected a whole number from 0 on", { ...whole, minimum: 0 }],
  place: [/^(0|[1-9]\d?)$/, "expected a whole number from 0 to 99", { ...whole, minimum: 0 }],
  integer: [/^-?\d+$/, "expected a whole number", whole],
  decimal,
  "decimal?": orNothing(decimal, "expected a decimal number or nothing", numberOrNull),
  difference: [
    /^(-?\d+(\.\d+|\/[1-9]\d*)?)?$/,
    "expected a number such as -3.5 or 5/3, or nothing",
    { read: (cell) => cell || null },
  ],
};
