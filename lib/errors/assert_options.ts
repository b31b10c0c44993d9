import { didYouMean } from "./did_you_mean.ts";
import { UsageError } from "./usage_error.ts";

/** The options of a function: by name the values that each may have, or `null` for any. */
export type KnownOptions<Options> = Readonly<
  Record<keyof Options & string, readonly unknown[] | null>
>;

/**
 * What is amiss with options, which a cell gives unchecked: a misspelt one would be passed over without a word.
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
