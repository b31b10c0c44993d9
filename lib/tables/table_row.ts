/** A text that leads somewhere: to a notebook or a file beside it. */
export interface Link {
  readonly text: string;
  readonly href: string;
}

/** What a cell of a table may hold. */
export type CellValue = string | number | null | Link;

/** A row by column; every row has the same columns. */
export type TableRow = Readonly<Record<string, CellValue>>;

/** How the numbers and texts of a column are written. */
export interface ColumnStyle {
  /** Most decimals, never more than a number has. @default Two, or more where it takes more to show two digits that count. */
  readonly decimals?: number;
  /** Whether positive numbers get a plus, as changes do. @default false */
  readonly signed?: boolean;
  /** Whether digits stand in groups of three; years do not. @default true */
  readonly grouped?: boolean;
  /** @default "right" for a column of numbers, "left" for one with texts. */
  readonly align?: "left" | "right";
}
