import type { TableCell, TableColumn, TableNote, TableRow } from "./read_table.ts";

export function isMeasure(cells: readonly TableCell[], name: string, index: number): boolean {
  if (rowNumbers.test(name.trim())) return false;
  const told = cells.filter(({ read }) => read.form !== "blank" && read.form !== "not-told");
  const numbers = told.filter(({ read }) => "value" in read || read.form === "nil");
  if (numbers.length === 0 || numbers.length < told.length / 2) return false;
  const values = numbers.map(({ read }) => "value" in read ? read.value.valueOf() : NaN);
  const isCounting = index < 2 && values.length > 2 && values[0] <= 1 &&
    values.slice(1).every((value, at) => value > values[at] && value - values[at] <= 2);
  return !isCounting;
}

const rowNumbers = /^(?:№|n|no\.?|nr\.?|id|code|код|row|rank|№ ?п\/п)$/iu;

/** Negative numbers of a few values in columns that have no others: codes, perhaps, whose meaning only the reader knows. */
export function codeNotes(columns: readonly TableColumn[], rows: readonly TableRow[]): TableNote[] {
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
