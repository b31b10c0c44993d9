import type { Complain, TableSchema } from "../model/columns.ts";
import type { TableName, TableRows } from "../model/report.ts";

/** Every table of an edition as it was read. */
export type LoadedTables = { readonly [Name in TableName]: LoadedTable<TableRows[Name]> };

/** Adds a problem that points at a field of a row. */
export type ReportRow = (row: number, field: string, message: string) => void;

/** What is known of a table; by default it has no rows. */
type TableParts<Row> =
  & Partial<Pick<LoadedTable<Row>, "rows" | "header" | "ids" | "complete" | "isAdded">>
  & { readonly report?: ReportRow };

/** The rows of a table that are valid, with the way back to where each stands. */
export class LoadedTable<Row> {
  readonly rows: readonly Row[] = [];
  /** The columns of the file; none where there is no file. */
  readonly header: readonly string[] = [];
  /**
   * Every `id` of the file, also of rows that are not valid, so that one error does not cause others;
   * `undefined` where the file has no ids that can be read.
   */
  readonly ids: ReadonlySet<string> | undefined;
  /** Whether every row of the file is valid by itself. */
  readonly complete: boolean = false;
  /** Whether it has rows that its file does not have. */
  readonly isAdded: boolean = false;
  readonly #report: ReportRow;
  readonly #doubtful = new Set<number>();

  constructor(
    readonly schema: TableSchema,
    { report = () => {}, ...found }: TableParts<Row>,
  ) {
    Object.assign(this, found);
    this.#report = report;
  }

  /** Adds a problem that points at a field of a row. */
  report(row: number, field: string, message: string): void {
    this.#doubtful.add(row);
    this.#report(row, field, message);
  }

  /** Checks each row, and adds what is said of its fields. */
  check(check: (row: Row, complain: Complain<Row>, index: number) => void): void {
    for (const [index, row] of this.rows.entries()) {
      check(row, (field, message) => this.report(index, field, message), index);
    }
  }

  /** Whether a row has no problem so far, so that others may be held against it. */
  isSound(row: number): boolean {
    return !this.#doubtful.has(row);
  }

  /** The table where it is not known which other rows it would have. */
  asIncomplete(): LoadedTable<Row> {
    const { rows, header, isAdded } = this;
    const report: ReportRow = (...problem) => this.report(...problem);
    return new LoadedTable(this.schema, { rows, header, isAdded, report });
  }

  /** The table with further rows at a place, whose problems are told elsewhere. */
  with(rows: readonly Row[], report: ReportRow, at = this.rows.length): LoadedTable<Row> {
    // A call takes only so many arguments, and a printed table may have more numbers.
    const merged = [...this.rows.slice(0, at), ...rows, ...this.rows.slice(at)];
    return new LoadedTable(this.schema, {
      rows: merged,
      header: this.header,
      ids: this.ids && new Set([...merged.flatMap(idOf), ...this.ids]),
      complete: this.complete,
      isAdded: this.isAdded || rows.length > 0,
      report: (row, field, message) => {
        if (row >= at && row < at + rows.length) report(row - at, field, message);
        else this.report(row < at ? row : row - rows.length, field, message);
      },
    });
  }
}

function idOf(row: unknown): string[] {
  const { id } = Object(row);
  return typeof id === "string" ? [id] : [];
}
