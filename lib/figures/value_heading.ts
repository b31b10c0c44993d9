import type { Language } from "../model/label.ts";
import { words } from "../words/words.ts";

/** The heading of a column of values, with their unit. */
export function valueHeading(unit: string, language: Language): string {
  return unit === "" ? words[language].figures.value : `${words[language].figures.value}, ${unit}`;
}
