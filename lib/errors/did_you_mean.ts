import { levenshteinDistance, wordSimilaritySort } from "@std/text";

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
