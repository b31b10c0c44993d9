import { makePrintable, type Problem } from "../errors/problem.ts";
import { type Column, refusal, type TableSchema, toLabel } from "../model/columns.ts";
import { LoadedTable } from "./loaded_table.ts";
import { readRecords, type Records } from "./edition_files.ts";

/** A row as it was read. */
type Row = Readonly<Record<string, unknown>>;

/** How a table is read. */
export interface LoadTableOptions {
  /** The languages of the edition; any, if they are not known. */
  readonly languages: readonly string[] | undefined;
  readonly problems: Problem[];
}

/** A field of a row, and the columns of the file that it is read from: of texts one for each language. */
interface Field {
  readonly name: string;
  readonly column: Column;
  readonly places: readonly number[];
}

/**
 * Reads a CSV file against its schema and collects every problem of it.
 *
 * @param folder The edition's folder.
 * @param schema What the table must look like.
 * @param options The languages of the edition, and where problems are added.
 * @returns The valid rows; none where there is no such file.
 */
export async function loadTable(
  folder: string,
  schema: TableSchema,
  { languages, problems }: LoadTableOptions,
): Promise<LoadedTable<Row>> {
  const path = `${folder}/${schema.name}.csv`;
  const read = await readRecords(path, problems, { isOptional: true });
  if (read === undefined) return new LoadedTable(schema, {});
  const { header, at } = read;
  if (header.length === 0) return new LoadedTable(schema, { ids: new Set(), complete: true });
  const fields = fieldsOf(schema, read, languages);
  if (fields === undefined) return new LoadedTable(schema, { header });
  const table = { header, at, records: withLastField(read, fields) };
  const kept = table.records.flatMap((_, index) => {
    const row = readRow(table, index, schema, fields);
    return row === undefined ? [] : [{ row, index }];
  });
  checkKey(table, schema.primaryKey);
  const id = schema.columns.id ? header.indexOf("id") : -1;
  const valid = new Set(kept.map(({ index }) => index));
  const isCode = (record: readonly string[]) =>
    refusal(schema.columns.id, record[id] ?? "") === undefined;
  // Where an id is misspelt, it is not known which rows others refer to.
  const isKnown = id >= 0 && table.records.every((record, at) => valid.has(at) || isCode(record));
  return new LoadedTable(schema, {
    rows: kept.map(({ row }) => row),
    header,
    ids: isKnown ? new Set(table.records.map((record) => record[id])) : undefined,
    complete: kept.length === table.records.length,
    report: (row, field, message) => {
      const place = fields.find(({ name }) => name === field)?.places[0] ?? header.indexOf(field);
      at(kept[row].index + 1, place, `${header[place] ?? field}: ${message}`);
    },
  });
}

/** How many unknown columns are named one by one. */
const mostUnknown = 50;

/** How much of a header is shown that is none. */
const longestHeader = 100;

/** The fields of a table, with every problem of its header; `undefined` if that cannot be meant for it. */
function fieldsOf(
  { columns }: TableSchema,
  { header, at }: Records,
  languages: readonly string[] | undefined,
): Field[] | undefined {
  const prefixes = Object.entries(columns)
    .flatMap(([name, { texts }]) => texts ? texts.column ?? name : []);
  const found = header.flatMap((name) => {
    const [, prefix, language] = /^(.+)_([a-z]{2,3})$/.exec(name) ?? [];
    return prefixes.includes(prefix) ? language : [];
  });
  const spoken = languages ?? [...new Set(found)];
  const fields = Object.entries(columns).map(([name, column]) => {
    const { texts } = column;
    const names = texts ? spoken.map((one) => `${texts.column ?? name}_${one}`) : [name];
    const places = names.map((one) => header.indexOf(one)).filter((place) => place >= 0);
    return { name, column, places, names, mayLack: texts !== undefined && texts.given !== "each" };
  });
  const expected = fields.filter(({ mayLack }) => !mayLack).flatMap(({ names }) => names);
  const optional = fields.filter(({ mayLack }) => mayLack).flatMap(({ names }) => names);
  const known = [...expected, ...optional];
  if (header.length > known.length + mostUnknown) {
    const count = header.length.toLocaleString("en");
    at(0, 0, `expected the columns ${known.join(", ")}, found ${count} columns`);
    return undefined;
  }
  if (!known.some((name) => header.includes(name))) {
    const found = makePrintable(header.join(", ").slice(0, longestHeader));
    at(0, 0, `expected the columns ${known.join(", ")}, found "${found}"`);
    return undefined;
  }
  for (const name of expected) {
    if (!header.includes(name)) at(0, header.length, `expected a column "${name}", found none`);
  }
  for (const [place, name] of header.entries()) {
    if (!known.includes(name)) {
      at(0, place, `unknown column "${name}"; expected ${known.join(", ")}`);
    } else if (header.indexOf(name) !== place) at(0, place, `column "${name}" stands twice`);
  }
  return new Set(header).size === header.length ? fields : undefined;
}

