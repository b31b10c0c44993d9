/** A place in a text, both 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Where a field of a CSV text begins, so that an error can point at it.
 *
 * Quoted fields may hold commas, doubled quotes and line feeds.
 *
 * @param text The CSV text, with line feeds.
 * @param record 0-based record; the header is record 0. Empty lines are no records.
 * @param field 0-based field within the record.
 * @returns The place of its first character, or of the record's end if it has fewer fields.
 */
export function fieldPosition(text: string, record: number, field: number): Position {
  let line = 1, lineStart = 0, currentRecord = 0, currentField = 0;
  let quoted = false, isEmpty = true, index = 0;
  for (; index < text.length; index++) {
    const character = text[index];
    const endsLine = character === "\n" && !quoted;
    if (currentRecord === record && (endsLine ? !isEmpty : currentField === field)) break;
    if (character === '"') quoted = !quoted;
    else if (character === "," && !quoted) currentField++;
    if (character === "\n") {
      line++;
      lineStart = index + 1;
    }
    if (endsLine && !isEmpty) {
      currentRecord++;
      currentField = 0;
    }
    isEmpty = endsLine;
  }
  return { line, column: index - lineStart + 1 };
}
