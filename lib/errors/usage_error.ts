/**
 * A mistake of the caller, such as an id that does not exist.
 *
 * Its stack begins where the caller stands: what a cell shows of it is the message and the place in the cell, not the way
 * through the library.
 */
export class UsageError extends RangeError {
  /**
   * Tells the mistake.
   *
   * @param message Such as `Cannot show a claim: expected an id, found "x"`.
   */
  constructor(message: string) {
    super(message);
    this.stack = stackFromCaller(this);
  }
}

/** The folder of this library, as the addresses of its modules begin; a script that is bundled has none. */
const library = /^.*\/(?=errors\/)/.exec(import.meta.url)?.[0];

/**
 * The stack of an error from where somebody called this library: the message, and the place in a cell.
 *
 * @param error An error that this library throws because of what it was given.
 */
export function stackFromCaller({ stack = "" }: Error): string {
  if (library === undefined) return stack;
  const isOurs = (line: string) => /^\s+at /.test(line) && line.includes(library);
  return stack.split("\n").filter((line) => !isOurs(line)).join("\n");
}
