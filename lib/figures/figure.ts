import type { Displayable } from "../model/displayable.ts";

/** A drawn figure: one self-contained SVG, what it says in words, and the rows behind it. */
export interface Figure extends Displayable {
  /** Name in kebab-case. */
  readonly name: string;
  readonly alt: string;
  readonly svg: string;
  /** The rows that are drawn, in order. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}