/** Fills in the last field where a record leaves it out and it may be empty: spreadsheets do not write it then. */
function withLastField({ header, records }: Records, fields: readonly Field[]) {
  const last = fields.find(({ places }) => places.includes(header.length - 1))?.column;
  const mayBeEmpty = last && (last.texts ? last.texts.given === "any" : !refusal(last, ""));
  if (!mayBeEmpty) return records;
  return records.map((one) => one.length === header.length - 1 ? [...one, ""] : one);
}

/** The row of a record; `undefined` if it is not valid, and then each cell at fault is reported. */
function readRow(
  { header, records, at }: Records,
  index: number,
  { check }: TableSchema,
  fields: readonly Field[],
): Row | undefined {
  const record = records[index];
  if (record.length !== header.length) {
    const place = Math.min(record.length, header.length);
    return void at(index + 1, place, `expected ${header.length} fields, found ${record.length}`);
  }
  let isSound = true;
  const complain = (place: number, expected: string) => {
    isSound = false;
    const found = makePrintable(`"${record[place]}"`);
    at(index + 1, place, `${header[place]}: ${expected}, found ${found}`);
  };
  const row = Object.fromEntries(fields.map(({ name, column, places }) => {
    const lack = lackOf(column, places.map((place) => record[place]));
    for (const place of places) {
      const expected = refusal(column, record[place]) ?? (record[place] === "" ? lack : undefined);
      if (expected !== undefined) complain(place, expected);
    }
    if (column.texts) {
      const texts = places.map((place) => [header[place].replace(/^.*_/, ""), record[place]]);
      return [name, toLabel(Object.fromEntries(texts))];
    }
    isSound &&= places.length > 0;
    return [name, isSound ? column.read(record[places[0]]) : undefined];
  }));
  if (isSound) {
    check?.(row, (field, expected) => {
      complain(fields.find(({ name }) => name === field)?.places.at(-1) ?? 0, expected);
    });
  }
  return isSound ? row : undefined;
}

/** What is expected of an empty cell of a text that is given in some languages. */
function lackOf({ texts }: Column, cells: readonly string[]): string | undefined {
  if (texts?.given === "each") return "expected a text without spaces at its ends";
  const isMixed = cells.includes("") && cells.some((cell) => cell !== "");
  return texts?.given === "alike" && isMixed
    ? "expected a text in every language or in none"
    : undefined;
}

function checkKey({ header, records, at }: Records, key: readonly string[]): void {
  const fields = key.map((name) => header.indexOf(name));
  if (fields.includes(-1)) return;
  const seen = new Set<string>();
  for (const [index, record] of records.entries()) {
    if (record.length !== header.length) continue;
    const value = fields.map((field) => record[field]).join(", ");
    if (value !== "" && seen.has(value)) {
      at(index + 1, fields[0], `${key.join(", ")}: "${value}" stands twice`);
    }
    seen.add(value);
  }
}
