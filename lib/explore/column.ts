import { compareNames, type PlainRow, type PlainValue, textsOf } from "../rows/group_rows.ts";
import { capitalise } from "../words/language.ts";

/** A column of the rows, and what it can serve as. */
export interface ExploredColumn {
  readonly key: string;
  readonly label: string;
  /** What its numbers count; empty where that is not said. */
  readonly unit: string;
  /** Whether every value is a number or absent. */
  readonly isMeasure: boolean;
  /** Whether its values are few and short enough to group by. */
  readonly isGroup: boolean;
  /** Whether its values have an order, as years do. */
  readonly ordered: boolean;
  /** The values in order, if it can be grouped by. */
  readonly values: readonly string[];
}

/** Names of columns, and what their numbers count. */
export interface ColumnWords {
  readonly labels?: Readonly<Record<string, string>>;
  readonly units?: Readonly<Record<string, string>>;
}

const mostGroups = 60, longestGroup = 120;
const period = /^\d{4}([-/]\d{2,4}){0,2}$/;

/**
 * Reads what each column of some rows can serve as.
 *
 * @param rows The rows.
 * @param words Names and units of columns.
 * @returns The columns in the order in which they occur.
 */
export function listColumns(
  rows: readonly PlainRow[],
  words: ColumnWords = {},
): ExploredColumn[] {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return keys.map((key) => {
    const present = rows.map((row) => row[key]).filter((value) => value !== null);
    const numbers = present.filter((value) => typeof value === "number");
    const isMeasure = present.length > 0 && numbers.length === present.length;
    const texts = [...new Set(rows.flatMap((row) => textsOf(row[key])))];
    const isGroup = texts.length <= mostGroups && numbers.every(Number.isInteger) &&
      texts.every((text) => text.length <= longestGroup) && present.length > 0;
    const known = [...new Set(present.flat())].map(String);
    return {
      key,
      label: words.labels?.[key] ?? readable(key),
      unit: words.units?.[key] ?? "",
      isMeasure,
      isGroup,
      ordered: present.length === rows.length &&
        (isMeasure || known.every((text) => period.test(text))),
      values: isGroup ? texts.toSorted(compareNames) : [],
    };
  });
}

/** The name of a column for readers: `part_of` is "Part of", `kindLabel` "Kind label", `bookISBN` "Book ISBN". */
function readable(key: string): string {
  const parted = /\s/.test(key) ? key : key
    .replaceAll(/(?<=[\p{L}\d])\p{Lu}(?=\p{Ll})/gu, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, " ");
  const words = parted.replaceAll(/[_-]+/g, " ").trim();
  return words === "" ? key : capitalise(words);
}

/** Rows by column: numbers, or each text once and for each row the place of its text or of several. */
export type PackedRows = readonly {
  readonly key: string;
  readonly texts?: readonly string[];
  readonly at: readonly (number | null | readonly number[])[];
}[];

/**
 * Packs rows for a page.
 *
 * @param rows The rows.
 * @param keys The columns.
 * @returns The columns, about a third as long as the rows in JSON.
 */
export function packRows(rows: readonly PlainRow[], keys: readonly string[]): PackedRows {
  return keys.map((key) => {
    const values = rows.map((row) => row[key]);
    if (values.every((value) => value === null || typeof value === "number")) {
      return { key, at: values };
    }
    const texts = [...new Set(values.flatMap((value) => value === null ? [] : value).map(String))];
    const places = new Map(texts.map((text, place) => [text, place]));
    const place = (text: string | number) => places.get(String(text)) ?? -1;
    const at = values.map((value) =>
      value === null ? null : typeof value === "object" ? value.map(place) : place(value)
    );
    return { key, texts, at };
  });
}

/**
 * Gives packed rows back.
 *
 * @param packed The columns.
 * @returns The rows.
 */
export function unpackRows(packed: PackedRows): PlainRow[] {
  return (packed[0]?.at ?? []).map((_, row) =>
    Object.fromEntries(packed.map(({ key, texts, at }): [string, PlainValue] => {
      const place = at[row];
      if (texts === undefined || place === null) return [key, place as number | null];
      return [key, typeof place === "number" ? texts[place] : place.map((one) => texts[one])];
    }))
  );
}
