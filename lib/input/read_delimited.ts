import { parse } from "@std/csv";
import { endOf, type Position, readFileBytes, UnreadableFile } from "./read_file.ts";

/** The rows of a text whose fields a sign parts, and how the text was read. */
export interface Delimited {
  readonly rows: readonly (readonly string[])[];
  /** Name of the encoding, such as `utf-8`. */
  readonly encoding: string;
  /** What parts the fields. */
  readonly separator: string;
  /** Where a field of a row begins, both counted from 0. */
  at(row: number, field: number): Position;
}

const separators = [",", ";", "\t", "|"] as const;

/**
 * Reads a table as programs save it: CSV, TSV or with semicolons, in UTF-8, UTF-16, Windows-1251 or Windows-1252, with or
 * without a byte order mark, `sep=` line and carriage returns.
 *
 * @param path The file.
 * @param encoding Its encoding, such as `windows-1250`; by default the one that its bytes show.
 * @returns Its rows, of as many fields as each has.
 * @throws {UnreadableFile} If there is no such file, or it is no such table, with the place where that is known.
 */
export async function readDelimited(path: string, encoding?: string): Promise<Delimited> {
  return parseDelimited(await readFileBytes(path), path, encoding);
}

/** The same of the bytes of a file, whose name an error tells. */
export function parseDelimited(
  bytes: Uint8Array<ArrayBuffer>,
  path: string,
  asked?: string,
): Delimited {
  const { text: decoded, encoding } = decodeAny(bytes, asked);
  const lines = decoded.replace(/^\ufeff/, "").replaceAll(/\r\n?/g, "\n");
  const told = /^"?sep=([^"\n]+)"?\n/i.exec(lines);
  const text = told ? lines.slice(told[0].length) : lines;
  if (text.trim() === "") throw new UnreadableFile(path, "the file is empty");
  if (text.includes("\0")) {
    const reason = "expected a text, found bytes of another kind; save a sheet as CSV";
    throw new UnreadableFile(path, reason);
  }
  const separator = told?.[1] ?? likeliestSeparator(text);
  try {
    const kept = keepBlankLines(text, separator);
    const rows = parse(kept, { separator, lazyQuotes: true });
    const positionOf = fieldPositions(kept, separator);
    const at = (row: number, field: number) => {
      const { line, column } = positionOf(row, field);
      return { line: line + (told ? 1 : 0), column };
    };
    return { rows, encoding, separator, at };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UnreadableFile(path, `no table of fields: ${error.message}`);
  }
}

function decodeAny(
  bytes: Uint8Array<ArrayBuffer>,
  asked: string | undefined,
): { text: string; encoding: string } {
  const as = (encoding: string) => ({ text: new TextDecoder(encoding).decode(bytes), encoding });
  if (asked !== undefined) return as(asked);
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return as("utf-16le");
  if (first === 0xfe && second === 0xff) return as("utf-16be");
  const start = bytes.subarray(0, 2000);
  const zeros = (parity: number) =>
    start.filter((byte, place) => byte === 0 && place % 2 === parity).length;
  if (zeros(1) > start.length / 8) return as("utf-16le");
  if (zeros(0) > start.length / 8) return as("utf-16be");
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    // Words of Cyrillic letters are runs of bytes that stand alone among Latin ones.
    const cyrillic = as("windows-1251");
    return /[\u0410-\u044f]{3}/.test(cyrillic.text) ? cyrillic : as("windows-1252");
  }
}

/** What parts the same number of fields, more than one, in most of the first lines. */
function likeliestSeparator(text: string): string {
  const lines = text.replaceAll(/"(?:[^"]|"")*"/g, "").split("\n").filter((line) => line.trim())
    .slice(0, 50);
  const score = (separator: string) => {
    const counts = lines.map((line) => line.split(separator).length - 1).filter((n) => n > 0);
    const alike = Map.groupBy(counts, (count) => count).values().map(({ length }) => length);
    return 1e6 * Math.max(0, ...alike) + Math.max(0, ...counts);
  };
  return separators.toSorted((a, b) => score(b) - score(a))[0];
}

/** The text with a separator on each blank line, which the parser would drop: rows are counted as spreadsheets do. */
function keepBlankLines(text: string, separator: string): string {
  return text.replace(/^(?=\n)/, separator)
    .replaceAll(/"(?:[^"]|"")*"|\n(?=\n)/g, (part) => part === "\n" ? `\n${separator}` : part);
}

/**
 * Where the fields of a CSV text begin, so that errors can point at them. The text is read once, when the first is asked for;
 * so 20,000 errors take little longer than one.
 *
 * Quoted fields may hold commas, doubled quotes and line feeds.
 *
 * @param text The CSV text, with line feeds.
 * @param separator What parts its fields.
 * @returns Where a field begins, by record and field, both counted from 0: the header is record 0, empty lines are no records. It
 *   is the place of the field's first character, or of the record's end if that has fewer fields.
 */
export function fieldPositions(
  text: string,
  separator = ",",
): (record: number, field: number) => Position {
  let records: readonly RecordPlaces[] | undefined;
  return (record, field) => {
    records ??= placesOfRecords(text, separator);
    const { line, starts } = records[record] ?? records[records.length - 1];
    const place = endOf(text.slice(starts[0], starts[Math.min(field, starts.length - 1)]));
    return { line: line + place.line - 1, column: place.column };
  };
}

/** The line where a record begins, and the offsets where its fields do and where it ends. */
interface RecordPlaces {
  readonly line: number;
  readonly starts: number[];
}

function placesOfRecords(text: string, separator: string): RecordPlaces[] {
  const [quote, lineFeed, parts] = ['"', "\n", separator].map((one) => one.charCodeAt(0));
  const records: RecordPlaces[] = [];
  let line = 1, quoted = false, starts: number[] | undefined;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (!starts && unit !== lineFeed) records.push({ line, starts: starts = [index] });
    if (unit === quote) quoted = !quoted;
    else if (unit === parts && !quoted) starts?.push(index + 1);
    else if (unit === lineFeed) {
      line++;
      if (quoted) continue;
      starts?.push(index);
      starts = undefined;
    }
  }
  starts?.push(text.length);
  return records.length > 0 ? records : [{ line, starts: [text.length] }];
}
