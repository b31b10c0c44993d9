import { didYouMean } from "./did_you_mean.ts";
import { UsageError } from "./usage_error.ts";

/** Names by which a promise and JSON ask any value whether it has a way of its own. */
const askedOfAll: ReadonlySet<string> = new Set(["then", "toJSON"]);

/**
 * Makes an object tell of a name that it does not have, with what was probably meant: in a cell nobody reads types, and that
 * `undefined` is no function says little. Its own names are read as before, and copies of it are
 * plain objects; the console writes `Object <{}>` before it.
 *
 * @param value The object, whose prototype is replaced.
 * @param action What cannot be done, such as `read the report`.
 * @returns The object.
 */
export function tellUnknown<Value extends object>(value: Value, action: string): Value {
  const get = (known: object, name: string | symbol) => {
    if (typeof name === "symbol" || name in known || askedOfAll.has(name)) {
      return Reflect.get(known, name);
    }
    throw new UsageError(
      `Cannot ${action}: expected a name that is there, found "${name}"; ${
        didYouMean(name, Object.keys(value))
      }`,
    );
  };
  return Object.setPrototypeOf(value, new Proxy({}, { get }));
}
