/** The folder of this library, as the addresses of its modules begin. */
const library = new URL("../", import.meta.url).href;

/**
 * The stack of an error from where somebody called this library: the message, and the place in a cell.
 *
 * @param error An error that this library throws because of what it was given.
 */
export function stackFromCaller({ stack = "" }: Error): string {
  const isOurs = (line: string) => /^\s+at /.test(line) && line.includes(library);
  return stack.split("\n").filter((line) => !isOurs(line)).join("\n");
}
