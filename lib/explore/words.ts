import type { Language } from "../model/label.ts";
import { wordsIn } from "../words/language.ts";
import { explorer } from "../words/pages.ts";
import type { Words } from "../words/words.ts";

/** What an explorer says; no other words go into its script. */
export const explorerWords: Readonly<Record<Language, Words["explorer"]>> = {
  en: wordsIn(explorer, "en"),
  ru: wordsIn(explorer, "ru"),
};
