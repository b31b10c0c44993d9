import type { Conditions } from "./filter_by.ts";

/**
 * Reads conditions as `findings.csv` writes them: `section=online kind=blog|social-page`.
 *
 * @param records The conditions, parted by spaces, their values by `|`.
 * @returns Conditions for {@link filterBy}.
 */
export function parseConditions(records: string): Conditions {
  const parts = records === "" ? [] : records.split(" ");
  return Object.fromEntries(parts.map((part) => {
    const [field, values = ""] = part.split("=");
    return [field, values.split("|")];
  }));
}
