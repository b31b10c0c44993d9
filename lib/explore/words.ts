import type { Language } from "../model/label.ts";
import { explorer } from "../words/pages.ts";
import { wordsIn } from "../words/say.ts";
import type { Words } from "../words/words.ts";

/** What an explorer says; no other words go into its script. */
export const explorerWords: Readonly<Record<Language, Words["explorer"]>> = {
  en: wordsIn(explorer, "en"),
  ru: wordsIn(explorer, "ru"),
};
