/** The method by which Jupyter asks a value how it looks. */
export const jupyterDisplay: unique symbol = Symbol.for("Jupyter.display");

/** A drawn figure: one self-contained SVG, what it says in words, and the rows behind it. */
export interface Figure {
  /** Name in kebab-case, for files. */
  readonly name: string;
  readonly alt: string;
  readonly svg: string;
  /** The rows that are drawn, in order. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  [jupyterDisplay](): Record<string, unknown>;
}
