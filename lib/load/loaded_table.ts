import type { TableSchema } from "../model/columns.ts";
import type { TableName } from "../model/edition_tables.ts";
import type { TableRows } from "../model/report.ts";

/** Every table of an edition as it was read. */
export type LoadedTables = { readonly [Name in TableName]: LoadedTable<TableRows[Name]> };

/** Says what is expected of a field. */
export type Complain<Row> = (field: keyof Row & string, expected: string) => void;

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
  readonly #doubtful = new Set<Row>();
  #byId: ReadonlyMap<unknown, Row> | undefined;

  constructor(
    readonly schema: TableSchema,
    { report = () => {}, ...found }: TableParts<Row> = {},
  ) {
    Object.assign(this, found);
    this.#report = report;
  }

  /** The valid row of an id. */
  row(id: string): Row | undefined {
    this.#byId ??= new Map(this.rows.map((row) => [Object(row).id, row]));
    return this.#byId.get(id);
  }

  /** Adds a problem that points at a field of a row. */
  report(row: number, field: string, message: string): void {
    this.#doubtful.add(this.rows[row]);
    this.#report(row, field, message);
  }

  /** Checks each row, and adds what is said of its fields. */
  check(check: (row: Row, complain: Complain<Row>, index: number) => void): void {
    for (const [index, row] of this.rows.entries()) {
      check(row, (field, message) => this.report(index, field, message), index);
    }
  }

  /** The table where it is not known which other rows it would have. */
  asIncomplete(): LoadedTable<Row> {
    const { rows, header, isAdded } = this;
    const report: ReportRow = (...problem) => this.report(...problem);
    return new LoadedTable(this.schema, { rows, header, isAdded, report });
  }

  /** Whether a row has no problem so far, so that others may be held against it. */
  isSound(row: Row): boolean {
    return !this.#doubtful.has(row);
  }

  /** The table with further rows, whose problems are told elsewhere, before one of its own; at the end if that is -1. */
  with(added: readonly Row[], report: ReportRow, before = -1): LoadedTable<Row> {
    const at = before < 0 ? this.rows.length : before;
    // A call takes only so many arguments, and a printed table may have more numbers.
    const rows = [...this.rows.slice(0, at), ...added, ...this.rows.slice(at)];
    return new LoadedTable(this.schema, {
      ...this,
      rows,
      isAdded: this.isAdded || added.length > 0,
      ids: this.ids && new Set([...rows.map((row) => Object(row).id), ...this.ids]),
      report: (row, field, message) => {
        if (row >= at && row < at + added.length) report(row - at, field, message);
        else this.report(row < at ? row : row - added.length, field, message);
      },
    });
  }
}
