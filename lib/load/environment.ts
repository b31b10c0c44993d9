import type { Language } from "../model/label.ts";
import { defaultEdition } from "./edition_folder.ts";
import { UsageError } from "../model/usage_error.ts";

/** The edition that a notebook opens: `REPORT_EDITION`, or the default one. */
export function chosenEdition(): string {
  return Deno.env.get("REPORT_EDITION") || defaultEdition;
}

let language: Language | undefined;

/** Chooses the language of all that a notebook shows from now on. */
export function chooseLanguage(chosen: Language): void {
  language = chosen;
}

/**
 * The language of what a notebook shows: what it chose, or `REPORT_LANGUAGE`, or English.
 *
 * @throws {RangeError} If it is set to another word than `en` or `ru`.
 */
export function chosenLanguage(): Language {
  return language ?? languageOfEnvironment();
}

function languageOfEnvironment(): Language {
  const language = Deno.env.get("REPORT_LANGUAGE") || "en";
  if (language === "en" || language === "ru") return language;
  throw new UsageError(
    `Cannot choose a language: expected REPORT_LANGUAGE en or ru, found "${language}"`,
  );
}
