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
  const kept = numbered.filter(({ number, fields }, index) => {
    const [first, ...others] = fields.filter((field) => field !== "");
    if (first === undefined) return false;
    const isAlone = width > 2 && others.length === 0 &&
      !/^[-+\u2212\u2013\d.,\s]+$/.test(first);
    if (!isAlone || (index < 3 && isHeaderTop(numbered, index))) return true;
    notes.push({ row: number, text: `taken as a title or note: ${first}` });
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
  const cellOf = (printed: string) => {
    const cell = known.get(printed) ?? { printed, read: readPrinted(printed, format) };
    known.set(printed, cell);
    return cell;
  };
  const cells = body.map(({ fields }) => fields.map(cellOf));
  const cellsOf = (column: number) => cells.map((row) => row[column]);
  const measures = names.map((name, index) => isMeasure(cellsOf(index), name, index));
  const texts = names.map((_, index) => cellsOf(index).map(({ printed }) => printed));
  const label = findLabel(texts, measures);
  const columns = names.map((name, index): GridColumn => ({
    index,
    name,
    header: periodOf(name),
    isMeasure: measures[index] && index !== label,
  }));
  const placeOf = (index: number) => `row ${body[index].number}`;
  const rowNames = tellApart(
    body.map((_, index) => (label === undefined ? "" : texts[label][index]) || placeOf(index)),
    placeOf,
  );
  const rows = body.map(({ number }, index): GridRow => ({
    number,
    name: rowNames[index],
    cells: cells[index],
    indent: label === undefined ? 0 : /^\s*/.exec(file[number - 1][label] ?? "")![0].length,
  }));
  const told = columns.filter(({ isMeasure }) => isMeasure);
  const unread = rows.flatMap(({ number, cells }) =>
    told.flatMap(({ index, name }): GridNote[] => {
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
    told.some(({ index }) => "value" in cells[index].read)
  );
  if (wordy > 0 && unread.some(({ row }) => row === rows[0].number)) {
    notes.push({
      row: rows[0].number,
      text: `no number down to row ${rows[wordy].number}; if these are headers, say ` +
        `--header-rows ${headers + wordy}`,
    });
  }
  notes.push(...told.flatMap((column) => measureNotes(column, rows)));
  const text = "holds nothing; does a header hold the sign that parts columns?";
  const empty = names.filter((name, index) =>
    name !== `column ${letters(index)}` && texts[index].every((text) => text === "")
  );
  if (rows.length > 0) notes.push(...empty.map((column) => ({ column, text })));
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
  const rows = columns[0]?.length ?? 0, distinct = columns.map((texts) => new Set(texts).size);
  const isFilled = (at: number) => columns[at].some((text) => text !== "");
  const isText = (at: number) =>
    !measures[at] && columns[at].filter((text) => /\p{L}/u.test(text)).length > rows / 2;
  const many = (at: number) => Math.min(distinct[at], rows / 2);
  const places = [...columns.keys()], first = places.find(isFilled);
  const [named] = places.filter(isText).toSorted((a, b) => many(b) - many(a));
  const isOfYears = first !== undefined && rows > 1 && distinct[first] === rows &&
    columns[first].every(isYear);
  if (isOfYears && (named === undefined || distinct[named] < rows)) return first;
  return named ?? places.find((at) => !measures[at] && isFilled(at));
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

/** Negative numbers that are codes for missing. */
const codes = [-1, -2, -3, -8, -9, -99, -999];

/**
 * Negative numbers of a few values in a column that has no others: codes, perhaps, whose meaning only the reader knows; and
 * numbers with a sign such as % where it has none.
 */
function measureNotes({ index, name }: GridColumn, rows: readonly GridRow[]): GridNote[] {
  const numbers = rows.flatMap(({ number, cells }) => {
    const { printed, read } = cells[index];
    return "value" in read ? [{ row: number, printed, read, value: read.value.valueOf() }] : [];
  });
  const below = new Set(numbers.map(({ value }) => value).filter((value) => value < 0));
  const isCoded = below.size > 0 && below.isSubsetOf(new Set(codes)) &&
    numbers.filter(({ value }) => value > 20).length > numbers.length / 2 &&
    !/изм|change|diff|\+/iu.test(name);
  const [code] = below;
  const text = `${[...below].join(", ")} may be a code for missing; say so with --missing ${code}`;
  const signed = hasSigns(rows.map(({ cells }) => cells[index]))
    ? []
    : numbers.filter(({ read }) => read.sign !== "");
  return [
    ...isCoded ? [{ column: name, text: `${text}=not-told` }] : [],
    ...signed.map(({ row, printed }) => ({
      row,
      column: name,
      text: `"${printed}" has a sign that its column has not; is it a number of another?`,
    })),
  ];
}
