import type { Position } from "./read_file.ts";

interface Place {
  readonly index: number;
  readonly line: number;
  readonly lineStart: number;
}

/**
 * Where the fields of a CSV text begin, so that errors can point at them. The text is read once, and a record again
 * when a field of it is asked for; so 20,000 errors take little longer than one.
 *
 * Quoted fields may hold commas, doubled quotes and line feeds.
 */
export class FieldPositions {
  readonly #text: string;
  readonly #separator: number;
  #records: readonly Place[] | undefined;
  #fields: { readonly record: number; readonly places: readonly Position[] } | undefined;

  /**
   * @param text The CSV text, with line feeds.
   * @param separator What parts its fields.
   */
  constructor(text: string, separator = ",") {
    this.#text = text;
    this.#separator = separator.charCodeAt(0);
  }

  /**
   * Where a field begins.
   *
   * @param record 0-based record; the header is record 0. Empty lines are no records.
   * @param field 0-based field within the record.
   * @returns The place of its first character, or of the record's end if it has fewer fields.
   */
  of(record: number, field: number): Position {
    if (this.#fields?.record !== record) {
      this.#records ??= recordStarts(this.#text);
      const start = this.#records[record] ?? this.#records[this.#records.length - 1];
      this.#fields = { record, places: fieldStarts(this.#text, start, this.#separator) };
    }
    const { places } = this.#fields;
    return places[Math.min(field, places.length - 1)];
  }
}

function recordStarts(text: string): Place[] {
  const starts: Place[] = [];
  let line = 1, lineStart = 0, quoted = false, isNew = true;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (isNew && unit !== lineFeed) {
      starts.push({ index, line, lineStart });
      isNew = false;
    }
    if (unit === quote) quoted = !quoted;
    if (unit !== lineFeed) continue;
    line++;
    lineStart = index + 1;
    isNew ||= !quoted;
  }
  return starts.length > 0 ? starts : [{ index: text.length, line, lineStart }];
}

/** The fields of a record, and its end. */
function fieldStarts(
  text: string,
  { index, line, lineStart }: Place,
  separator: number,
): Position[] {
  const here = () => ({ line, column: index - lineStart + 1 });
  const places = [here()];
  for (let quoted = false; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === quote) quoted = !quoted;
    else if (unit === separator && !quoted) {
      index++;
      places.push(here());
      index--;
    } else if (unit === lineFeed) {
      if (!quoted) break;
      line++;
      lineStart = index + 1;
    }
  }
  return [...places, here()];
}

const [quote, lineFeed] = ['"', "\n"].map((character) => character.charCodeAt(0));
