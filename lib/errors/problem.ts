import { stackFromCaller } from "./usage_error.ts";

/** One thing that cannot stand as it is, in one place of one file. */
export interface Problem {
  /** The file, or what stands for it. */
  readonly path: string;
  /** Of a notebook: the id of the cell; `undefined` where the file itself is meant. */
  readonly cell?: string;
  /** The place of the cell among all cells, 1-based. */
  readonly cellNumber?: number;
  /** The place among the outputs of the cell, 1-based; `undefined` where its source is meant. */
  readonly output?: number;
  /** Of the cell or the file, 1-based; `undefined` where all of it is meant. */
  readonly line?: number;
  /** 1-based, counted in UTF-16 code units, as editors do. */
  readonly column?: number;
  /** What was expected, what was found, and what to do. */
  readonly message: string;
}

/** How many problems of a kind a message tells; who has more mends these first. */
const mostAlike = 20;

/** How many lines a message has at most. */
const mostLines = 200;

/** The problems, the first of each kind, and how many more of it there are. */
function listProblems(problems: readonly Problem[]): string[] {
  const kinds = Map.groupBy(problems, kindOf);
  const first = new Set([...kinds.values()].flatMap((alike) => alike.slice(0, mostAlike)));
  const shownLines = [
    ...problems.filter((one) => first.has(one)).map(formatProblem),
    ...[...kinds.values()].filter(({ length }) => length > mostAlike).map((alike) =>
      `${(alike.length - mostAlike).toLocaleString("en")} more like ${formatProblem(alike[0])}`
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

function countProblems(count: number): string {
  return count === 1 ? "1 problem" : `${count.toLocaleString("en")} problems`;
}

/** Malformed input: every problem of every file that was read. */
export class InputError extends Error {
  /** Tells it from other errors. */
  override readonly name: string = "InputError";

  /**
   * Tells all problems, the first twenty in full.
   *
   * @param action What could not be done, such as `Cannot read edition "region-2016"`.
   * @param problems Every problem found; at least one.
   */
  constructor(action: string, readonly problems: readonly Problem[]) {
    super([`${action}: ${countProblems(problems.length)}`, ...listProblems(problems)].join("\n"));
    this.stack = stackFromCaller(this);
  }
}

/** A problem as `path:line:column: message`, in a notebook as `path [cell "growth"] line:column: message`. */
export function formatProblem({ path, cell, output, line, column, message }: Problem): string {
  const place = [line, column].filter((part) => part !== undefined).join(":");
  const inside = output === undefined ? place : `output ${output}`;
  const where = cell === undefined
    ? [path, place].filter(Boolean).join(":")
    : [path, `[cell "${cell}"]`, inside].filter(Boolean).join(" ");
  return `${where}: ${makePrintable(message)}`;
}

/** How much of a text a message shows. */
const longest = 2_000;

/** A text from a file as a message may show it: unseen characters as escapes, and not without end. */
export function makePrintable(text: string): string {
  const cut = text.length > longest
    ? `${text.slice(0, longest)}… (${(text.length - longest).toLocaleString("en")} characters more)`
    : text;
  return escapeUnseen(cut).replaceAll("\n", "\\n");
}

/**
 * Problems in the order in which a reader meets them: file by file, and there from top to bottom, in a notebook cell by cell,
 * first the source and then the outputs; none twice.
 *
 * @param problems The problems as found.
 * @param files The files in order; others follow in that of their first problem.
 * @returns The problems in order.
 */
export function inReadingOrder<One extends Problem>(
  problems: readonly One[],
  files: readonly string[] = [],
): One[] {
  const distinct = [...new Map(problems.map((one) => [formatProblem(one), one])).values()];
  const paths = [...new Set([...files, ...problems.map(({ path }) => path)])];
  const places = new Map(paths.map((path, place) => [path, place]));
  const place = ({ path, cellNumber = 0, output = 0, line = 0, column = 0 }: Problem) => [
    places.get(path)!,
    cellNumber,
    output,
    line,
    column,
  ];
  return distinct.map((one) => ({ one, at: place(one) })).toSorted((a, b) =>
    a.at.map((number, index) => number - b.at[index]).find((by) => by !== 0) ?? 0
  ).map(({ one }) => one);
}

/**
 * What a terminal obeys, or what hides how a text reads: controls but line feeds, characters without width, marks of direction,
 * and halves of characters.
 */
const unseen =
  /[^\P{Cc}\n]|[\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

/** Whether a text has nothing but what one sees, spaces and line feeds. */
export function isSeen(text: string): boolean {
  return text.search(unseen) < 0;
}

/** What {@linkcode isSeen} expects. */
export const unseenMessage =
  "expected no control characters, characters without width or marks of direction";

/** A text that a terminal only shows: unseen characters as escapes, such as `\u{1b}`. */
export function escapeUnseen(text: string): string {
  return text.replaceAll(unseen, (one) => `\\u{${one.codePointAt(0)?.toString(16)}}`);
}
