import { parse } from "@std/csv";
import type { NumberFormat } from "../../model/edition.ts";
import { change, type TextChange } from "./compare_texts.ts";

/** Where two tables differ. */
export interface TableChange {
  readonly columns: { readonly gone: readonly string[]; readonly come: readonly string[] };
  /** Rows by what names them. */
  readonly rows: { readonly gone: readonly string[]; readonly come: readonly string[] };
  /** Fields of rows and columns that both have. */
  readonly fields: readonly (TextChange & { readonly row: string; readonly column: string })[];
}

type Row = Readonly<Record<string, string>>;

/** How the files of tables write numbers that are none of their texts, whatever the language. */
const plainNumbers: NumberFormat = { decimal: ["."], group: [], minus: ["-"], plus: [] };

/**
 * Compares two tables given as CSV, field by field.
 *
 * A row is known by its texts: by the first column with texts, or by as many as it takes to tell the rows apart.
 *
 * @param tables The tables; an empty text is none, of which all columns and rows come or go.
 * @param format How texts in the tables write numbers.
 * @returns What differs; `undefined` if nothing does but the order of rows or columns.
 */
export function compareTables(
  { before, after }: { readonly before: string; readonly after: string },
  format: NumberFormat,
): TableChange | undefined {
  const [old, fresh] = [before, after].map((text) =>
    text.trim() === "" ? [] : parse(text, { skipFirstRow: true })
  ) as Row[][];
  const [oldNames, freshNames] = [old, fresh].map((rows) => Object.keys(rows[0] ?? {}));
  const columns = splitNames(oldNames, freshNames);
  const shared = oldNames.filter((name) => freshNames.includes(name));
  const naming = namingColumns(shared, old, fresh);
  const [oldRows, freshRows] = [byName(old, naming), byName(fresh, naming)];
  const rows = splitNames([...oldRows.keys()], [...freshRows.keys()]);
  const fields = [...oldRows].flatMap(([row, fields]) => {
    const later = freshRows.get(row);
    return shared.filter((column) => later && later[column] !== fields[column]).map((column) => ({
      row,
      column,
      ...fieldChange(fields[column], later?.[column] ?? "", format),
    }));
  });
  const lists = [columns.gone, columns.come, rows.gone, rows.come, fields];
  return lists.some((list) => list.length > 0) ? { columns, rows, fields } : undefined;
}

function fieldChange(before: string, after: string, format: NumberFormat): TextChange {
  const plain = change(before, after, plainNumbers);
  return plain.difference ? plain : change(before, after, format);
}

function splitNames(before: readonly string[], after: readonly string[]) {
  return {
    gone: before.filter((name) => !after.includes(name)),
    come: after.filter((name) => !before.includes(name)),
  };
}

function namingColumns(
  columns: readonly string[],
  ...tables: readonly (readonly Row[])[]
): string[] {
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
