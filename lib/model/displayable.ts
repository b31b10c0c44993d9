/** The method by which a Jupyter kernel asks a value how it looks. */
export const display: unique symbol = Symbol.for("Jupyter.display");

/** The method by which several values of a kind show themselves in one picture. */
export const together: unique symbol = Symbol.for("report.together");

/** A value in several forms by media type, of which a front end shows the richest that it can. */
export type MediaBundle = Readonly<Record<string, string | object>>;

/** A value that says how it looks in a notebook. */
export interface Displayable {
  /** How it looks, by media type. */
  [display](): MediaBundle;
}

/** Whether a value says how it looks in a notebook. */
export function isDisplayable(value: unknown): value is Displayable {
  return typeof value === "object" && value !== null && display in value;
}
