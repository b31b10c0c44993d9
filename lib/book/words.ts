import type { Language } from "../model/label.ts";
import { wordsIn } from "../words/language.ts";
import { book, live } from "../words/pages.ts";
import { headings } from "../words/vocabulary.ts";
import type { Words } from "../words/words.ts";

/** What the book says where it is made, headings of tables among it. */
export type BookWords = Omit<Words["headings"], keyof Words["book"]> & Words["book"];

/** What the book says in a language. */
export function bookWords(language: Language): BookWords {
  return wordsIn({ ...headings, ...book }, language);
}

/** What its pages say while they run; no other words go into their scripts. */
export const liveWords: Readonly<Record<Language, Words["live"]>> = {
  en: wordsIn(live, "en"),
  ru: wordsIn(live, "ru"),
};
