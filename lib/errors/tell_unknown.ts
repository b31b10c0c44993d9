import { didYouMean } from "./did_you_mean.ts";
import { UsageError } from "./usage_error.ts";

/** Names by which a promise and JSON ask any value whether it has a way of its own. */
const askedOfAll: ReadonlySet<string> = new Set(["then", "toJSON"]);

/** How {@link tellUnknown} tells. */
export interface UnknownOptions {
  /** What was expected. @default A name that is there */
  readonly expected?: string;
  /** What may have been meant; a name like none of these is `undefined`, as ever. @default Any name of the object */
  readonly near?: (name: string) => readonly string[];
}

/**
 * Makes an object tell of a name that it does not have, with what was probably meant: in a cell nobody reads types, and that
 * `undefined` is no function says little. Its own names are read as before, and copies of it are
 * plain objects; the console writes `Object <{}>` before it.
 *
 * @param value The object, whose prototype is replaced.
 * @param action What cannot be done, such as `read the report`.
 * @param options What is expected, and what may have been meant.
 * @returns The object.
 */
export function tellUnknown<Value extends object>(
  value: Value,
  action: string,
  { expected = "a name that is there", near = () => Object.keys(value) }: UnknownOptions = {},
): Value {
  const get = (known: object, name: string | symbol) => {
    if (typeof name === "symbol" || name in known || askedOfAll.has(name)) {
      return Reflect.get(known, name);
    }
    const names = near(name);
    if (names.length === 0) return undefined;
    throw new UsageError(
      `Cannot ${action}: expected ${expected}, found "${name}"; ${didYouMean(name, names)}`,
    );
  };
  return Object.setPrototypeOf(value, new Proxy({}, { get }));
}
