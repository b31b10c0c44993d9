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
  let line = 1, lineStart = 0, currentRecord = 0, currentField = 0, quoted = false, place = 0;
  for (let index = 0; index <= text.length; index++) {
    const atStart = index === lineStart && !quoted && currentField === 0;
    if (atStart && text[index] === "\n") {
      line++;
      lineStart = index + 1;
      continue;
    }
    if (currentRecord === record && currentField <= field && (atStart || text[index - 1] === ",")) {
      if (!quoted) place = index;
    }
    if (currentRecord === record && currentField === field) break;
    const character = text[index];
    if (character === '"') quoted = !quoted;
    else if (character === "," && !quoted) currentField++;
    else if (character === "\n") {
      if (!quoted) {
        if (currentRecord === record) return { line, column: index - lineStart + 1 };
        currentRecord++;
        currentField = 0;
      }
      line++;
      lineStart = index + 1;
    }
  }
  return { line, column: place - lineStart + 1 };
}
