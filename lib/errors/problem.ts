import { stackFromCaller } from "./stack_from_caller.ts";
import { escapeUnseen } from "./unseen.ts";

/** One thing that cannot stand as it is, in one place of one file. */
export interface Problem {
  /** The file, or what stands for it. */
  readonly path: string;
  /** 1-based; `undefined` where the whole file is meant. */
  readonly line?: number;
  /** 1-based, counted in UTF-16 code units, as editors do. */
  readonly column?: number;
  /** What was expected, what was found, and what to do. */
  readonly message: string;
}

/** How many problems a message tells; who has more mends these first. */
const told = 20;

function counted(count: number): string {
  if (count === 1) return "1 problem";
  const all = `${count.toLocaleString("en")} problems`;
  return count > told ? `${all}, of which these are the first ${told}` : all;
}

/** Malformed input: every problem of every file that was read. */
export class InputError extends Error {
  /** Tells it from other errors. */
  override readonly name = "InputError";

  /**
   * Tells all problems, the first twenty in full.
   *
   * @param action What could not be done, such as `Cannot read edition "region-2016"`.
   * @param problems Every problem found; at least one.
   */
  constructor(action: string, readonly problems: readonly Problem[]) {
    super(
      [`${action}: ${counted(problems.length)}`, ...problems.slice(0, told).map(formatProblem)]
        .join("\n"),
    );
    this.stack = stackFromCaller(this);
  }
}

/** A problem as `path:line:column: message`. */
export function formatProblem({ path, line, column, message }: Problem): string {
  const place = [path, line, column].filter((part) => part !== undefined).join(":");
  return `${place}: ${shown(message)}`;
}

/** How much of a text a message shows. */
const longest = 2_000;

/** A text from a file as a message may show it: unseen characters as escapes, and not without end. */
export function shown(text: string): string {
  const cut = text.length > longest
    ? `${text.slice(0, longest)}… (${(text.length - longest).toLocaleString("en")} characters more)`
    : text;
  return escapeUnseen(cut).replaceAll("\n", "\\n");
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
