import { UsageError } from "../errors/usage_error.ts";
import type { Language } from "../model/label.ts";

let used: Language | undefined;

/**
 * Sets the language of everything that is shown from now on, as a notebook does that opens an edition in a language.
 *
 * @param language The language; `undefined` for that of the environment again.
 */
export function useLanguage(language: Language | undefined): void {
  used = language;
}

/** Does something in a language, and leaves that of the notebook as it was. */
export function inLanguage<Done>(language: Language, act: () => Done): Done {
  const before = used;
  used = language;
  try {
    return act();
  } finally {
    used = before;
  }
}

/**
 * The language of labels and numbers in a notebook: that of the edition it opened, `REPORT_LANGUAGE`, or English.
 *
 * @throws {RangeError} If it is set to another word than `en` or `ru`.
 */
export function chosenLanguage(): Language {
  const language = used ?? (Deno.env.get("REPORT_LANGUAGE") || "en");
  if (language === "en" || language === "ru") return language;
  throw new UsageError(
    `Cannot choose a language: expected REPORT_LANGUAGE en or ru, found "${language}"`,
  );
}
