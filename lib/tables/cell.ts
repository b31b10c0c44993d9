import type { Language } from "../model/label.ts";
import type { Relation } from "../model/relation.ts";
import { words } from "../words/words.ts";

/** A text in a table, with what it stands for. */
export interface TableCell {
  /** What stands in the cell. */
  readonly text: string;
  /** The number that it stands for, by which it sorts. @default None: it sorts as a text. */
  readonly value?: number;
  /** Where it leads: to a notebook or a file beside it. */
  readonly href?: string;
}

/** What a cell of a table may hold. */
export type CellValue = string | number | null | TableCell;

/** A row by column; every row has the same columns. */
export type TableRow = Readonly<Record<string, CellValue>>;

/** One record: fields by name. */
export type PlainRecord = Readonly<Record<string, unknown>>;

/**
 * Any value of a record as a cell: an exact number as a number, a list with commas, a label in the language, a relation as a
 * formula, a day without its midnight.
 *
 * @param value The value.
 * @param language Language of labels and words.
 */
export function cellOf(value: unknown, language: Language): CellValue {
  if (value === undefined || value === null) return null;
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value !== "object") return String(value);
  if (value instanceof Date) {
    return Number.isNaN(+value) ? null : value.toISOString().replace(/T00:00:00\.000Z$/, "");
  }
  if (Array.isArray(value)) {
    return value.map((one) => textOf(cellOf(one, language))).join(", ");
  }
  if (isCell(value)) return value;
  if (isRelation(value)) return relationText(value, language);
  if ("ru" in value && "en" in value) return cellOf(value[language], language);
  return numberOf(value) ?? JSON.stringify(
    value,
    (_, inner) => typeof inner === "bigint" ? String(inner) : numberOf(inner) ?? inner,
  );
}

/** The text of a cell, as a list writes it. */
function textOf(cell: CellValue): string {
  if (cell === null) return "–";
  return typeof cell === "object" ? cell.text : String(cell);
}

/** Whether a value has fields with names. */
export function isRecord(value: unknown): value is PlainRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value) &&
    !(value instanceof Date);
}

/** The number that an object stands for, as an exact one does. */
function numberOf(value: unknown): number | undefined {
  const primitive: unknown = isRecord(value) ? value.valueOf() : undefined;
  return typeof primitive === "number" ? primitive : undefined;
}

function isCell(value: object): value is TableCell {
  return "text" in value && typeof value.text === "string" &&
    Object.keys(value).every((key) => key === "text" || key === "value" || key === "href");
}

function isRelation(value: object): value is Relation {
  return ["kind", "result", "operands", "divisors", "rule"].every((key) => key in value);
}

const between: Readonly<Partial<Record<Relation["kind"], string>>> = {
  difference: " − ",
  product: " · ",
  mean: ", ",
  mixture: ", ",
};

/** The sign of each limit that a bound can be. */
export const limitSigns: Readonly<Record<string, string>> = {
  "at-most": "≤",
  "at-least": "≥",
  "less-than": "<",
  "more-than": ">",
};

/**
 * A relation between values as a formula of their ids.
 *
 * @param relation The relation.
 * @param language Language of the words in it.
 * @returns Such as `table1.users.2016 = table1.users-library.2016 + table1.users-remote.2016`.
 */
export function relationText(
  { kind, result, operands, divisors, rule }: Relation,
  language: Language,
): string {
  const { relations, rules } = words[language];
  const said = rules[rule as keyof typeof rules] ?? `"${rule}"`;
  const numerator = operands.join(between[kind] ?? " + ");
  const inBrackets = (parts: readonly string[], text: string) =>
    parts.length > 1 ? `(${text})` : text;
  const over = inBrackets(operands, numerator), under = inBrackets(divisors, divisors.join(" + "));
  const quotient = divisors.length === 0 ? numerator : `${over} / ${under}`;
  const weighted = rule === "" ? "" : ` ${said}`;
  const formulas: Readonly<Partial<Record<Relation["kind"], string>>> = {
    share: `${result} = 100 · ${quotient}`,
    growth: `${result} = 100 · (${quotient} − 1)`,
    shares: `${result} = 100 − ${over}`,
    "roll-forward": `${result} = ${numerator} − ${under}`,
    bound: `${result} ${limitSigns[rule] ?? said} ${quotient}`,
    norm: `${[result, ...divisors].join(" / ")} ${said} ${numerator}`,
    part: `${result} ⊂ ${numerator}: ${said}`,
    trend: `${numerator} → ${result}: ${said}`,
    mean: `${result}: ${relations.mean.toLowerCase()}${weighted} (${quotient})`,
    mixture: `${result}: ${relations.mixture.toLowerCase()}${weighted} (${quotient})`,
  };
  return formulas[kind] ?? `${result} = ${quotient}`;
}
