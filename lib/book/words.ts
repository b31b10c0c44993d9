import type { Language } from "../model/label.ts";
import { book as english, headings, live as liveEnglish } from "../words/en.ts";
import { book as russian, headings as russianHeadings, live as liveRussian } from "../words/ru.ts";
import type { Words } from "../words/words.ts";

/** What the book says where it is made, headings of tables among it. */
export type BookWords = Omit<Words["headings"], keyof Words["book"]> & Words["book"];

/** What the book says in a language. */
export function bookWords(language: Language): BookWords {
  return language === "en" ? { ...headings, ...english } : { ...russianHeadings, ...russian };
}

/** What its pages say while they run; no other words go into their scripts. */
export const liveWords: Readonly<Record<Language, Words["live"]>> = {
  en: liveEnglish,
  ru: liveRussian,
};
