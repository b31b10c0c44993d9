import { levenshteinDistance, wordSimilaritySort } from "@std/text";
import { UsageError } from "./usage_error.ts";

/** How many names are suggested. */
const suggested = 3;

/**
 * The names that somebody may have meant: the most alike first, those that begin with the same word before all others.
 *
 * @param name What was given.
 * @param names What there is.
 * @returns Such as `did you mean "users.2016", "users.2015"?`
 */
export function didYouMean(name: string, names: readonly string[]): string {
  return names.length === 0 ? "there is none" : `did you mean ${nearest(name, names)}?`;
}

/** The names most like one, in quotes. */
export function nearest(name: string, names: readonly string[]): string {
  const [head] = name.split(".");
  const alike = wordSimilaritySort(name, [...new Set(names)]);
  const beginsAlike = (one: string) => one.startsWith(head);
  const near = [...alike.filter(beginsAlike), ...alike.filter((one) => !beginsAlike(one))];
  return near.slice(0, suggested).map((one) => `"${one}"`).join(", ");
}

/** The names that differ from one by so few letters, whatever their capitals. */
export function nearly(name: string, names: readonly string[], mostApart: number): string[] {
  const distanceTo = (one: string) => levenshteinDistance(one.toLowerCase(), name.toLowerCase());
  return names.filter((one) => distanceTo(one) <= mostApart);
}

/** The options of a function: by name the values that each may have, or `null` for any. */
export type KnownOptions<Options> = Readonly<
  Record<keyof Options & string, readonly unknown[] | null>
>;

/**
 * The problems of options, which a cell gives unchecked: a misspelt one would be passed over without a word.
 *
 * @param options What was given.
 * @param known All options of the function.
 * @returns A sentence for each option that is not known, and for each value that an option cannot have.
 */
export function optionProblems<Options extends object>(
  options: Options,
  known: KnownOptions<Options>,
): string[] {
  if (typeof options !== "object" || options === null) {
    return [`expected options such as { ${Object.keys(known)[0]}: … }, found ${toJson(options)}`];
  }
  return Object.entries(options).flatMap(([name, value]) => {
    const values = Object.hasOwn(known, name) ? known[name as keyof typeof known] : undefined;
    if (values === undefined) {
      return [`expected an option, found "${name}"; ${didYouMean(name, Object.keys(known))}`];
    }
    if (values === null || value === undefined || values.includes(value)) return [];
    return [`expected ${name} ${values.map(toJson).join(" or ")}, found ${toJson(value)}`];
  });
}

/**
 * Refuses options that a function does not have.
 *
 * @param action What cannot be done, such as `open the report`.
 * @throws {UsageError} With all problems.
 */
export function assertOptions<Options extends object>(
  action: string,
  options: Options,
  known: KnownOptions<Options>,
): void {
  const problems = optionProblems(options, known);
  if (problems.length > 0) throw new UsageError(`Cannot ${action}: ${problems.join("; ")}`);
}

function toJson(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

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
