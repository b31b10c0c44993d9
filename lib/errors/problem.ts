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

/** How many problems of a kind a message tells; who has more mends these first. */
const told = 20;

/** How many lines a message has at most. */
const mostLines = 200;

/** The problems, the first of each kind, and how many more of it there are. */
function lines(problems: readonly Problem[]): string[] {
  const kinds = Map.groupBy(problems, kindOf);
  const first = new Set([...kinds.values()].flatMap((alike) => alike.slice(0, told)));
  const shownLines = [
    ...problems.filter((one) => first.has(one)).map(formatProblem),
    ...[...kinds.values()].filter(({ length }) => length > told).map((alike) =>
      `${(alike.length - told).toLocaleString("en")} more like ${formatProblem(alike[0])}`
    ),
  ];
  const rest = shownLines.length - mostLines;
  if (rest <= 0) return shownLines;
  return [...shownLines.slice(0, mostLines), `${rest.toLocaleString("en")} more of other kinds`];
}

/** What problems of one kind share: the file, and what is said but for names and numbers. */
function kindOf({ path, message }: Problem): string {
  return `${path} ${message.replaceAll(/"[^"]*"|\d+/g, "")}`;
}

function counted(count: number): string {
  return count === 1 ? "1 problem" : `${count.toLocaleString("en")} problems`;
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
    super([`${action}: ${counted(problems.length)}`, ...lines(problems)].join("\n"));
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
 * @param problems The problems as found.
 * @param files The files in order; others follow in that of their first problem.
 * @returns The problems in order.
 */
export function inReadingOrder(
  problems: readonly Problem[],
  files: readonly string[] = [],
): Problem[] {
  const distinct = [...new Map(problems.map((one) => [formatProblem(one), one])).values()];
  const paths = [...new Set([...files, ...problems.map(({ path }) => path)])];
  const places = new Map(paths.map((path, place) => [path, place]));
  return distinct.toSorted((a, b) =>
    places.get(a.path)! - places.get(b.path)! ||
    (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
  );
}
