import { makePrintable } from "../errors/problem.ts";
import { namesOf, refusal, type TableSchema } from "../model/columns.ts";
import { toLabel } from "../model/label.ts";
import type { RowCheck } from "./check_rows.ts";
import type { EditionFiles } from "./edition_files.ts";
import { LoadedTable } from "./loaded_table.ts";

/** A row as it was read. */
type Row = Readonly<Record<string, unknown>>;

/** The records of a file. */
type Records = NonNullable<Awaited<ReturnType<EditionFiles["readRecords"]>>>;

/**
 * Reads a CSV file against its schema and collects every problem of it.
 *
 * @param files The edition's files.
 * @param schema What the table must look like.
 * @param options The languages of the edition, any if they are not known, and what else is checked.
 * @returns The valid rows; none where there is no such file.
 */
export async function loadTable(
  files: EditionFiles,
  schema: TableSchema,
  { languages, check }: Partial<RowCheck<Row>> & { readonly languages?: readonly string[] },
): Promise<LoadedTable<Row>> {
  const read = await files.readRecords(`${schema.name}.csv`, { isOptional: true });
  if (read === undefined) return new LoadedTable(schema);
  const { header, at } = read;
  if (header.length === 0) return new LoadedTable(schema, { ids: new Set(), complete: true });
  const fields = fieldsOf(schema, read, languages);
  if (fields === undefined) return new LoadedTable(schema, { header });
  const table = { header, at, records: withLastField(read, fields) };
  const rows: Row[] = [], recordOf: number[] = [];
  for (const index of table.records.keys()) {
    const row = readRow(table, index, { fields, check });
    if (row === undefined) continue;
    rows.push(row);
    recordOf.push(index + 1);
  }
  checkKey(table, schema.primaryKey);
  const id = schema.columns.id ? header.indexOf("id") : -1, valid = new Set(recordOf);
  // Where an id is misspelt, it is not known which rows others refer to.
  const isKnown = id >= 0 &&
    table.records.every((record, at) =>
      valid.has(at + 1) || refusal(schema.columns.id, record[id] ?? "") === undefined
    );
  return new LoadedTable(schema, {
    rows,
    header,
    ids: isKnown ? new Set(table.records.map((record) => record[id])) : undefined,
    complete: rows.length === table.records.length,
    report: (row, field, message) => {
      const place = fields.find(({ name }) => name === field)?.places[0] ?? header.indexOf(field);
      at(recordOf[row], place, `${header[place] ?? field}: ${message}`);
    },
  });
}

/** How many unknown columns are named one by one. */
const mostUnknown = 50;

/** How much of a header is shown that is none. */
const longestHeader = 100;

/** A field of a row, and the columns of the file that it is read from: of texts one for each language. */
type Field = NonNullable<ReturnType<typeof fieldsOf>>[number];

/** The fields of a table, with every problem of its header; `undefined` if that cannot be meant for it. */
function fieldsOf(
  { columns }: TableSchema,
  { header, at }: Records,
  languages: readonly string[] | undefined,
) {
  const required: string[] = [], optional: string[] = [];
  const fields = Object.entries(columns).map(([name, column]) => {
    const { texts } = column, prefix = `${texts?.prefix}_`;
    const found = header.filter((one) => one.startsWith(prefix) && /_[a-z]{2,3}$/.test(one));
    const names = texts && !languages ? found : namesOf(name, column, languages ?? []);
    (texts && texts.given !== "each" ? optional : required).push(...names);
    const places = names.map((one) => header.indexOf(one)).filter((place) => place >= 0);
    return { name, column, places, languages: places.map((at) => header[at].slice(prefix.length)) };
  });
  const known = [...required, ...optional], expected = `expected the columns ${known.join(", ")}`;
  if (header.length > known.length + mostUnknown) {
    return void at(0, 0, `${expected}, found ${header.length.toLocaleString("en")} columns`);
  }
  if (!known.some((name) => header.includes(name))) {
    const found = makePrintable(header.join(", ").slice(0, longestHeader));
    return void at(0, 0, `${expected}, found "${found}"`);
  }
  for (const name of required) {
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
  if (!last || last.texts?.given === "alike" || refusal(last, "")) return records;
  return records.map((one) => one.length === header.length - 1 ? [...one, ""] : one);
}

/** The row of a record; `undefined` if it is not valid, and then each cell at fault is reported. */
function readRow(
  { header, records, at }: Records,
  index: number,
  { fields, check }: Partial<RowCheck<Row>> & { readonly fields: readonly Field[] },
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
  const row: Record<string, unknown> = {};
  for (const { name, column, places, languages } of fields) {
    const isUnlike = column.texts?.given === "alike" &&
      places.some((place) => record[place] !== "");
    for (const place of places) {
      const lack = isUnlike && record[place] === "";
      const expected = lack ? "expected a text in every language or in none" : undefined;
      const refused = refusal(column, record[place]) ?? expected;
      if (refused !== undefined) complain(place, refused);
    }
    if (column.texts) {
      const texts = languages.map((language, at) => [language, record[places[at]]]);
      row[name] = toLabel(Object.fromEntries(texts));
    } else {
      isSound &&= places.length > 0;
      row[name] = isSound && column.read(record[places[0]]);
    }
  }
  if (isSound) {
    check?.(row, (field, expected) => {
      complain(fields.find(({ name }) => name === field)?.places.at(-1) ?? 0, expected);
    });
  }
  return isSound ? row : undefined;
}

function checkKey({ header, records, at }: Records, key: readonly string[]): void {
  const fields = key.map((name) => header.indexOf(name)), seen = new Set<string>();
  if (fields.includes(-1)) return;
  for (const [index, record] of records.entries()) {
    if (record.length !== header.length) continue;
    const value = fields.map((field) => record[field]).join(", ");
    if (value !== "" && seen.has(value)) {
      at(index + 1, fields[0], `${key.join(", ")}: "${value}" stands twice`);
    }
    seen.add(value);
  }
}
