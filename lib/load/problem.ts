import { callersStack } from "../model/callers_stack.ts";

/** One thing that is amiss in one place of one file. */
export interface Problem {
  readonly path: string;
  /** 1-based; `undefined` where the whole file is meant. */
  readonly line?: number;
  /** 1-based, counted in UTF-16 code units, as editors do. */
  readonly column?: number;
  readonly message: string;
}

/** Malformed input: every problem of every file that was read. */
export class InputError extends Error {
  override readonly name = "InputError";

  /**
   * @param action What could not be done, such as `Cannot read edition "region-2016"`.
   * @param problems Every problem found; at least one.
   */
  constructor(action: string, readonly problems: readonly Problem[]) {
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    super([`${action}: ${count}`, ...problems.map(formatProblem)].join("\n"));
    this.stack = callersStack(this);
  }
}

/** A problem as `path:line:column: message`. */
export function formatProblem({ path, line, column, message }: Problem): string {
  const place = [path, line, column].filter((part) => part !== undefined).join(":");
  return `${place}: ${message}`;
}

/**
 * Problems in the order in which a reader meets them: file by file, and there from top to bottom; none twice.
 *
 * @param problems The problems as found; files keep the order of their first problem.
 * @returns The problems in order.
 */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
  const distinct = [...new Map(problems.map((one) => [formatProblem(one), one])).values()];
  const paths = [...new Set(problems.map(({ path }) => path))];
  return distinct.toSorted((a, b) =>
    paths.indexOf(a.path) - paths.indexOf(b.path) ||
    (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
  );
}
