import { stackFromCaller } from "./stack_from_caller.ts";

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
