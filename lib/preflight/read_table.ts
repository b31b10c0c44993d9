import type { Delimited } from "../input/read_delimited.ts";
import { readPrinted } from "../numbers/read_printed.ts";
import {
  countHeaders,
  formatNote,
  hasSigns,
  headerNames,
  isHeaderTop,
  isMeasure,
  isYear,
  letters,
  numberFormat,
  tellApart,
} from "./table_headers.ts";
import { periodOf } from "./period.ts";
import type {
  GridCell,
  GridColumn,
  GridNote,
  GridRow,
  GridTable,
  ReadTableOptions,
} from "./table.ts";

/**
 * Reads rows of strings as a table: headers, what a row is about, and numbers as printed.
 *
 * @param delimited The rows of the file.
 * @param options What the table does not tell itself.
 * @returns The table; nothing is lost: what is no data is among its notes, what cannot be read among its unread cells.
 */
export function readTable(
  { rows: file }: Pick<Delimited, "rows">,
  options: ReadTableOptions = {},
): GridTable {
  const notes: GridNote[] = [];
  const width = file.reduce((most, { length }) => Math.max(most, length), 0);
  const numbered = file.map((fields, index) => ({
    number: index + 1,
    fields: Array.from({ length: width }, (_, at) => clean(fields[at] ?? "")),
  }));
  const isFilled = (fields: readonly string[]) => fields.filter((field) => field !== "").length;
  const kept = numbered.filter(({ number, fields }, index) => {
    const filled = isFilled(fields);
    if (filled === 0) return false;
    const isAlone = width > 2 && filled === 1 &&
      !/^[-+\u2212\u2013\d.,\s]+$/.test(fields.find((field) => field !== "")!);
    if (!isAlone || (index < 3 && isHeaderTop(numbered, index))) return true;
    notes.push({
      row: number,
      text: `taken as a title or note: ${fields.find((field) => field !== "")}`,
    });
    return false;
  });
  const headers = options.headerRows ?? countHeaders(kept.map(({ fields }) => fields));
  const format = numberFormat(kept.slice(headers).flatMap(({ fields }) => fields), options);
  notes.push({ text: formatNote(format) });
  const names = headerNames(kept.slice(0, headers).map(({ fields }) => fields), width);
  const body = kept.slice(headers).filter(({ number, fields }, index) => {
    if (index > 0 || !isNumbering(fields)) return true;
    notes.push({ row: number, text: "taken as the numbers of the columns" });
    return false;
  });
  const known = new Map<string, GridCell>();
  const cellOf = (printed: string): GridCell => {
    const before = known.get(printed);
    if (before) return before;
    const cell = { printed, read: readPrinted(printed, format) };
    known.set(printed, cell);
    return cell;
  };
  const cells = body.map(({ fields }) => fields.map(cellOf));
  const texts = (index: number) => cells.map((row) => row[index].printed);
  const measures = names.map((name, index) =>
    isMeasure(cells.map((row) => row[index]), name, index)
  );
  const label = findLabel(names.map((_, index) => texts(index)), measures);
  const columns = names.map((name, index): GridColumn => ({
    index,
    name,
    header: periodOf(name),
    isMeasure: measures[index] && index !== label,
  }));
  const rowNames = tellApart(
    cells.map((row, index) =>
      (label === undefined ? "" : row[label].printed) || `row ${body[index].number}`
    ),
    (index) => `row ${body[index].number}`,
  );
  const rows = cells.map((row, index) => ({
    number: body[index].number,
    name: rowNames[index],
    indent: label === undefined
      ? 0
      : /^\s*/.exec(file[body[index].number - 1][label] ?? "")![0].length,
    cells: row,
  }));
  const unread = rows.flatMap(({ number, cells }) =>
    columns.filter(({ isMeasure }) => isMeasure).flatMap(({ index, name }) => {
      const { printed, read } = cells[index];
      if (read.form !== "unread") return [];
      const rest = read.rest === printed ? "" : `: not understood: ${JSON.stringify(read.rest)}`;
      return [{
        row: number,
        column: name,
        text: `${JSON.stringify(printed)} is no number${rest}`,
      }];
    })
  );
  const wordy = rows.findIndex(({ cells }) =>
    columns.some(({ index, isMeasure }) => isMeasure && "value" in cells[index].read)
  );
  if (wordy > 0 && unread.some(({ row }) => row === rows[0].number)) {
    notes.push({
      row: rows[0].number,
      text: `no number down to row ${rows[wordy].number}; if these are headers, say ` +
        `--header-rows ${headers + wordy}`,
    });
  }
  notes.push(...codeNotes(columns, rows), ...signNotes(columns, rows));
  for (const { index, name } of columns) {
    const isHeadless = name === `column ${letters(index)}`;
    if (rows.length > 0 && !isHeadless && texts(index).every((text) => text === "")) {
      notes.push({
        column: name,
        text: "holds nothing; does a header hold the sign that parts columns?",
      });
    }
  }
  return { columns, rows, unread, notes, label, format };
}

