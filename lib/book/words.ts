import type { Language } from "../model/label.ts";
import { wordsIn } from "../words/language.ts";
import { live } from "../words/pages.ts";
import type { Words } from "../words/words.ts";

/** What pages of the book say while they run; no other words go into their scripts. */
export const liveWords: Readonly<Record<Language, Words["live"]>> = {
  en: wordsIn(live, "en"),
  ru: wordsIn(live, "ru"),
};
