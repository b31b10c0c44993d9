import { chosenLanguage } from "../words/language.ts";
import { words } from "../words/words.ts";
import { escapeUnseen } from "../errors/unseen.ts";

/** Why a notebook did not run to its end. */
export type FailureKind =
  | "error"
  | "syntax"
  | "deadline"
  | "died"
  | "never-started"
  | "malformed"
  | "replaced";

/** What stopped a notebook, and where. */
export interface CellFailure {
  readonly kind: FailureKind;
  /** The id of the cell; `undefined` where no cell had begun. */
  readonly cell?: string;
  /** Its place among all cells, from 1 on. */
  readonly cellNumber?: number;
  /** The line of the cell, from 1 on; `undefined` where nobody knows it. */
  readonly line?: number;
  /** The name of the error, such as `TypeError`. */
  readonly name: string;
  readonly message: string;
  /** The place in the project that threw, as `lib/a.ts:75:22`; `undefined` if that is the cell. */
  readonly thrownAt?: string;
}

/**
 * Says what stopped a notebook.
 *
 * @param path The notebook file.
 * @returns Such as `notebooks/04_x.ipynb [cell "growth"] line 3: TypeError: …`.
 */
export function describeFailure(path: string, failure: CellFailure): string {
  const cell = failure.cell === undefined ? "" : ` [cell "${failure.cell}"]`;
  const said = words[chosenLanguage()].commands;
  const line = failure.line === undefined ? "" : ` ${said.line(failure.line)}`;
  const thrown = failure.thrownAt === undefined ? "" : ` (${said.thrownAt(failure.thrownAt)})`;
  return escapeUnseen(`${path}${cell}${line}: ${failure.name}: ${failure.message}${thrown}`);
}
