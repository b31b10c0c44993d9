/** The folder of this library, as it begins in the addresses of its modules. */
const library = new URL("../", import.meta.url).href;

/**
 * A mistake of the caller, such as an id that does not exist.
 *
 * Its stack begins where the caller stands: what a cell shows of it is the message and the place in the cell, not the way
 * through the library.
 */
export class UsageError extends RangeError {
  /** @param message Action, colon, wanted, found. */
  constructor(message: string) {
    super(message);
    this.stack = withoutLibrary(this.stack ?? "");
  }
}

function withoutLibrary(stack: string): string {
  const isOurs = (line: string) => /^\s+at /.test(line) && line.includes(library);
  return stack.split("\n").filter((line) => !isOurs(line)).join("\n");
}
