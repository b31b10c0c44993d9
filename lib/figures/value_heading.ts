import type { Language } from "../model/label.ts";
import { words } from "./words.ts";

/** The heading of a column of values, with their unit. */
export function valueHeading(unit: string, language: Language): string {
  return unit === "" ? words[language].value : `${words[language].value}, ${unit}`;
}
