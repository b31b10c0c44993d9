import { parse } from "@std/csv";
import { diffArrays } from "diff";
import type { NumberFormat } from "../../model/edition.ts";
import type { Exact } from "../../model/interval.ts";
import { readPrinted } from "../../numbers/read_printed.ts";

/** One place where two texts or tables differ; a side is empty where it has nothing there. */
export interface TextChange {
  /** Of a table: what names the row, and the column; one of both where all of it has come or gone. */
  readonly row?: string;
  readonly column?: string;
  readonly before: string;
  readonly after: string;
  /** By how much it grew, where both sides are a number. */
  readonly difference?: Exact;
}

const token = /(?<![\p{L}\d])[-+−–]?\d(?:[\d.,\u00a0\u2009\u202f]*\d)?|[\p{L}\d]+|\s+|[^]/gu;

/**
 * Compares two texts word by word, numbers as numbers.
 *
 * @param format How the texts write numbers.
 * @returns Every place where they differ, in order; white space does not count.
 */
export function compareTexts(before: string, after: string, format: NumberFormat): TextChange[] {
  const [old, fresh] = [before, after].map((text) => text.match(token) ?? []);
  return compareTokens(old, fresh, format);
}

/**
 * Compares two lists of texts, each of which is a number, a word or a label.
 *
 * @param format How they write numbers.
 */
export function compareTokens(
  before: readonly string[],
  after: readonly string[],
  format: NumberFormat,
): TextChange[] {
  const changes: TextChange[] = [];
  let gone: string[] = [], come: string[] = [];
  // As many gone as come are taken one for one; otherwise they are one change.
  const close = () => {
    const pairs = gone.length === come.length
      ? gone.map((before, index) => [before, come[index]])
      : [[gone, come].map((side) => side.join("").trim())];
    const differing = pairs.filter((pair) => pair.join("").trim() !== "");
    changes.push(...differing.map(([before, after]) => change(before, after, format)));
    [gone, come] = [[], []];
  };
  const isSame = (a: string, b: string) => a === b || (a.trim() === "" && b.trim() === "");
  for (const part of diffArrays([...before], [...after], { comparator: isSame })) {
    if (part.removed) gone.push(...part.value);
    else if (part.added) come.push(...part.value);
    else close();
  }
  close();
  return changes;
}

/** A change from one text to another, with the difference if both are numbers. */
function change(before: string, after: string, format: NumberFormat): TextChange {
  const [from, to] = [readPrinted(before, format), readPrinted(after, format)];
  const areNumbers = from.form === "number" && to.form === "number";
  return { before, after, ...(areNumbers && { difference: to.value.sub(from.value) }) };
}

type Row = Readonly<Record<string, string>>;

/** How the files of tables write numbers that are none of their texts, whatever the language. */
const plainNumbers: NumberFormat = { decimal: ["."], group: [], minus: ["-"], plus: [] };

/**
 * Compares two tables given as CSV, field by field.
 *
 * A row is known by its texts: by the first column with texts, or by as many as it takes to tell the rows apart.
 *
 * @param before The table as it was; an empty text is none, of which all columns and rows come or go.
 * @param after The table as it is.
 * @param format How texts in the tables write numbers.
 * @returns What differs; nothing if that is the order of rows or columns only.
 */
export function compareTables(
  before: string,
  after: string,
  format: NumberFormat,
): TextChange[] {
  const tables: Row[][] = [before, after].map((text) =>
    text.trim() === "" ? [] : parse(text, { skipFirstRow: true }) as Row[]
  );
  const [oldNames, freshNames] = tables.map((rows) => Object.keys(rows[0] ?? {}));
  const shared = oldNames.filter((name) => freshNames.includes(name));
  const naming = namingColumns(shared, tables);
  const [oldRows, freshRows] = tables.map((rows) => byName(rows, naming));
  const fields = [...oldRows].flatMap(([row, was]) => {
    const is = freshRows.get(row);
    return shared.filter((column) => is && is[column] !== was[column]).map((column) => {
      const [before, after] = [was[column], is?.[column] ?? ""];
      const plain = change(before, after, plainNumbers);
      return { row, column, ...plain.difference ? plain : change(before, after, format) };
    });
  });
  return [
    ...goneAndCome("column", oldNames, freshNames),
    ...goneAndCome("row", [...oldRows.keys()], [...freshRows.keys()]),
    ...fields,
  ];
}

function goneAndCome(
  kind: "row" | "column",
  before: readonly string[],
  after: readonly string[],
): TextChange[] {
  const gone = before.filter((name) => !after.includes(name));
  const come = after.filter((name) => !before.includes(name));
  return [
    ...gone.map((name) => ({ [kind]: name, before: name, after: "" })),
    ...come.map((name) => ({ [kind]: name, before: "", after: name })),
  ];
}

function namingColumns(columns: readonly string[], tables: readonly (readonly Row[])[]): string[] {
  const isNumber = (text: string) => text === "" || !Number.isNaN(Number(text));
  const texts = columns.filter((column) => !tables.flat().every((row) => isNumber(row[column])));
  const tellsApart = (naming: readonly string[]) =>
    tables.every((rows) => new Set(rows.map((row) => nameOf(row, naming))).size === rows.length);
  const enough = texts.findIndex((_, index) => tellsApart(texts.slice(0, index + 1)));
  return enough < 0 ? texts : texts.slice(0, enough + 1);
}

function nameOf(row: Row, naming: readonly string[]): string {
  return naming.map((column) => row[column]).join(", ");
}

/** Rows that nothing tells apart are counted. */
function byName(rows: readonly Row[], naming: readonly string[]): Map<string, Row> {
  const named = new Map<string, Row>();
  for (const row of rows) {
    const name = nameOf(row, naming);
    let unique = name;
    for (let count = 2; named.has(unique) || unique === ""; count++) {
      unique = name === "" ? `row ${named.size + 1}` : `${name} (${count})`;
    }
    named.set(unique, row);
  }
  return named;
}
