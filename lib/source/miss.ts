/** Something of the source that no row accounts for, or a row that the source does not bear out. */
export interface Miss {
  /** Place in the source, from 1. */
  readonly line: number;
  /** In characters, from 1; `undefined` where no place in the line is meant. */
  readonly column?: number;
  readonly message: string;
}
