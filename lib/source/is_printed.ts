import type { Observation } from "../model/observation.ts";
import { timesPrinted } from "./times_printed.ts";

/** What an observation says of its place in the source. */
export type Print = Pick<Observation, "form" | "printed"> & { readonly line: number };

/**
 * Whether the source prints an observation on the line that it names, as often as observations say so.
 *
 * @param print The observation; a list of names may stand in pieces.
 * @param lines The lines of the source.
 * @param rows How many observations say that this string stands on this line.
 */
export function isPrinted(
  { form, printed, line }: Print,
  lines: readonly string[],
  rows: number,
): boolean {
  const text = lines[line - 1] ?? "";
  if (form === "nil" && printed === "") return lines[line - 1] !== undefined;
  if (form === "names") {
    const plain = text.replaceAll(/\s+/g, " ");
    return printed.split(", ").every((name) => timesPrinted(plain, name) > 0);
  }
  return timesPrinted(text, printed) >= rows;
}