/**
 * Which column names the rows: of those of texts the first that tells half of them apart, or most; one of years that stands
 * before it, if that alone tells each apart.
 */
function findLabel(
  columns: readonly (readonly string[])[],
  measures: readonly boolean[],
): number | undefined {
  const [rows] = columns, distinct = columns.map((texts) => new Set(texts).size);
  const isOther = (at: number) => !measures[at] && columns[at].some((text) => text !== "");
  const isText = (at: number) =>
    !measures[at] &&
    columns[at].filter((text) => /\p{L}/u.test(text)).length > rows.length / 2;
  const many = (at: number) => Math.min(distinct[at], rows.length / 2);
  const [named = -1] = [...columns.keys()].filter(isText).toSorted((a, b) => many(b) - many(a));
  const first = columns.findIndex((texts) => texts.some((text) => text !== ""));
  const isOfYears = first >= 0 && rows.length > 1 && distinct[first] === rows.length &&
    columns[first].every(isYear);
  if (isOfYears && (named < 0 || distinct[named] < rows.length)) return first;
  const found = named < 0 ? columns.findIndex((_, at) => isOther(at)) : named;
  return found < 0 ? undefined : found;
}

function clean(field: string): string {
  return field.replaceAll(/[\ufeff\u200b\u00ad]/g, "").replaceAll(/\s*\n\s*/g, " ").trim();
}

/** Whether a row numbers the columns, as `А 1 2 3` or `1 2 3` below the headers. */
function isNumbering(fields: readonly string[]): boolean {
  const [first, ...others] = fields;
  const start = /^[AА]?$/.test(first) ? 1 : Number(first) + 1;
  return others.length > 1 && others.every((field, index) => field === String(start + index));
}

/** Negative numbers of a few values in columns that have no others: codes, perhaps, whose meaning only the reader knows. */
function codeNotes(columns: readonly GridColumn[], rows: readonly GridRow[]): GridNote[] {
  const codes = [-1, -2, -3, -8, -9, -99, -999];
  return columns.filter(({ isMeasure }) => isMeasure).flatMap(({ index, name }) => {
    const values = rows.flatMap(({ cells }) => {
      const { read } = cells[index];
      return "value" in read ? [read.value.valueOf()] : [];
    });
    const below = values.filter((value) => value < 0);
    const isCoded = below.length > 0 && below.every((value) => codes.includes(value)) &&
      values.filter((value) => value > 20).length > values.length / 2 &&
      !/изм|change|diff|\+/iu.test(name);
    if (!isCoded) return [];
    const found = [...new Set(below)].join(", ");
    return [{
      column: name,
      text: `${found} may be a code for missing; say so with --missing ${below[0]}=not-told`,
    }];
  });
}

/** A number with a sign such as % where its column has none. */
function signNotes(columns: readonly GridColumn[], rows: readonly GridRow[]): GridNote[] {
  return columns.filter(({ isMeasure }) => isMeasure).flatMap(({ index, name }) => {
    if (hasSigns(rows.map(({ cells }) => cells[index]))) return [];
    const hasSign = ({ cells }: GridRow) => {
      const { read } = cells[index];
      return "value" in read && read.sign !== "";
    };
    return rows.filter(hasSign).map((
      { number, cells },
    ) => ({
      row: number,
      column: name,
      text: `"${
        cells[index].printed
      }" has a sign that its column has not; is it a number of another?`,
    }));
  });
}
