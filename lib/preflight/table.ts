import type { NumberFormat, PrintedWord } from "../model/edition.ts";
import type { ReadNumber, ReadOther } from "../numbers/read_printed.ts";
import type { PeriodHeader } from "./period.ts";

/** A column of a printed table. */
export interface GridColumn {
  /** From 0, as in the file. */
  readonly index: number;
  /** Its headers from top to bottom as one text, unlike every other column's. */
  readonly name: string;
  readonly header: PeriodHeader;
  /** Whether it holds numbers that measure something, not texts, codes or the numbers of rows. */
  readonly isMeasure: boolean;
}

/** A row of a printed table. */
export interface GridRow {
  /** From 1, as spreadsheets count the rows of the file. */
  readonly number: number;
  /** What the row is about, unlike every other row's. */
  readonly name: string;
  /** How many blanks stand before its name. */
  readonly indent: number;
  readonly cells: readonly GridCell[];
}

/** A cell as printed, and what it was read as. */
export interface GridCell {
  readonly printed: string;
  readonly read: ReadNumber | ReadOther;
}

/** What could not be read, or was read in a way that one should know. */
export interface GridNote {
  /** From 1; `undefined` where the whole table is meant. */
  readonly row?: number;
  readonly column?: string;
  readonly text: string;
}

/** A table of printed strings, with what they were read as. */
export interface GridTable {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** Cells of columns of measures that could not be read. */
  readonly unread: readonly GridNote[];
  /** Titles, notes and blank rows that are no data, and how numbers were taken. */
  readonly notes: readonly GridNote[];
  /** Index of the column that names the rows; `undefined` where none does. */
  readonly label: number | undefined;
  readonly format: NumberFormat;
}

/** How a table is to be read, where it does not tell itself. */
export interface ReadTableOptions {
  /** How many rows are headers. @default As many as the rows show. */
  readonly headerRows?: number;
  /** The decimal sign. @default The one that the numbers show. */
  readonly decimal?: "comma" | "dot";
  /** What codes and words mean that stand for numbers, such as −1 for not told. */
  readonly words?: Readonly<Record<string, PrintedWord>>;
}

/** A cell of a table with where it stands. */
export interface PlacedCell extends GridCell {
  /** Of the row and the column, unlike every other cell's. */
  readonly id: string;
  readonly row: GridRow;
  readonly column: GridColumn;
}

/** The cells of a table by their place. */
export class TableGrid {
  readonly #cells = new Map<string, PlacedCell>();
  readonly measures: readonly GridColumn[];
  /** The rows and columns that print numbers below 0, more than the one that may be a slip. */
  readonly signed: ReadonlySet<GridRow | GridColumn>;
  readonly hasNegatives: boolean;
  /** The most decimals that a column prints. */
  readonly decimals: ReadonlyMap<GridColumn, number>;

  constructor(readonly table: GridTable) {
    this.measures = table.columns.filter(({ isMeasure }) => isMeasure);
    const below = new Set<GridRow | GridColumn>(), signed = new Set<GridRow | GridColumn>();
    const decimals = new Map<GridColumn, number>();
    for (const row of table.rows) {
      for (const column of this.measures) {
        const { read } = row.cells[column.index];
        if (!("value" in read)) continue;
        for (const line of read.value.sign < 0 ? [row, column] : []) {
          (below.has(line) ? signed : below).add(line);
        }
        decimals.set(column, Math.max(decimals.get(column) ?? 0, read.decimals));
      }
    }
    this.signed = signed;
    this.hasNegatives = below.size > 0;
    this.decimals = decimals;
  }

  /** The cell of a row and a column. */
  at(row: GridRow, column: GridColumn): PlacedCell {
    const id = `r${row.number}.c${column.index + 1}`;
    const known = this.#cells.get(id);
    if (known) return known;
    const cell = { ...row.cells[column.index], id, row, column };
    this.#cells.set(id, cell);
    return cell;
  }
}
